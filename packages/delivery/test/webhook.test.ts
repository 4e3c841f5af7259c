import { dueDeliveries, getReceiver, listDeliveries, nextDeliveryAt, redeliver } from '@xushi/delivery';
import { Webhook } from 'standardwebhooks';
import t from 'tap';
import { alertEvent, openDatabases, openOffice, openReceiver } from './support.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const database = await openDatabases(t);

t.test('a receiver that fails twice gets one delivery in three attempts, signed', async (t) => {
  const office = await openOffice(await database(t));
  const { url, received } = await openReceiver(t, ({ number, response }) => {
    response.writeHead(number < 3 ? 500 : 200).end(`answer ${number}\0`);
  });
  const { id, secret } = await office.receive({ url });
  await office.happen(alertEvent('raised'));
  const sender = office.sender();

  t.equal(await sender.runOnce(), 1);
  t.equal(await sender.runOnce(), 0, 'not before its time');
  t.equal(await office.work(({ tx, now }) => dueDeliveries(tx, now)), 0);
  const next = await office.work(({ tx }) => nextDeliveryAt(tx));
  t.equal(next?.getTime(), office.now().getTime() + 5 * SECOND);
  office.advance(5 * SECOND);
  t.equal(await office.work(({ tx, now }) => dueDeliveries(tx, now)), 1);
  t.equal(await sender.runOnce(), 1);
  office.advance(5 * MINUTE);
  t.equal(await sender.runOnce(), 1);
  office.advance(24 * HOUR);
  t.equal(await sender.runOnce(), 0);
  t.equal(await office.work(({ tx }) => nextDeliveryAt(tx)), null);

  t.equal(received.length, 3);
  t.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 1);
  for (const { headers, body } of received) {
    const verified = new Webhook(secret ?? '').verify(body, headers) as Record<string, unknown>;
    t.match(verified, { type: 'alert.raised', timestamp: '2017-12-08T01:00:00.000Z', data: {} });
  }
  t.throws(() => new Webhook(secret ?? '').verify(`${received[0]?.body} `, received[0]?.headers ?? {}));
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { receiver: id, limit: 10 }));
  t.match(data, [
    {
      id: received[0]?.headers['webhook-id'],
      state: 'delivered',
      attempts: [
        { attempt: 1, outcome: 'retry', code: 500, response: 'answer 1\uFFFD' },
        { attempt: 2, outcome: 'retry', code: 500 },
        { attempt: 3, outcome: 'delivered', code: 200 },
      ],
    },
  ]);
});

t.test('what is never taken is tried eight times, then is a dead letter until redelivered', async (t) => {
  const office = await openOffice(await database(t));
  let status = 400;
  const { url, received } = await openReceiver(t, ({ response }) => {
    response.writeHead(status).end();
  });
  await office.receive({ url });
  await office.happen(alertEvent('raised'));
  const sender = office.sender();
  const waits: number[] = [];
  await sender.runOnce();
  for (;;) {
    const next = await office.work(({ tx }) => nextDeliveryAt(tx));
    if (!next) break;
    waits.push(next.getTime() - office.now().getTime());
    office.advance(next.getTime() - office.now().getTime());
    t.equal(await sender.runOnce(), 1);
  }
  t.same(waits, [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR]);
  t.equal(received.length, 8);
  const failed = await office.work(({ tx }) => listDeliveries(tx, { state: 'failed', limit: 10 }));
  t.equal(failed.data[0]?.attempts.length, 8);
  t.equal(failed.data[0]?.attempts[0]?.outcome, 'terminal');

  status = 204;
  await office.work((unit) => redeliver(unit, failed.data[0]?.id ?? ''));
  t.equal(await sender.runOnce(), 1);
  t.equal(received[8]?.headers['webhook-id'], received[0]?.headers['webhook-id']);
  const delivered = await office.work(({ tx }) => listDeliveries(tx, { state: 'delivered', limit: 10 }));
  t.equal(delivered.data[0]?.attempts.length, 9);
  await t.rejects(
    office.work((unit) => redeliver(unit, unit.newId())),
    { code: 'deliveryNotFound' },
  );
});

t.test('redirects are not followed', async (t) => {
  const office = await openOffice(await database(t));
  const elsewhere = await openReceiver(t, ({ response }) => void response.end());
  const { url } = await openReceiver(t, ({ response }) => {
    response.writeHead(301, { location: elsewhere.url }).end();
  });
  await office.receive({ url });
  await office.happen(alertEvent('raised'));
  await office.sender().runOnce();
  t.equal(elsewhere.received.length, 0);
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 1 }));
  t.match(data, [{ state: 'pending', attempts: [{ outcome: 'terminal', code: 301 }] }]);
});

