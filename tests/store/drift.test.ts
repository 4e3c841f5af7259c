import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@xushi/testing';
import t from 'tap';

const store = fileURLToPath(new URL('../../../packages/store/', import.meta.url));

/** Asks drizzle-kit in a copy of the store what migration its schema still wants. */
function generate(t: Parameters<typeof temporaryFolder>[0], change: (copy: string) => void) {
  const copy = temporaryFolder(t);
  for (const name of ['src', 'migrations', 'drizzle.config.ts', 'package.json']) {
    cpSync(join(store, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(store, 'node_modules'), join(copy, 'node_modules'));
  change(copy);
  const ran = spawnSync(join(store, 'node_modules', '.bin', 'drizzle-kit'), ['generate'], {
    cwd: copy,
    encoding: 'utf8',
  });
  return {
    said: ran.stdout + ran.stderr,
    status: ran.status,
    files: readdirSync(join(copy, 'migrations')).sort(),
  };
}

t.test('the migrations make the schema, no more and no less', async (t) => {
  const committed = readdirSync(join(store, 'migrations')).sort();
  const { said, status, files } = generate(t, () => undefined);
  t.equal(status, 0, said);
  t.match(said, /No schema changes/);
  t.same(files, committed);
});

t.test('a schema that has moved on is noticed', async (t) => {
  const { files } = generate(t, (copy) => {
    const org = join(copy, 'src', 'schema', 'org.ts');
    writeFileSync(org, readFileSync(org, 'utf8').replace("text('level').notNull()", "text('level')"));
  });
  t.ok(
    files.some((file) => file.startsWith('0005_')),
    `${files}`,
  );
});
