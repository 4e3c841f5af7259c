// Installs the workspace with the pinned pnpm through npx, where the lockfile has changed since the last time.
// Needs node and npm, nothing else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.xushi-installed');

/** The exact pnpm this workspace is installed with, from package.json. */
const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.pnpm;

export async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .update(pnpm)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Not on standard output: that is for what the command was called for.
  console.error(`· 安装依赖 / installing the workspace (${pnpm})`);
  // pnpm asks before it replaces a node_modules it did not make, unless told that nobody is there to answer.
  const env = { ...process.env, CI: 'true', npm_config_yes: 'true', npm_config_update_notifier: 'false' };
  const code = await run(
    'npx',
    ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'],
    env,
  );
  if (code !== 0) {
    console.error(
      'xushi: the workspace could not be installed: see the lines above; it needs the npm registry once',
    );
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
    child.on('error', (fault) => {
      console.error(`xushi: cannot run ${command}: ${fault.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