t.test('of a long answer the first kilobyte is kept and the rest not read', async (t) => {
  const office = await openOffice(await database(t));
  let written = 0;
  const { url } = await openReceiver(t, ({ response }) => {
    const more = () => {
      while (written < 10_000_000 && !response.destroyed) {
        written += 65_536;
        if (!response.write('x'.repeat(65_536))) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  await office.receive({ url });
  await office.happen(alertEvent('raised'));
  await office.sender().runOnce();
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 1 }));
  t.equal(data[0]?.state, 'delivered');
  t.equal(data[0]?.attempts[0]?.response, 'x'.repeat(1024));
  t.ok(written < 10_000_000, 'the connection was cut off');
});

t.test('a receiver that never answers, or never ends its answer, is cut off', async (t) => {
  const office = await openOffice(await database(t));
  const silent = await openReceiver(t, () => undefined);
  const endless = await openReceiver(t, ({ response }) => {
    response.writeHead(202);
    response.write('begun');
  });
  const silentId = (await office.receive({ url: silent.url })).id;
  const endlessId = (await office.receive({ url: endless.url })).id;
  await office.happen(alertEvent('raised'));
  t.equal(await office.sender().runOnce(), 2);
  const of = async (receiver: string) =>
    (await office.work(({ tx }) => listDeliveries(tx, { receiver, limit: 1 }))).data[0];
  t.match(await of(silentId), {
    state: 'pending',
    attempts: [{ outcome: 'retry', code: null, reason: /no answer within 500 ms/ }],
  });
  t.match(await of(endlessId), { state: 'delivered', attempts: [{ code: 202, response: 'begun' }] });
});

t.test('a refused or broken connection is retried', async (t) => {
  const office = await openOffice(await database(t));
  const broken = await openReceiver(t, ({ message }) => void message.socket.destroy());
  await office.receive({ url: broken.url });
  await office.receive({ url: 'http://127.0.0.1:1/' });
  await office.happen(alertEvent('raised'));
  t.equal(await office.sender().runOnce(), 2);
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { state: 'pending', limit: 9 }));
  t.same(
    data.map(({ attempts }) => attempts.map(({ outcome, code }) => [outcome, code])),
    [[['retry', null]], [['retry', null]]],
  );
});

t.test('410 disables the receiver', async (t) => {
  const office = await openOffice(await database(t));
  const { url, received } = await openReceiver(t, ({ response }) => void response.writeHead(410).end());
  const { id } = await office.receive({ url });
  await office.happen(alertEvent('raised'), alertEvent('worsened'));
  t.equal(await office.sender().runOnce(), 1);
  t.equal(received.length, 1);
  t.equal((await office.work(({ tx }) => getReceiver(tx, id)))?.enabled, false);
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 9 }));
  t.same(
    data.map(({ type, state }) => [type, state]),
    [
      ['alert.worsened', 'pending'],
      ['alert.raised', 'failed'],
    ],
  );
  t.equal(await office.work(({ tx, now }) => dueDeliveries(tx, now)), 0, 'nobody waits for a disabled one');
  t.equal(await office.work(({ tx }) => nextDeliveryAt(tx)), null);
  await office.happen(alertEvent('improved'));
  t.equal(await office.sender().runOnce(), 0);
});

t.test('Retry-After is honoured up to a day', async (t) => {
  const cases: [header: (wall: Date) => string, waitMs: number][] = [
    [() => '120', 120 * SECOND],
    [() => '1', 5 * SECOND],
    [() => '9999999', 24 * HOUR],
    [(wall) => new Date(Math.ceil(wall.getTime() / 1000) * 1000 + HOUR).toUTCString(), HOUR],
    [() => 'soon', 5 * SECOND],
  ];
  for (const [header, waitMs] of cases) {
    const office = await openOffice(await database(t));
    const said = header(office.wall.now());
    const { url } = await openReceiver(t, ({ response }) => {
      response.writeHead(429, { 'retry-after': said }).end();
    });
    await office.receive({ url });
    await office.happen(alertEvent('raised'));
    await office.sender().runOnce();
    const next = await office.work(({ tx }) => nextDeliveryAt(tx));
    const waited = (next?.getTime() ?? 0) - office.now().getTime();
    t.ok(waited >= waitMs && waited < waitMs + SECOND, `${said}: ${waited} ms`);
  }
});
