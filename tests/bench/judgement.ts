/**
 * The bench of judging: `npm run bench -- judgement`. Prints what judging takes beside the bare limits of the database,
 * measured in the same run, and ends with an exit code that says whether every bound was kept.
 */
import { parseArgs } from 'node:util';
import { type Ground, lifetime, openGround } from './ground.js';
import { Bounds, machine, peakMemory, quantile } from './measure.js';
import { judgeSingly } from './one-park.js';
import { type Rejudged, rejudge } from './re-judging.js';
import { reportAndWait } from './way.js';

const { values } = parseArgs({
  options: {
    parks: { type: 'string', default: '3000' },
    counties: { type: 'string', default: '100' },
    months: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
  },
});

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

function print(of: Rejudged): void {
  const inside = Object.entries(of.reactors).map(([name, ms]) => `${name} ${seconds(ms)}`);
  console.log(
    `${of.what}: ${of.rows} rows in ${seconds(of.total)}, ${(of.total / of.staging).toFixed(1)}× of`,
  );
  console.log(`  the same rows from a staging table: ${seconds(of.staging)}`);
  console.log(`  inside the reactors, two workers together: ${inside.join(', ')}`);
}

function printQuantiles(what: string, ms: readonly number[]): void {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(ms, share).toFixed(1));
  console.log(`${what}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (${ms.length} runs)`);
}

async function compare(ground: Ground): Promise<string[]> {
  const bounds = new Bounds();
  for (const round of await rejudge(ground)) {
    print(round);
    bounds.atMost('of the staging upsert', round.total / round.staging, 5, '×');
    bounds.atMost('with standings, warnings and events', round.total / 1000, 20, 's');
    bounds.atMost('p99 of the delay of the main loop', round.held, 50, 'ms');
  }
  bounds.atMost('peak memory of the process', peakMemory(), 512, 'MB');
  const runs = Number(values.runs);
  const single = await judgeSingly(ground, runs);
  printQuantiles('one park of 50, from the call to the commit', single.judged);
  printQuantiles('its 50 rows upserted in one transaction', single.bare);
  bounds.atMost('p50 of the bare p50', quantile(single.judged, 0.5) / quantile(single.bare, 0.5), 8, '×');
  await ground.drain();
  const waited = await reportAndWait(ground, Math.min(runs, 100));
  printQuantiles('from 201 to the committed evaluation', waited);
  bounds.atMost('p50', quantile(waited, 0.5), 30, 'ms');
  return bounds.missed;
}

const life = lifetime();
try {
  const months = Number(values.months);
  const parks = Number(values.parks);
  const of = {
    parks,
    counties: Number(values.counties),
    months: months === 1 ? [3] : Array.from({ length: months }, (_, index) => index + 1),
  };
  console.log(
    `judging ${parks} parks × 50 indicators in ${of.counties} counties, months ${of.months.join(', ')}`,
  );
  console.log(`on ${machine()}, Postgres embedded without fsync`);
  const missed = await compare(await openGround(life, of));
  for (const line of missed) console.error(`bench: bound missed: ${line}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await life.end();
}
