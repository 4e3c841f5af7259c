import { monitorEventLoopDelay } from 'node:perf_hooks';
import { drain } from '@xushi/events';
import { evaluationRequests } from '@xushi/protocol';
import { makeBeside, stage, upsertStaged } from './beside.js';
import { parkIds, reportMonth, YEAR } from './data-set.js';
import type { Ground } from './ground.js';
import { quantile, took } from './measure.js';

/** What judging everything took, beside the bare upsert of the same rows; ms. */
export interface Rejudged {
  what: string;
  rows: number;
  total: number;
  /** Time inside each reactor, of all workers together. */
  reactors: Record<string, number>;
  staging: number;
  /** How long the loop kept others waiting meanwhile, p99; ms. */
  held: number;
}

/** How many rings the evaluator answers at once. */
const WORKERS = 2;

/** Judges every park of the ground for the first time, then again after a change that touches every row. */
export async function rejudge(ground: Ground): Promise<[first: Rejudged, again: Rejudged]> {
  const { sql, of } = ground;
  await makeBeside(sql);
  const first = await judgeAll(ground, 'first judging');
  await stage(sql, 'bench_first');
  const inserted = await repeated(async () => {
    await sql`TRUNCATE bench_evaluation`;
    return took(() => upsertStaged(sql, 'bench_first'));
  });
  await touchEverything(sql, of.months.at(-1) ?? 1);
  const again = await judgeAll(ground, 're-judging after every figure and the policy changed');
  await stage(sql, 'bench_again');
  const updated = await repeated(async () => {
    await sql`TRUNCATE bench_evaluation`;
    await upsertStaged(sql, 'bench_first');
    return took(() => upsertStaged(sql, 'bench_again'));
  });
  return [
    { ...first, staging: inserted },
    { ...again, staging: updated },
  ];
}

async function repeated(run: () => Promise<number>): Promise<number> {
  return quantile([await run(), await run(), await run()], 0.5);
}

/** Every park reports its last month anew, and another policy hangs at the root. */
async function touchEverything(sql: Ground['sql'], month: number): Promise<void> {
  await reportMonth(sql, { month, revision: 2, spread: 0.6 });
  const when = (field: string, op: string, value: string) => ({ field, op, value });
  const rules = [
    { light: 'red', when: { any: [when('paceGap', 'lte', '-8'), when('gap', 'lte', '-8')] } },
    {
      light: 'yellow',
      when: { any: [when('paceGap', 'lt', '0'), when('gap', 'lt', '0'), when('shortfall', 'gt', '0')] },
    },
    { light: 'green' },
  ];
  await sql`
    INSERT INTO policy_version (key, version, rules, known_at)
    VALUES ('bench', 1, ${JSON.stringify(rules)}::text::jsonb, ${`${YEAR}-01-01`})`;
  await sql`
    INSERT INTO policy_scope (policy_key, org_id, from_period, known_at)
    VALUES ('bench', 0, ${`${YEAR}-01`}, ${`${YEAR}-01-01`})`;
}

/** Asks for every park and works until nothing is owed: judging, standings, roll-ups, warnings, their events. */
async function judgeAll({ context, sql, of }: Ground, what: string): Promise<Omit<Rejudged, 'staging'>> {
  const reactors: Record<string, number> = {};
  const timed = context.reactors.map((reactor) => ({
    ...reactor,
    react: async (...args: Parameters<typeof reactor.react>) => {
      const ms = await took(() => reactor.react(...args));
      reactors[reactor.name] = (reactors[reactor.name] ?? 0) + ms;
    },
  }));
  await context.work((unit) =>
    unit.append(evaluationRequests(parkIds(of).map((orgId) => ({ orgId, year: YEAR })))),
  );
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const total = await took(async () => {
    await Promise.all(Array.from({ length: WORKERS }, () => drain(context.workshop, timed)));
    await drain(context.workshop, timed);
  });
  delay.disable();
  const [left] = await sql<{ owed: number; rows: number }[]>`
    SELECT (SELECT count(*)::integer FROM outstanding) AS owed, (SELECT count(*)::integer FROM evaluation) AS rows`;
  if (left?.owed !== 0) throw new Error(`${left?.owed} events are still owed`);
  return { what, rows: left.rows, total, reactors, held: delay.percentile(99) / 1e6 };
}
