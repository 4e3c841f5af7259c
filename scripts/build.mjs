// Transpiles every TypeScript file of the workspace, one to one, into its package's dist folder.
// Types are checked by `npm run check`; this step only strips them, so that `npm start` is quick.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders of the workspace that hold TypeScript, with the parts of each that are built. */
export function packageFolders() {
  const folders = ['infra/testing', 'seeds', 'tests'];
  for (const group of ['packages', 'services']) {
    for (const name of readdirSync(join(root, group))) folders.push(`${group}/${name}`);
  }
  return folders.filter((folder) => existsSync(join(root, folder, 'package.json')));
}

function* typescriptFiles(folder) {
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules' || name === 'dist') continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* typescriptFiles(path);
    else if (name.endsWith('.ts') && !name.endsWith('.d.ts')) yield path;
  }
}

/** What a folder's dist was built from: its sources and this script. */
function digestOf(base, entryPoints) {
  const digest = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const path of entryPoints.toSorted()) {
    digest.update(`\0${relative(base, path)}\0`).update(readFileSync(path));
  }
  return digest.digest('hex');
}

/**
 * Builds the given package folders, all of them where none is named. One that is built from these very sources is
 * left alone: a process may be running from it.
 */
export async function buildAll(folders = packageFolders()) {
  await Promise.all(
    folders.map(async (folder) => {
      const base = join(root, folder);
      const entryPoints = [...typescriptFiles(base)];
      const stamp = join(base, 'dist', '.built-from');
      const digest = digestOf(base, entryPoints);
      if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
      rmSync(join(base, 'dist'), { recursive: true, force: true });
      if (entryPoints.length === 0) return;
      await build({
        entryPoints,
        outbase: base,
        outdir: join(base, 'dist'),
        platform: 'node',
        format: 'esm',
        target: 'node20',
        sourcemap: true,
        sourcesContent: false,
        logLevel: 'warning',
      });
      writeFileSync(stamp, digest);
    }),
  );
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  await buildAll(process.argv.length > 2 ? process.argv.slice(2) : undefined);
}
