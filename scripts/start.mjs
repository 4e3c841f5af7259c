// npm start: installs, builds what has changed, and runs everything in one process.
import { install } from './install.mjs';

await install();
const { buildAll } = await import('./build.mjs');
await buildAll();
// In this very process, so that a signal to it reaches the servers it runs.
await import('../services/standalone/dist/src/main.js');
