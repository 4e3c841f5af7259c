import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROBLEMS } from '@xushi/protocol';
import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { blocksOf, pageOf, root, sectionsOf, stepsOf } from './pages.js';

/** The cells of every row of a page's tables whose first cell is code, without the blanks that line columns up. */
const rowsOf = (page: string): string[][] =>
  [...page.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()));

const codeOf = (cell = ''): string => /^`([^`]+)`/.exec(cell)?.[1] ?? '';

t.test('docs/errors.md lists every code with its status and sentences', async (t) => {
  const listed = Object.fromEntries(
    rowsOf(pageOf('docs/errors.md'))
      .filter((row) => row.length === 4)
      .map(([code, status, chinese, english]) => [codeOf(code), [Number(status), chinese, english]]),
  );
  t.same(listed, PROBLEMS);
});

t.test('docs/api.md lists every call that is served, and no other', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  const { body } = await call<{ paths: Record<string, Record<string, unknown>> }>('GET', '/openapi.json');
  const served = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = rowsOf(pageOf('docs/api.md'))
    .map(([first]) => codeOf(first))
    .filter((text) => /^[A-Z]+ \//.test(text));
  t.same(listed.sort(), served.sort());
});

t.test('docs/operating.md lists every setting', async (t) => {
  const source = readFileSync(join(root, 'packages/platform/src/config.ts'), 'utf8');
  const read = new Set(
    [...source.matchAll(/'((?:XUSHI_|DATABASE_|REDIS_|SMTP_)[A-Z_]+)'/g)].map(([, name]) => name),
  );
  const listed = rowsOf(pageOf('docs/operating.md'))
    .map(([first]) => codeOf(first))
    .filter((name) => /^[A-Z_]+$/.test(name));
  t.same(listed.sort(), [...read].sort());
});

t.test('docs/cli.md lists every setting and exit code of the command line', async (t) => {
  const page = pageOf('docs/cli.md');
  const source = readFileSync(join(root, 'packages/platform/src/caller-config.ts'), 'utf8');
  const read = new Set([...source.matchAll(/env\.(XUSHI_[A-Z_]+)/g)].map(([, name]) => name));
  const listed = rowsOf(page)
    .map(([first]) => codeOf(first))
    .filter((name) => name.startsWith('XUSHI_'));
  t.same(listed.sort(), [...read].sort());
  const codes = readFileSync(join(root, 'services/cli/src/exit-codes.ts'), 'utf8');
  t.same(
    rowsOf(sectionsOf(page).get('Exit codes') ?? '').map(
      ([code, name]) => `${codeOf(name)}: ${codeOf(code)}`,
    ),
    [...codes.matchAll(/^ {2}(\w+: \d+),$/gm)].map(([, code]) => code),
  );
});

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

t.test('docs/dependencies.md lists every dependency of the workspace', async (t) => {
  const runtime = new Set<string>();
  const others = new Set<string>();
  const take = (folder: string, isRuntime: boolean) => {
    const file = join(root, folder, 'package.json');
    if (!existsSync(file)) return;
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    for (const name of Object.keys(dependencies)) (isRuntime ? runtime : others).add(name);
    for (const name of Object.keys(devDependencies)) others.add(name);
  };
  for (const group of ['packages', 'services'])
    for (const name of readdirSync(join(root, group))) take(join(group, name), true);
  for (const folder of ['.', 'infra/testing', 'tests']) take(folder, false);
  take('seeds', true);
  const foreign = (names: Set<string>) => [...names].filter((name) => !name.startsWith('@xushi/')).sort();

  const sections = sectionsOf(pageOf('docs/dependencies.md'));
  const listed = (heading: string) =>
    rowsOf(sections.get(heading) ?? '')
      .map(([first]) => codeOf(first))
      .sort();
  t.same(listed('At run time'), foreign(runtime));
  t.same(
    listed('For development and tests'),
    foreign(others).filter((name) => !runtime.has(name)),
  );
});

t.test('both READMEs have the same commands, outputs and programs', async (t) => {
  const english = pageOf('README.md');
  const chinese = pageOf('README.zh-CN.md');
  t.same(blocksOf(chinese, 'sh').map(stepsOf), blocksOf(english, 'sh').map(stepsOf));
  const programs = (page: string) =>
    blocksOf(page, 'js').map((text) => text.replace(/\s*(\/\/|\/\*\*).*$/gm, ''));
  t.same(programs(chinese), programs(english));
});

t.test('the npm scripts that pages name exist, and links between pages lead somewhere', async (t) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const pages = [
    'README.md',
    'README.zh-CN.md',
    'CHANGELOG.md',
    'seeds/README.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  for (const path of pages) {
    const page = pageOf(path);
    for (const [, run, name = ''] of page.matchAll(/`npm (run )?(start|test|build|check)\b/g)) {
      t.ok(name in scripts, `${path}: npm ${run ?? ''}${name}`);
    }
    for (const [, link = ''] of page.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [target = '', anchor] = link.split('#');
      const file = join(dirname(path), target);
      t.ok(target === '' || existsSync(join(root, file)), `${path}: ${link}`);
      if (anchor) t.ok(anchorsOf(pageOf(target === '' ? path : file)).includes(anchor), `${path}: ${link}`);
    }
  }
});

/** The anchors of a page's headings, as the usual viewers make them. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}
