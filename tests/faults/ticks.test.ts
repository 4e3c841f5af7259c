import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runDueTicks } from '@xushi/scheduler';
import { stepClock } from '@xushi/store';
import { openInstallation, TEST_SECRET_KEY } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import t, { type Test } from 'tap';
import { mustBe, setUpCounty, setUpPark } from './parks.js';
import { alone } from './processes.js';
import { until } from './until.js';

const SCHEDULER = fileURLToPath(new URL('../../../services/scheduler/dist/src/main.js', import.meta.url));
const CLAIMER = fileURLToPath(new URL('./claimer-process.js', import.meta.url));
const START = '2017-01-05T09:00:00+08:00';
const PARKS = ['east', 'west', 'south'];
const DEATHS = 50;
/** Rounds in which nobody dies, and the two meet over one tick. */
const MEETINGS = 6;

/** What becomes of the claimer between claim and commit. */
type Fate = 'its process killed' | 'its connection broken' | 'left alive';
const fateOf = (round: number): Fate =>
  round > DEATHS ? 'left alive' : round % 3 === 0 ? 'its process killed' : 'its connection broken';

t.test(
  'of two schedulers one dies between claim and commit: one tick, and what follows from it once',
  async (t) => {
    const first = await openInstallation(t, { at: START });
    const { databaseUrl } = first;
    const second = await openInstallation(t, { at: START, databaseUrl });
    const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
    t.teardown(() => sql.end({ timeout: 1 }));
    await setUpCounty(first.call);
    for (const org of PARKS) {
      await setUpPark(first.call, org);
      await mustBe(first.call, 'PUT', `/v1/orgs/${org}/duty`, {
        indicators: [{ indicator: 'output', from: '2017-01', to: null }],
      });
    }
    await first.drain();
    const counts = new Map<string, number>();
    const claimer = keptProcess(t, databaseUrl);
    const otherLooks = () => runDueTicks(second.context);

    for (let round = 1; round <= DEATHS + MEETINGS; round += 1) {
      // In the middle of every next month one monthly tick has fallen due.
      const moment = new Date(Date.UTC(2017, round, 20, 4));
      await first.context.work((unit) => stepClock(unit.tx, moment, first.context.wall));
      const period = new Date(Date.UTC(2017, round - 1, 1)).toISOString().slice(0, 7);
      const fate = fateOf(round);

      const letGo = await holdEvents(sql);
      const look = () => (fate === 'its process killed' ? runService(databaseUrl) : lookForTicks(claimer()));
      const { claiming, session } = await waitingClaim(sql, look);
      // In every other round the other comes while the claim stands, and waits for what becomes of it.
      const early = fate === 'left alive' || round % 2 === 0 ? otherLooks() : null;
      if (early) await until('the other waits for the claim', () => otherWaiting(sql));
      t.equal(await ticksOf(sql, period), 0, `${period}: nothing is committed yet`);
      if (fate === 'its process killed') await claiming.kill();
      if (fate === 'its connection broken') {
        await sql`SELECT pg_terminate_backend(${session})`;
        await claiming.ended;
      }
      await letGo();
      const end = await claiming.ended;
      const taken = (await (early ?? otherLooks())) + (await otherLooks());
      const alive = fate === 'left alive';
      t.equal(end === 'claimed 1', alive, `${period}: the claimer, ${fate}: ${end}`);
      t.equal(taken, alive ? 0 : 1, `${period}: the other scheduler claims ${alive ? 'nothing' : 'it once'}`);
      await second.drain();
      t.strictSame(await whatFollowed(sql, period), ONCE, `${period}: one tick, one list an org`);
      const how = `${fate}, the other ${early ? 'waiting for the claim' : 'coming after'}`;
      counts.set(how, (counts.get(how) ?? 0) + 1);
    }
    const [all] = await sql<{ ticks: number }[]>`SELECT count(*)::integer AS ticks FROM tick`;
    t.equal(all?.ticks, DEATHS + MEETINGS, 'as many ticks as months');
    t.comment(`› ${DEATHS} schedulers stopped between claim and commit, ${MEETINGS} left alive:`);
    for (const [how, count] of counts) t.comment(`›   ${how}: ${count}`);
  },
);

const ONCE = { ticks: 1, announced: 1, lists: PARKS.length, told: PARKS.length, orgs: PARKS.length };

