// npm run bench -- judgement: installs, builds, then runs one comparison of tests/bench in this very process.
// What follows the name goes to it: `npm run bench -- judgement --parks 300 --counties 10`.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './install.mjs';

const [name = '', ...rest] = process.argv.slice(2);
await install();
const { buildAll } = await import('./build.mjs');
await buildAll();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'tests', 'dist', 'bench', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  console.error('xushi: npm run bench -- <comparison>; one of: judgement, intake');
  process.exit(1);
}
process.argv = [process.argv[0], program, ...rest];
await import(pathToFileURL(program).href);
