// The checks that need no server: types, lint and format, layer rules, unused code. Answers how many passed.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

const CHECKS = [
  ['types', bin('tsc'), ['-p', '.']],
  ['lint and format', bin('biome'), ['ci', '--colors=off', '--reporter=summary', '.']],
  [
    'layers',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.mjs', 'packages', 'services', 'infra', 'seeds', 'tests'],
  ],
  ['unused code', bin('knip'), ['--no-progress']],
];

/** Runs every check; prints what failed. */
export function checkAll() {
  const result = { passed: 0, failed: 0 };
  for (const [name, command, args] of CHECKS) {
    const begun = Date.now();
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    if (status === 0) {
      result.passed += 1;
      console.log(`ok      ${name} (${seconds} s)`);
    } else {
      result.failed += 1;
      console.log(`NOT OK  ${name} (${seconds} s)\n${stdout}${stderr}`);
    }
  }
  return result;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(checkAll().failed === 0 ? 0 : 1);
}
