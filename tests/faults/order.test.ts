import { claimEvents } from '@xushi/events';
import { openInstallation, type TestInstallation } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import t from 'tap';
import { mustBe, setUpCounty, setUpPark, YEAR } from './parks.js';
import { type ParkRecord, recordOf } from './record.js';
import { permutations, seeded, shuffled } from './shuffle.js';

const WORKERS = 3;
const RANDOM_ORDERS = 16;
const SEED = Number(process.env.XUSHI_TEST_SEED ?? Date.now() % 1_000_000);

/** A sheet of the year: its month, its figures, and why it is a revision where it is one. */
interface Sheet {
  month: number;
  output: string;
  concentration: string;
  reason?: string;
}

/** Both fall behind, recover and fall behind again; July is put right in autumn. */
const TO_NOVEMBER: Sheet[] = [
  { month: 2, output: '9.5', concentration: '81' },
  { month: 3, output: '13', concentration: '79' },
  { month: 4, output: '16', concentration: '74' },
  { month: 5, output: '19', concentration: '69' },
  { month: 6, output: '22.4', concentration: '69.5' },
  { month: 7, output: '25', concentration: '80' },
  { month: 8, output: '37', concentration: '80.5' },
  { month: 9, output: '40', concentration: '77.31' },
  { month: 10, output: '43', concentration: '76' },
  { month: 7, output: '33', concentration: '80', reason: '核实' },
  { month: 11, output: '46', concentration: '69.81' },
];
const WHOLE_YEAR: Sheet[] = [...TO_NOVEMBER, { month: 12, output: '54', concentration: '71' }];

