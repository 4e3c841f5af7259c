import { type Channel, listDeliveries, type Outgoing, type SendResult } from '@xushi/delivery';
import t from 'tap';
import { type Claimed, claimDeliveries } from '../src/claim.js';
import { recordAttempt } from '../src/record.js';
import { ALERT_ID, alertEvent, openDatabases, openOffice, openReceiver } from './support.js';

const database = await openDatabases(t);

const DELIVERED: SendResult = {
  outcome: 'delivered',
  code: 200,
  reason: null,
  response: '',
  retryAfterMs: null,
};
const FAILED: SendResult = { ...DELIVERED, outcome: 'retry', code: 500, reason: 'answered 500' };

/** A webhook channel that answers when told to. */
function channelOf(send: (outgoing: Outgoing) => Promise<SendResult>): Channel {
  return { name: 'webhook', send, close: async () => undefined };
}

t.test('of one alert nothing overtakes what came before it', async (t) => {
  const office = await openOffice(await database(t));
  let failing = true;
  const { url, received } = await openReceiver(t, ({ response }) => {
    const first = received.at(-1)?.body.includes(ALERT_ID);
    response.writeHead(first && failing ? 503 : 200).end();
  });
  await office.receive({ url });
  const other = { id: '5f0c7f0e-6c3c-4f43-9a3e-0d8d4f4f0002' };
  await office.happen(alertEvent('raised'), alertEvent('worsened'), alertEvent('raised', other));
  const sender = office.sender();
  t.equal(await sender.runOnce(), 2, 'the first of either alert');
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 9 }));
  const states = data.map(({ type, state }) => `${type} ${state}`);
  t.same(states, ['alert.raised delivered', 'alert.worsened pending', 'alert.raised pending']);
  office.advance(5_000);
  failing = false;
  t.equal(await sender.runOnce(), 2, 'the one put off, then the one behind it');
  t.same(
    received.slice(2).map(({ body }) => JSON.parse(body).type),
    ['alert.raised', 'alert.worsened'],
  );
});

t.test('one pass sends all that an alert has waiting, one after the other', async (t) => {
  const office = await openOffice(await database(t));
  await office.receive({ url: 'http://127.0.0.1:1/' });
  await office.happen(...Array.from({ length: 30 }, () => alertEvent('persisted')));
  const channel = channelOf(async () => DELIVERED);
  t.equal(await office.sender({ channels: [channel] }).runOnce(), 30);
});

t.test('an event that is still to be planned keeps later ones of its alert waiting', async (t) => {
  const office = await openOffice(await database(t));
  const { url } = await openReceiver(t, ({ response }) => void response.end());
  await office.receive({ url });
  await office.happen(alertEvent('raised'), alertEvent('worsened'));
  await office.work(({ tx }) =>
    tx.execute(`INSERT INTO outstanding (reactor, event_id, scope, not_before)
      SELECT 'plan-deliveries', min(id), '2', now() FROM event`),
  );
  await office.work(({ tx }) =>
    tx.execute(`UPDATE delivery SET state = 'delivered' WHERE type = 'alert.raised'`),
  );
  t.equal(await office.sender().runOnce(), 0);
  await office.work(({ tx }) => tx.execute('DELETE FROM outstanding'));
  t.equal(await office.sender().runOnce(), 1);
});

t.test('senders racing for the same deliveries send each once, two at a time to a receiver', async (t) => {
  const office = await openOffice(await database(t));
  let underWay = 0;
  let most = 0;
  const sent: string[] = [];
  const channel = channelOf(async ({ id }) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    sent.push(id);
    underWay -= 1;
    return DELIVERED;
  });
  await office.receive({ url: 'http://127.0.0.1:1/' });
  const alerts = Array.from({ length: 20 }, (_, index) =>
    alertEvent('raised', { id: `5f0c7f0e-6c3c-4f43-9a3e-0d8d4f4f1${String(index).padStart(3, '0')}` }),
  );
  await office.happen(...alerts);
  const senders = Array.from({ length: 4 }, () => office.sender({ channels: [channel] }));
  let attempts = 0;
  for (let round = 0; round < 20 && sent.length < 20; round++) {
    const made = await Promise.all(senders.map((sender) => sender.runOnce()));
    attempts += made.reduce((sum, count) => sum + count, 0);
  }
  t.equal(attempts, 20);
  t.equal(new Set(sent).size, 20);
  t.ok(most <= 2, `${most} at a time`);
});

