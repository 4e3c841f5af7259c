// Transpiles every TypeScript file of the workspace, one to one, into its package's dist folder.
// Types are checked by `npm run check`; this step only strips them, so that `npm start` is quick.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
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

/** Builds the given package folders, all of them where none is named. */
export async function buildAll(folders = packageFolders()) {
  await Promise.all(
    folders.map(async (folder) => {
      const base = join(root, folder);
      const entryPoints = [...typescriptFiles(base)];
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
    }),
  );
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  await buildAll(process.argv.length > 2 ? process.argv.slice(2) : undefined);
}
