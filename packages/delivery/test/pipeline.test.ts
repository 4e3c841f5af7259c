import { listDeliveries, PIPELINE, planDeliveries, updateReceiver } from '@xushi/delivery';
import type { NewEvent } from '@xushi/events';
import { type Transaction, tables } from '@xushi/store';
import { sql } from 'drizzle-orm';
import t from 'tap';
import { ALERT_ID, alertEvent, log, type Office, openDatabases, openOffice } from './support.js';

const database = await openDatabases(t);
const url = 'https://example.cn/';

/** Types of the events told to a receiver, in order. */
async function told(office: Office, receiver: string): Promise<string[]> {
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { receiver, limit: 100 }));
  return data.map(({ type }) => type).reverse();
}

const otherAlert = (number: number) => `5f0c7f0e-6c3c-4f43-9a3e-0d8d4f4f1${String(number).padStart(3, '0')}`;
const list: NewEvent = {
  type: 'dispatch.list',
  orgId: 2,
  payload: { list: { cadence: 'weekly', lines: [] } },
};
const report: NewEvent = { type: 'report.ready', orgId: 2, payload: { report: { id: 'r' } } };
const accepted: NewEvent = { type: 'submission.accepted', orgId: 2, payload: {} };

t.test('the way of an event is a list', async (t) => {
  t.same(
    PIPELINE.map(({ name }) => name),
    ['history', 'route', 'deduplicate', 'plan'],
  );
});

t.test('receivers at the org and above hear, those beside and below do not', async (t) => {
  const office = await openOffice(await database(t));
  const county = await office.receive({ url, orgId: 1 });
  const park = await office.receive({ url, orgId: 2 });
  const root = await office.receive({ url, orgId: 0 });
  const disabled = await office.receive({ url, orgId: 1 });
  await office.work((unit) => updateReceiver(unit, disabled.id, { enabled: false }));
  await office.happen(alertEvent('raised'), { ...list, orgId: 1 });
  t.same(await told(office, park.id), ['alert.raised']);
  t.same(await told(office, county.id), ['alert.raised', 'dispatch.list']);
  t.same(await told(office, root.id), ['alert.raised', 'dispatch.list']);
  t.same(await told(office, disabled.id), []);
  const rows = await office.scoped(2, ({ tx }) => listDeliveries(tx, { limit: 9 }));
  t.same(
    rows.data.map(({ receiver }) => receiver),
    [park.id],
    'a delivery belongs to its receiver',
  );
});

t.test('kinds, lights and levels', async (t) => {
  const office = await openOffice(await database(t));
  const receivers = {
    default: await office.receive({ url }),
    lists: await office.receive({ url, kinds: ['dispatch.list'] }),
    machine: await office.receive({ url, kinds: ['submission.accepted', 'indicatorLagging'] }),
    red: await office.receive({ url, minLight: 'red' }),
    weekly: await office.receive({ url, levels: ['weekly'] }),
    monthly: await office.receive({ url, levels: ['monthly'] }),
  };
  const yellow = { id: otherAlert(1), light: 'yellow', level: 'daily' };
  const overdue = { id: otherAlert(2), kind: 'submissionOverdue', light: null, level: null };
  await office.happen(
    alertEvent('raised'),
    alertEvent('raised', yellow),
    alertEvent('persisted', overdue),
    list,
    report,
    accepted,
  );
  const all = ['alert.raised', 'alert.raised', 'alert.persisted', 'dispatch.list', 'report.ready'];
  t.same(await told(office, receivers.default.id), all);
  t.same(await told(office, receivers.lists.id), ['dispatch.list']);
  t.same(await told(office, receivers.machine.id), ['alert.raised', 'alert.raised', 'submission.accepted']);
  t.same(await told(office, receivers.red.id), all.slice(1));
  t.same(await told(office, receivers.weekly.id), ['alert.persisted', 'dispatch.list', 'report.ready']);
  t.same(await told(office, receivers.monthly.id), ['alert.raised', 'alert.persisted', 'report.ready']);
});