t.test('a receiver counts what other senders have taken and not yet committed', async (t) => {
  const office = await openOffice(await database(t));
  await office.receive({ url: 'http://127.0.0.1:1/' });
  const second = (number: number) => ({ id: `5f0c7f0e-6c3c-4f43-9a3e-0d8d4f4f100${number}` });
  await office.happen(...[1, 2, 3, 4].map((number) => alertEvent('raised', second(number))));
  const claim = () => office.work((unit) => claimDeliveries(unit, 4));
  await office.work(async (unit) => {
    t.equal((await claimDeliveries(unit, 4)).length, 2);
    t.equal((await claim()).length, 0, 'while it is being claimed for');
  });
  t.equal((await claim()).length, 0, 'while two are under way');
});

t.test('whoever lost the lease decides nothing, unless it did deliver', async (t) => {
  for (const [lost, held, state] of [
    [FAILED, DELIVERED, 'delivered'],
    [DELIVERED, FAILED, 'delivered'],
    [FAILED, FAILED, 'pending'],
  ] as const) {
    const office = await openOffice(await database(t));
    await office.receive({ url: 'http://127.0.0.1:1/' });
    await office.happen(alertEvent('raised'));
    const claim = async () => {
      const [claimed] = await office.work((unit) => claimDeliveries(unit, 1));
      if (!claimed) throw new Error('nothing to claim');
      return claimed;
    };
    const record = (claimed: Claimed, result: SendResult) =>
      office.work((unit) => recordAttempt(unit, { claimed, result, milliseconds: 1, random: 0.5 }));
    const first = await claim();
    office.advanceWall(61_000);
    const second = await claim();
    t.equal(second.id, first.id);
    await record(first, lost);
    office.advance(600_000);
    t.equal((await office.work((unit) => claimDeliveries(unit, 1))).length, 0, 'the second lease holds');
    await record(second, held);
    const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 1 }));
    t.match(data, [{ state, attempts: [{ outcome: lost.outcome }, { outcome: held.outcome }] }]);
  }
});

t.test('a sender killed between sending and recording: sent again under the same id', async (t) => {
  const office = await openOffice(await database(t));
  const sent: string[] = [];
  let release: (result: SendResult) => void = () => undefined;
  let begun: () => void = () => undefined;
  const sending = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const hanging = channelOf(({ id }) => {
    sent.push(id);
    begun();
    return new Promise((resolve) => {
      release = resolve;
    });
  });
  await office.receive({ url: 'http://127.0.0.1:1/' });
  await office.happen(alertEvent('raised'));
  const lost = office.sender({ channels: [hanging] });
  const lostPass = lost.runOnce();
  await sending;

  const other = office.sender({
    channels: [
      channelOf(async ({ id }) => {
        sent.push(id);
        return DELIVERED;
      }),
    ],
  });
  t.equal(await other.runOnce(), 0, 'the lease holds');
  office.advanceWall(59_000);
  t.equal(await other.runOnce(), 0, 'to its last second');
  office.advanceWall(2_000);
  t.equal(await other.runOnce(), 1);
  t.same(sent, [sent[0], sent[0]]);

  release(FAILED);
  t.equal(await lostPass, 1);
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 9 }));
  t.match(data, [
    {
      state: 'delivered',
      attempts: [
        { attempt: 1, outcome: 'retry' },
        { attempt: 2, outcome: 'delivered' },
      ],
    },
  ]);
});

t.test('stop waits for what is under way and claims nothing more', async (t) => {
  const office = await openOffice(await database(t));
  let release: (result: SendResult) => void = () => undefined;
  let begun: () => void = () => undefined;
  const sending = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const sender = office.sender({
    channels: [
      channelOf(() => {
        begun();
        return new Promise((resolve) => {
          release = resolve;
        });
      }),
    ],
  });
  await office.receive({ url: 'http://127.0.0.1:1/' });
  await office.happen(alertEvent('raised'), alertEvent('worsened'));
  sender.start(1);
  await sending;
  const stopped = sender.stop();
  release(DELIVERED);
  await stopped;
  await sender.stop();
  t.equal(await sender.runOnce(), 0);
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 9 }));
  t.same(
    data.map(({ state }) => state),
    ['pending', 'delivered'],
  );
});

t.test('a fault of our own is recorded and retried', async (t) => {
  const office = await openOffice(await database(t));
  await office.receive({ url: 'http://127.0.0.1:1/' });
  await office.happen(alertEvent('raised'));
  await office.sender({ channels: [] }).runOnce();
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 9 }));
  t.match(data, [{ state: 'pending', attempts: [{ outcome: 'retry', reason: /no channel webhook/ }] }]);
});
