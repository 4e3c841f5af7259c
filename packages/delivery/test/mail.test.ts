import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailChannel, listDeliveries, type Outgoing } from '@xushi/delivery';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import t, { type Test } from 'tap';
import { alertEvent, openDatabases, openOffice } from './support.js';

const wall = { now: () => new Date('2026-03-01T00:00:00Z') };
const base = {
  smtpUrl: null,
  dataDir: '/nonexistent',
  from: '序时 <xushi@example.cn>',
  publicUrl: 'http://xushi.example.cn:8080',
  timeZone: 'Asia/Shanghai',
  wall,
};

function outgoing(change: Partial<Outgoing> = {}): Outgoing {
  const event = alertEvent('raised');
  return {
    id: '0b9c8b06-1f0a-4a0e-8b1a-000000000001',
    body: { type: event.type, timestamp: '2017-12-08T01:00:00.000Z', data: event.payload },
    createdAt: new Date('2017-12-08T01:02:03Z'),
    receiver: { id: 'r1', name: '指挥部', address: 'office@example.cn' },
    secret: null,
    ...change,
  };
}

/** A mail server on loopback that keeps what it takes. */
async function openMailServer(t: Test, options: SMTPServerOptions) {
  const taken: { from: string; to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const channel = createMailChannel({ ...base, smtpUrl: `smtp://127.0.0.1:${port}`, timeoutMs: 1_000 });
  t.teardown(async () => {
    await channel.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { channel, taken };
}

const refusal = (message: string, responseCode: number) =>
  Object.assign(new Error(message), { responseCode });

t.test('without a mail server mails are files', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'xushi-mail-'));
  t.teardown(() => rm(dataDir, { recursive: true, force: true }));
  const channel = createMailChannel({ ...base, dataDir });
  t.match(await channel.send(outgoing()), { outcome: 'delivered' });
  t.match(await channel.send(outgoing()), { outcome: 'delivered' });
  const files = await readdir(join(dataDir, 'mail'));
  t.same(files, ['20171208-090203-0b9c8b06-1f0a-4a0e-8b1a-000000000001.eml'], 'one file, nothing unfinished');
  const raw = await readFile(join(dataDir, 'mail', files[0] ?? ''), 'utf8');
  t.match(raw, /^Subject: =\?UTF-8\?/m);
  t.notMatch(raw, /(?<!\r)\n/, 'lines end as mail lines do');
  const mail = await PostalMime.parse(raw);
  t.equal(mail.subject, '【红灯预警】双牌工业集中区 工业集中度 低于年度目标10.19个百分点（2017年1—11月）');
  t.equal(mail.messageId, '<0b9c8b06-1f0a-4a0e-8b1a-000000000001@xushi.example.cn>');
  t.equal(mail.date, '2026-03-01T00:00:00.000Z');
  t.match(mail.from, { name: '序时', address: 'xushi@example.cn' });
  t.match(mail.to, [{ name: '指挥部', address: 'office@example.cn' }]);
  t.ok(mail.headers.some(({ key, value }) => key === 'x-xushi-delivery' && value === outgoing().id));
  t.match(mail.text, '1—11月，工业集中度69.81%');
  t.match(mail.html, '<table');
  await channel.close();
});

t.test('a folder that cannot be written is tried again', async (t) => {
  const channel = createMailChannel({ ...base, dataDir: '/dev/null' });
  t.match(await channel.send(outgoing()), { outcome: 'retry', code: null });
});

t.test('a mail server takes it', async (t) => {
  const { channel, taken } = await openMailServer(t, {});
  t.match(await channel.send(outgoing()), { outcome: 'delivered', code: 250 });
  t.match(taken, [{ from: 'xushi@example.cn', to: ['office@example.cn'] }]);
  const mail = await PostalMime.parse(taken[0]?.raw ?? '');
  t.equal(mail.messageId, `<${outgoing().id}@xushi.example.cn>`);
});

t.test('names add no header and no recipient', async (t) => {
  const { channel, taken } = await openMailServer(t, {});
  const evil = 'x\r\nBcc: all@example.cn\r\nX-Evil: 1\r\n\r\nbody';
  const event = alertEvent('raised', { title: evil, orgName: evil, periodName: evil });
  const result = await channel.send(
    outgoing({
      body: { type: event.type, timestamp: '2017-12-08T01:00:00.000Z', data: event.payload },
      receiver: { id: 'r1', name: evil, address: 'office@example.cn' },
    }),
  );
  t.match(result, { outcome: 'delivered' });
  t.same(taken[0]?.to, ['office@example.cn']);
  const mail = await PostalMime.parse(taken[0]?.raw ?? '');
  t.same(mail.headers.map(({ key }) => key).sort(), [
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
    'x-xushi-delivery',
  ]);
  t.equal(mail.bcc, undefined);
  t.equal(mail.to?.length, 1);
});

t.test('refusals: for now or for good', async (t) => {
  const table: [options: SMTPServerOptions, outcome: string, code: number | null][] = [
    [{ onRcptTo: (_to, _session, done) => done(refusal('greylisted, come back', 451)) }, 'retry', 451],
    [{ onRcptTo: (_to, _session, done) => done(refusal('no such user', 550)) }, 'terminal', 550],
    [{ onMailFrom: (_from, _session, done) => done(refusal('try later', 421)) }, 'retry', 421],
    [
      {
        onData: (stream, _session, done) => {
          stream.resume();
          stream.on('end', () => done(refusal('looks like spam', 554)));
        },
      },
      'terminal',
      554,
    ],
  ];
  for (const [options, outcome, code] of table) {
    const { channel, taken } = await openMailServer(t, options);
    t.match(await channel.send(outgoing()), { outcome, code });
    t.equal(taken.length, 0);
  }
});

t.test('a server that refuses the connection or never speaks', async (t) => {
  const refusing = createMailChannel({ ...base, smtpUrl: 'smtp://127.0.0.1:1' });
  t.match(await refusing.send(outgoing()), { outcome: 'retry', code: null });
  await refusing.close();

  const mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as AddressInfo;
  const channel = createMailChannel({ ...base, smtpUrl: `smtp://127.0.0.1:${port}`, timeoutMs: 300 });
  t.match(await channel.send(outgoing()), { outcome: 'retry', code: null });
  await channel.close();
  await new Promise((resolve) => mute.close(resolve));
});

t.test('greylisted once, then delivered', async (t) => {
  const office = await openOffice(await (await openDatabases(t))(t));
  let tries = 0;
  const { channel, taken } = await openMailServer(t, {
    onRcptTo(_to, _session, done) {
      tries += 1;
      done(tries === 1 ? refusal('greylisted', 450) : undefined);
    },
  });
  await office.receive({ to: 'office@example.cn' });
  await office.happen(alertEvent('raised'));
  const sender = office.sender({ channels: [channel] });
  t.equal(await sender.runOnce(), 1);
  t.equal(taken.length, 0);
  office.advance(5_000);
  t.equal(await sender.runOnce(), 1);
  t.equal(taken.length, 1);
  const { data } = await office.work(({ tx }) => listDeliveries(tx, { limit: 9 }));
  t.match(data, [
    { state: 'delivered', attempts: [{ outcome: 'retry', code: 450 }, { outcome: 'delivered' }] },
  ]);
});