t.test('whoever was warned hears of the recovery', async (t) => {
  const office = await openOffice(await database(t));
  const red = await office.receive({ url, minLight: 'red', levels: ['monthly'] });
  const orange = { light: 'orange', level: 'weekly' };
  await office.happen(alertEvent('raised', orange));
  t.same(await told(office, red.id), []);
  await office.happen(alertEvent('worsened'), alertEvent('improved', orange));
  await office.happen(alertEvent('resolved', { light: 'green', level: 'daily' }));
  t.same(await told(office, red.id), ['alert.worsened', 'alert.improved', 'alert.resolved']);
});

t.test('alerts of history notify nobody', async (t) => {
  const office = await openOffice(await database(t));
  const { id } = await office.receive({ url });
  await office.happen(
    alertEvent('raised', { historical: true }),
    alertEvent('resolved', { historical: true }),
  );
  t.same(await told(office, id), []);
});

t.test('an event reaches a receiver once, however often it is planned', async (t) => {
  const office = await openOffice(await database(t));
  const { id } = await office.receive({ url });
  await office.happen(alertEvent('raised'));
  const counts: unknown[] = [];
  const reactor = planDeliveries({ log: { ...log, debug: (fields) => void counts.push(fields) } });
  const [event] = await office.work(({ tx }) => tx.select().from(tables.event));
  if (!event) throw new Error('no event');
  await office.work((unit) => reactor.react(unit, [event]));
  t.same(await told(office, id), ['alert.raised']);
  t.same(counts, [{ events: 1, planned: 0, dropped: { alreadyTold: 1 } }]);

  // Two planners at once: the unique key decides, and the loser says so.
  const plan = PIPELINE.at(-1);
  const receiver = { id, orgId: 1, channel: 'webhook' as const, kinds: null, minLight: null, levels: null };
  const result = await office.work((unit) => plan!.run(unit, [{ event, receiver }]));
  t.match(result, { kept: [], dropped: [{ reason: 'alreadyTold' }] });
  const [orphans] = await office.work(({ tx }) =>
    tx.execute<{ count: string }>(sql`SELECT count(*) FROM delivery d
      WHERE NOT EXISTS (SELECT 1 FROM delivery_item i WHERE i.delivery_id = d.id)`),
  );
  t.equal(orphans?.count, '0');
});

t.test('the number of statements does not grow', async (t) => {
  const office = await openOffice(await database(t));
  const statements = async (events: number, receivers: number) => {
    for (let index = 0; index < receivers; index++) await office.receive({ url, minLight: 'yellow' });
    const happened = Array.from({ length: events }, (_, index) =>
      alertEvent('raised', { id: otherAlert(index) }),
    );
    await office.work((unit) => unit.append(happened));
    let count = 0;
    await office.work(async (unit) => {
      const stored = await unit.tx.select().from(tables.event);
      const tx = new Proxy(unit.tx, {
        get(target, name, self) {
          if (name === 'execute') count += 1;
          return Reflect.get(target, name, self);
        },
      }) as Transaction;
      await planDeliveries({ log }).react({ ...unit, tx }, stored);
    });
    return count;
  };
  const few = await statements(1, 1);
  t.ok(few > 0);
  t.equal(await statements(100, 20), few);
});

t.test('pages of deliveries', async (t) => {
  const office = await openOffice(await database(t));
  await office.receive({ url });
  await office.receive({ url });
  await office.happen(
    ...Array.from({ length: 5 }, (_, index) => alertEvent('raised', { id: otherAlert(index) })),
  );
  const seen: string[] = [];
  const page = async (after: string | null) => {
    const { data, nextCursor } = await office.work(({ tx }) =>
      listDeliveries(tx, { limit: 3, after, state: 'pending' }),
    );
    seen.push(...data.map(({ id }) => id));
    return nextCursor;
  };
  for (let after = await page(null); after; after = await page(after));
  t.equal(seen.length, 10);
  t.equal(new Set(seen).size, 10);
  await t.rejects(
    office.work(({ tx }) => listDeliveries(tx, { limit: 3, after: ALERT_ID })),
    RangeError,
  );
});
