import { setTimeout as pause } from 'node:timers/promises';
import { startEvaluator } from '@xushi/evaluator';
import { parkIds, YEAR } from './data-set.js';
import type { Ground } from './ground.js';
import { KINDS } from './kinds.js';

/** From the 201 of a sheet of fifty values to its committed evaluation, on an idle system with the real queue; ms. */
export async function reportAndWait(ground: Ground, runs: number): Promise<number[]> {
  const { context, call, sql, of } = ground;
  const evaluator = await startEvaluator(context);
  const ids = parkIds(of);
  const period = `${YEAR}-${String(of.months.at(-1) ?? 1).padStart(2, '0')}`;
  const waited: number[] = [];
  const evaluated = await commits(ground);
  try {
    for (let run = 0; run < runs; run += 1) {
      while (await isBusy(sql)) await pause(5);
      const org = `park-${run % ids.length}`;
      const body = { org, period, reason: '更正', values: valuesOf(run) };
      const answer = await call<{ id: string }>('POST', '/v1/submissions', body);
      if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      const begun = performance.now();
      waited.push((await evaluated(answer.body.id)) - begun);
    }
  } finally {
    await evaluator.stop();
  }
  return waited;
}

/**
 * Whether anything that an earlier sheet set going (standings, totals of the county, what is judged with them) is still
 * owed or underway; deliveries are nobody's work here.
 */
async function isBusy(sql: Ground['sql']): Promise<boolean> {
  const [row] = await sql<{ busy: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM outstanding WHERE reactor IN ('evaluate', 'reevaluate', 'standings')) AS busy`;
  return row?.busy ?? false;
}

/**
 * When a submission's evaluation was committed, as the database itself tells it: asking again and again would take the
 * time that is measured.
 */
async function commits({ sql }: Ground): Promise<(submission: string) => Promise<number>> {
  await sql.unsafe(`
    CREATE FUNCTION bench_evaluated() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN PERFORM pg_notify('bench_evaluated', new.id::text); RETURN NULL; END $$;
    CREATE TRIGGER bench_evaluated AFTER UPDATE OF evaluated_at ON submission
      FOR EACH ROW EXECUTE FUNCTION bench_evaluated()`);
  const at = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  await sql.listen('bench_evaluated', (submission) => {
    at.set(submission, performance.now());
    waiting.get(submission)?.(performance.now());
  });
  return (submission) =>
    new Promise((resolve) => {
      const known = at.get(submission);
      if (known === undefined) waiting.set(submission, resolve);
      else resolve(known);
    });
}

/** A value for each indicator of the park, another one in every run. */
function valuesOf(run: number): Record<string, unknown>[] {
  const kinds = KINDS.flatMap(({ count, ...kind }) => Array.from({ length: count }, () => kind));
  return kinds.map(({ type, measure }, position) => ({
    indicator: `indicator-${position + 1}`,
    ...(type === 'milestone' ? { done: run % 2 === 0 } : { value: String(3 + ((position + run) % 40)) }),
    ...(measure === 'yoy' ? { yoy: String(2 + (run % 9)) } : {}),
  }));
}
