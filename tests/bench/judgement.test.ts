import type { Unit } from '@xushi/events';
import t from 'tap';
import { parkIds, reportMonth, YEAR } from './data-set.js';
import { openGround } from './ground.js';
import { rejudge } from './re-judging.js';

t.test('sixty parks are judged, and judged again, until nothing is owed', async (t) => {
  const ground = await openGround(t, { parks: 60, counties: 3, months: [3] });
  const [first, again] = await rejudge(ground);
  t.ok(first.rows >= 60 * 50);
  t.equal(again.rows, first.rows);

  t.test('one park and fifty take the same statements', async (t) => {
    const { context, sql } = ground;
    const reevaluate = context.reactors.find(({ name }) => name === 'reevaluate')!;
    const ids = parkIds(ground.of);
    const statements = async (orgIds: number[], revision: number): Promise<number> => {
      await reportMonth(sql, { month: 3, revision, spread: 0.9, orgIds });
      const payload = { orgYears: orgIds.map((orgId) => ({ orgId, year: YEAR })) };
      return context.workshop.work(async (unit) => {
        const counted = countStatements(unit);
        await reevaluate.react(unit, [{ ...EVENT, payload }]);
        return counted();
      });
    };
    const single = await statements(ids.slice(0, 1), 3);
    const fifty = await statements(ids.slice(1, 51), 3);
    t.equal(fifty, single, `${single} statements`);
  });
});

const EVENT = {
  id: 0,
  type: 'evaluation.requested',
  orgId: 0,
  at: new Date(0),
  personId: null,
  keyId: null,
  requestId: null,
  traceparent: null,
};

/** Counts what goes to the database through a unit's transaction from now on. */
function countStatements({ tx }: Unit): () => number {
  let count = 0;
  const execute = tx.execute.bind(tx);
  tx.execute = ((query: Parameters<typeof execute>[0]) => {
    count += 1;
    return execute(query);
  }) as typeof tx.execute;
  return () => count;
}
