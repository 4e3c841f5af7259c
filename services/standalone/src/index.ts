/** Standalone: every service in one process, on its own Postgres. What `npm start` runs. */

export { runStandalone } from './run.js';
export { type Standalone, startStandalone } from './start.js';