/** What there is of a period's tick: its row, its event, and the lists, by row, event and org. */
async function whatFollowed(sql: Sql, period: string): Promise<typeof ONCE> {
  const [row] = await sql<(typeof ONCE)[]>`
    SELECT (SELECT count(*)::integer FROM tick WHERE period = ${period}) AS ticks,
           (SELECT count(*)::integer FROM event WHERE type = 'tick.due' AND payload->>'period' = ${period}) AS announced,
           (SELECT count(*)::integer FROM dispatch_list WHERE period = ${period}) AS lists,
           (SELECT count(*)::integer FROM event
            WHERE type = 'dispatch.list' AND payload->'list'->>'period' = ${period}) AS told,
           (SELECT count(DISTINCT org_id)::integer FROM dispatch_list WHERE period = ${period}) AS orgs`;
  return { ...(row as typeof ONCE) };
}

/** Lets nobody append an event: whoever has claimed a tick waits there, before its commit. */
async function holdEvents(sql: Sql): Promise<() => Promise<void>> {
  const held = await sql.reserve();
  await held`BEGIN`;
  await held`LOCK TABLE event IN SHARE MODE`;
  return async () => {
    await held`ROLLBACK`;
    held.release();
  };
}

/** A claim under way in another process. */
interface Claiming {
  /** What came of it; `exited` where its process did not outlive it. */
  ended: Promise<string>;
  kill(): Promise<string>;
}

function start(program: string, databaseUrl: string): { child: ChildProcess; exited: Promise<string> } {
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: databaseUrl,
    XUSHI_SECRET_KEY: TEST_SECRET_KEY,
    XUSHI_CLOCK: `simulated:${START}`,
    XUSHI_SEED: 'none',
    XUSHI_LOG_LEVEL: 'silent',
  };
  const child = spawn(...alone(env, process.execPath, [program]), { stdio: ['pipe', 'pipe', 'ignore'] });
  return { child, exited: once(child, 'exit').then(() => 'exited') };
}

/** The scheduler as the service it is: it looks for due ticks as soon as it starts. */
function runService(databaseUrl: string): Claiming {
  const { child, exited } = start(SCHEDULER, databaseUrl);
  return {
    ended: exited,
    kill() {
      child.kill('SIGKILL');
      return exited;
    },
  };
}

/** One process for all the rounds in which only a connection breaks; another where it did not outlive that. */
function keptProcess(t: Test, databaseUrl: string): () => ReturnType<typeof start> {
  let kept: ReturnType<typeof start> | null = null;
  t.teardown(async () => {
    kept?.child.kill('SIGKILL');
    await kept?.exited;
  });
  return () => {
    if (kept === null || kept.child.exitCode !== null || kept.child.signalCode !== null) {
      kept = start(CLAIMER, databaseUrl);
    }
    return kept;
  };
}

function lookForTicks({ child, exited }: ReturnType<typeof start>): Claiming {
  const lines = createInterface(child.stdout as NodeJS.ReadableStream);
  const said = once(lines, 'line').then(([line]) => String(line));
  child.stdin?.write('look\n');
  return {
    ended: Promise.race([said, exited]).finally(() => lines.close()),
    kill() {
      child.kill('SIGKILL');
      return exited;
    },
  };
}

/** A claim that stands and waits for its commit. One that failed before, on a connection of an earlier round, is made again. */
async function waitingClaim(
  sql: Sql,
  look: () => Claiming,
): Promise<{ claiming: Claiming; session: number }> {
  const waiting = until('a claim waits for its commit', () => sessionThatClaimed(sql));
  for (;;) {
    const claiming = look();
    const session = await Promise.race([waiting, claiming.ended.then(() => null)]);
    if (session !== null) return { claiming, session };
  }
}

/** The session that inserted a tick and waits to append its event. */
async function sessionThatClaimed(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'relation'
      AND query ILIKE '%INSERT INTO event%'`;
  return row?.pid ?? null;
}

async function otherWaiting(sql: Sql): Promise<boolean> {
  const rows = await sql`
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'transactionid'
      AND query ILIKE '%insert into "tick"%'`;
  return rows.length > 0;
}

async function ticksOf(sql: Sql, period: string): Promise<number> {
  const [row] = await sql<
    { ticks: number }[]
  >`SELECT count(*)::integer AS ticks FROM tick WHERE period = ${period}`;
  return row?.ticks ?? 0;
}
