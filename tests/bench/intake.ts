/**
 * The bench of intake: `npm run bench -- intake`. Sheets of fifty figures through the interface with everything on, beside
 * a bare route that writes the same rows by one statement, in turns in one run; and lines in bulk beside the bare insert
 * of as many rows. Ends with an exit code that says whether every bound was kept.
 */
import { parseArgs } from 'node:util';
import { buildServer } from '@xushi/api';
import postgres from 'postgres';
import { openBareRoute } from './bare-route.js';
import { lifetime } from './ground.js';
import { FIGURES, keyOf, openIntakeGround, type SheetBody, sheetsOf } from './intake-ground.js';
import { type LoadResult, sendLoad } from './load.js';
import { Bounds, machine, quantile } from './measure.js';

const { values } = parseArgs({
  options: { parks: { type: 'string', default: '600' } },
});

/** How often the two take turns at one concurrency. */
const TURNS = 2;
const CONCURRENCIES = [1, 8, 32];

function print(what: string, results: LoadResult[]): { rate: number; p99: number } {
  const latencies = results.flatMap((result) => result.latencies);
  const rate = (latencies.length / results.reduce((sum, { total }) => sum + total, 0)) * 1000;
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  const statuses = JSON.stringify(Object.assign({}, ...results.map((result) => result.statuses)));
  console.log(
    `  ${what}: ${rate.toFixed(0)} sheets a second, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms ${statuses}`,
  );
  return { rate, p99 };
}

const life = lifetime();
try {
  const parks = Number(values.parks);
  console.log(`taking in sheets of ${FIGURES} figures of ${parks} parks, each with 17 months before it`);
  console.log(`on ${machine()}, Postgres embedded without fsync`);
  const ground = await openIntakeGround(life, parks * 2);
  const sheets = await sheetsOf(ground.sql, ground.of);
  const bounds = new Bounds();
  const server = await buildServer(ground.context);
  life.teardown(() => server.close());
  await server.listen({ host: '127.0.0.1', port: 0 });
  const pool = postgres(ground.databaseUrl, { max: 8, onnotice: () => undefined });
  life.teardown(() => pool.end());
  const bare = await openBareRoute(pool);
  life.teardown(() => bare.close());
  const portOf = (of: typeof server) => (of.server.address() as { port: number }).port;

  const supply = { ours: sheets.slice(0, parks), bare: sheets.slice(parks) };
  const take = (from: SheetBody[], count: number) =>
    from.splice(0, count).map((sheet) => ({ key: keyOf(sheet.org), body: JSON.stringify(sheet) }));
  const size = Math.floor(parks / CONCURRENCIES.length / TURNS);
  for (const concurrency of CONCURRENCIES) {
    const ours: LoadResult[] = [];
    const limit: LoadResult[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      limit.push(
        await sendLoad({
          ...{ port: portOf(bare), path: '/bare', concurrency },
          sheets: take(supply.bare, size),
        }),
      );
      ours.push(
        await sendLoad({
          ...{ port: portOf(server), path: '/v1/submissions', concurrency },
          sheets: take(supply.ours, size),
        }),
      );
    }
    console.log(`${concurrency} at a time:`);
    const measured = print('xushi', ours);
    const beside = print('bare route', limit);
    for (const { statuses } of [...ours, ...limit]) {
      if (Object.keys(statuses).join() !== '201')
        throw new Error(`not every sheet was taken in: ${JSON.stringify(statuses)}`);
    }
    if (concurrency > 1) {
      bounds.atLeast('of the bare rate', measured.rate / beside.rate, 0.4, '×');
      bounds.atMost('p99 of the bare p99', measured.p99 / beside.p99, 3, '×');
    }
  }
  for (const line of bounds.missed) console.error(`bench: bound missed: ${line}`);
  process.exitCode = bounds.missed.length > 0 ? 1 : 0;
} finally {
  await life.end();
}
