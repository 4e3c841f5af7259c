#!/usr/bin/env node
// npx xushi …: the command line (docs/cli.md). Installs and builds where that was never done.
import { existsSync } from 'node:fs';

const main = new URL('../services/cli/dist/src/main.js', import.meta.url);
if (!existsSync(main)) {
  const { install } = await import('./install.mjs');
  await install();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}
await import(main);
