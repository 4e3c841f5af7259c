// npm test: installs, builds, checks, then runs every test file against a Postgres and a Redis of the run's own.
// `npm test -- tests/faults` runs the test files whose path contains that.
import { install } from './install.mjs';

await install();
const { buildAll, packageFolders } = await import('./build.mjs');
const { checkAll } = await import('./check.mjs');
const filters = process.argv.slice(2);
await buildAll();
const checks = filters.length > 0 ? { passed: 0, failed: 0 } : checkAll();
const { runTests } = await import('../infra/testing/dist/src/run-tests.js');
const tests = await runTests({ folders: packageFolders(), filters });
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed;
console.log(`\n${passed} passed, ${failed} failed, ${tests.skipped} skipped`);
process.exit(failed === 0 && tests.complete ? 0 : 1);
