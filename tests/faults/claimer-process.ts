import { createInterface } from 'node:readline';
import { readConfig } from '@xushi/platform';
import { openContext } from '@xushi/runtime';
import { runDueTicks } from '@xushi/scheduler';
import { TEST_SECRET_KEY } from '@xushi/testing';

/** A scheduler in a process of its own that looks for due ticks at every line it reads, and says what came of it. */
const config = readConfig();
if (config.database.kind !== 'external') throw new Error('DATABASE_URL is not set');
const context = await openContext({
  config,
  secretKey: TEST_SECRET_KEY,
  databaseUrl: config.database.url,
  workers: 1,
  requests: 1,
  name: 'claimer',
});
for await (const _ of createInterface(process.stdin)) {
  const outcome = await runDueTicks(context).then(
    (claimed) => `claimed ${claimed}`,
    () => 'failed',
  );
  process.stdout.write(`${outcome}\n`);
}
await context.close();