t.test('the events of a year, in any order, twice, from three workers at once', async (t) => {
  const installation = await openInstallation(t, { at: `${YEAR + 1}-01-05T09:00:00+08:00` });
  const sql = postgres(installation.databaseUrl, { max: 4, onnotice: () => undefined });
  t.teardown(() => sql.end());
  await setUpCounty(installation.call);
  const random = seeded(SEED);
  let number = 0;

  /** A park whose sheets have come and whose events nobody has worked on; their numbers in order of arrival. */
  const arrived = async (sheets: Sheet[]): Promise<{ org: string; events: number[] }> => {
    const org = `park-${++number}`;
    await setUpPark(installation.call, org);
    await installation.drain();
    for (const sheet of sheets)
      await mustBe(installation.call, 'POST', '/v1/submissions', bodyOf(org, sheet));
    const rows = await sql<{ id: string }[]>`
      SELECT e.id FROM event e JOIN org o ON o.id = e.org_id
      WHERE o.key = ${org} AND e.type = 'submission.accepted' ORDER BY e.id`;
    return { org, events: rows.map(({ id }) => Number(id)) };
  };
  /** What is stored once every event was delivered twice, in this order, by three workers at once. */
  const delivered = async (sheets: Sheet[], order: readonly number[]): Promise<ParkRecord> => {
    const { org, events } = await arrived(sheets);
    const sequence = [...order, ...shuffled(order, random)].map((position) => events[position] ?? 0);
    await sql`DELETE FROM outstanding WHERE reactor = 'evaluate' AND event_id = ANY (${events})`;
    await Promise.all(
      Array.from({ length: WORKERS }, async (_, worker) => {
        for (const event of sequence.filter((_, turn) => turn % WORKERS === worker)) {
          await deliver(installation, sql, event);
        }
      }),
    );
    return recordOf(sql, org);
  };
  /** What is stored where each is delivered once, in order, by one worker. */
  const inOrder = async (sheets: Sheet[]): Promise<ParkRecord> => {
    const { org } = await arrived(sheets);
    await installation.context.runReactor('evaluate');
    return recordOf(sql, org);
  };

  await t.test('four events in all their orders', async (t) => {
    const sheets = [
      ...TO_NOVEMBER.slice(2, 5),
      { month: 4, output: '18', concentration: '68', reason: '核实' },
    ];
    const expected = await inOrder(sheets);
    t.equal(expected.alerts.length, 2, 'two warnings');
    const orders = permutations([0, 1, 2, 3]);
    for (const order of orders) {
      t.strictSame(await delivered(sheets, order), expected, `in the order ${order.join(' ')}`);
    }
    t.comment(
      `› 4 events of one year in all ${orders.length} orders, twice, from ${WORKERS} workers: the same rows`,
    );
  });

  await t.test(`a year of ${TO_NOVEMBER.length} events in orders of chance`, async (t) => {
    const expected = await inOrder(TO_NOVEMBER);
    t.equal(expected.alerts.length, 4, 'two of each indicator, as if each month had been judged as it came');
    const positions = TO_NOVEMBER.map((_, position) => position);
    t.comment(`› seed ${SEED} (XUSHI_TEST_SEED gives the same orders again)`);
    for (let turn = 0; turn < RANDOM_ORDERS; turn += 1) {
      const order = shuffled(positions, random);
      t.strictSame(await delivered(TO_NOVEMBER, order), expected, `in the order ${order.join(' ')}`);
    }
    t.comment(
      `› ${TO_NOVEMBER.length} events of one year in ${RANDOM_ORDERS} orders of chance, twice, from ${WORKERS} workers: the same rows`,
    );
  });

  await t.test('a year as it comes, every earlier event delivered again with each new one', async (t) => {
    const calm = await arrived([]);
    for (const sheet of WHOLE_YEAR) {
      await mustBe(installation.call, 'POST', '/v1/submissions', bodyOf(calm.org, sheet));
      await installation.context.runReactor('evaluate');
    }
    const expected = await recordOf(sql, calm.org);
    t.ok(
      expected.transitions.length >= 12,
      `a year with a story: ${expected.transitions.length} transitions`,
    );

    const { org } = await arrived([]);
    let again = 0;
    for (const sheet of WHOLE_YEAR) {
      await mustBe(installation.call, 'POST', '/v1/submissions', bodyOf(org, sheet));
      const events = await sql<{ id: string }[]>`
        SELECT e.id FROM event e JOIN org o ON o.id = e.org_id
        WHERE o.key = ${org} AND e.type IN ('submission.accepted', 'target.set') ORDER BY e.id`;
      const order = shuffled(events, random);
      again += order.length;
      await Promise.all(
        Array.from({ length: WORKERS }, async (_, worker) => {
          for (const { id } of order.filter((_, turn) => turn % WORKERS === worker)) {
            await deliver(installation, sql, Number(id));
          }
        }),
      );
    }
    t.strictSame(await recordOf(sql, org), expected);
    t.comment(
      `› a year as it comes, ${again} deliveries of its events instead of ${WHOLE_YEAR.length}: the same rows`,
    );
  });
});

const bodyOf = (org: string, { month, output, concentration, reason }: Sheet) => ({
  org,
  period: `${YEAR}-${String(month).padStart(2, '0')}`,
  values: [
    { indicator: 'output', value: output },
    { indicator: 'concentration', value: concentration },
  ],
  ...(reason ? { reason } : {}),
});

/** Owes the evaluator this one event and works it off, as a worker does that found it. */
async function deliver({ context }: TestInstallation, sql: Sql, event: number): Promise<void> {
  const evaluate = context.reactors.find(({ name }) => name === 'evaluate');
  if (!evaluate) throw new Error('there is no reactor evaluate');
  await sql`
    INSERT INTO outstanding (reactor, event_id, scope, not_before)
    SELECT 'evaluate', id, org_id::text, now() - interval '1 second' FROM event WHERE id = ${event}
    ON CONFLICT DO NOTHING`;
  await context.work(async (unit) => {
    const claim = { reactor: evaluate.name, limit: 1, wallNow: unit.wallNow, only: event };
    const events = await claimEvents(unit.tx, claim);
    if (events.length > 0) await evaluate.react(unit, events);
  });
}
