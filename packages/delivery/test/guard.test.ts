import type { LookupAddress } from 'node:dns';
import { createAddressGuard, createWebhookChannel, type Outgoing } from '@xushi/delivery';
import t from 'tap';
import { openReceiver } from './support.js';

const HOSTILE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://127.0.0.1./',
  'http://%31%32%37.0.0.1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://db.localhost:5432/',
  'http://0.0.0.0/',
  'http://0/',
  'http://10.1.2.3/',
  'http://100.64.0.1/',
  'http://100.100.100.200/',
  'http://168.63.129.16/',
  'http://169.254.169.254/latest/meta-data/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.0.0.192/',
  'http://192.168.1.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a01:203]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[2001:0:a00:1::1]/',
  'http://[2001:0:808:808::f5ff:fffe]/',
  'http://[2600::5efe:192.168.0.1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[100::1]/',
  'http://[2001:db8::1]/',
];

const PUBLIC = [
  'http://8.8.8.8/',
  'https://172.32.0.1/',
  'https://100.128.0.1/',
  'https://[2606:4700::1111]/',
  'https://[64:ff9b::8.8.8.8]/',
  'https://[2002:808:808::1]/',
  'https://example.cn/hook',
  'https://localhost.example.cn/',
];

t.test('addresses that are not public are refused however they are written', async (t) => {
  const guard = createAddressGuard({ allow: [] });
  for (const url of HOSTILE) t.type(guard.refusalOf(new URL(url)), 'string', url);
  for (const url of PUBLIC) t.equal(guard.refusalOf(new URL(url)), null, url);
});

t.test('what is allowed is reached and nothing beside it', async (t) => {
  const guard = createAddressGuard({
    allow: ['10.1.0.0/16', '192.168.1.5', '127.0.0.1:9000', '[::1]:9000', 'robot.lan:8080', 'fd00:1::/32'],
  });
  const table: [url: string, allowed: boolean][] = [
    ['http://10.1.255.255/', true],
    ['http://10.2.0.0/', false],
    ['http://[::ffff:10.1.0.1]/', true],
    ['http://[64:ff9b::10.1.0.1]/', false],
    ['http://192.168.1.5/', true],
    ['http://192.168.1.6/', false],
    ['http://127.0.0.1:9000/', true],
    ['http://127.0.0.1:9001/', false],
    ['http://127.0.0.2:9000/', false],
    ['http://localhost:9000/', true],
    ['http://[::1]:9000/', true],
    ['http://[::1]/', false],
    ['http://[fd00:1::7]/', true],
    ['http://[fd00:2::7]/', false],
  ];
  for (const [url, allowed] of table) t.equal(guard.refusalOf(new URL(url)) === null, allowed, url);
  t.equal(guard.refusalOfAddress('10.9.9.9', new URL('http://ROBOT.lan.:8080/')), null);
  t.type(guard.refusalOfAddress('10.9.9.9', new URL('http://robot.lan/')), 'string');
  t.type(guard.refusalOfAddress('', new URL('http://robot.lan/')), 'string');
  for (const entry of ['10.0.0.0/33', '10.0.0/8', 'robot.lan', 'robot.lan:70000', '*', '']) {
    t.throws(() => createAddressGuard({ allow: [entry] }), { code: 'configInvalid' }, entry);
  }
});

const outgoing = (address: string): Outgoing => ({
  id: 'd1',
  body: { type: 'alert.raised', timestamp: '2017-12-08T01:00:00.000Z', data: {} },
  createdAt: new Date(0),
  receiver: { id: 'r1', name: 'hook', address },
  secret: 'whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=',
});
const wall = { now: () => new Date(0) };

t.test('a name is judged by the address that is connected to', async (t) => {
  const { url, received } = await openReceiver(t, ({ response }) => void response.end());
  const port = new URL(url).port;
  const answers: LookupAddress[][] = [];
  const resolve = async () => answers.shift() ?? [];
  const hook = `http://hook.example.cn:${port}/`;
  const guard = createAddressGuard({ allow: [], resolve });
  const channel = createWebhookChannel({ guard, wall, timeoutMs: 500 });

  answers.push([{ address: '8.8.8.8', family: 4 }]);
  t.equal(guard.refusalOf(new URL(hook)), null);
  await new Promise<void>((done) =>
    guard.lookupFor(new URL(hook))('hook.example.cn', { all: true }, (fault, found) => {
      t.equal(fault, null);
      t.same(found, [{ address: '8.8.8.8', family: 4 }]);
      done();
    }),
  );
  // Rebound since: the same name now leads inside.
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    answers.push([{ address, family: address.includes(':') ? 6 : 4 }]);
    const result = await channel.send(outgoing(hook));
    t.match(result, { outcome: 'retry', code: null, reason: /may not be reached: loopback/ });
  }
  answers.push([]);
  t.match(await channel.send(outgoing(hook)), { outcome: 'retry', code: null });
  t.match(await channel.send(outgoing(url)), { outcome: 'retry', reason: /loopback/ });
  t.equal(received.length, 0);
});

t.test('of several addresses of a name only those that may be reached are connected to', async (t) => {
  const { url, received } = await openReceiver(t, ({ response }) => void response.end());
  const port = new URL(url).port;
  const resolve = async () => [
    { address: '10.0.0.1', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const guard = createAddressGuard({ allow: [`127.0.0.1:${port}`], resolve });
  const channel = createWebhookChannel({ guard, wall, timeoutMs: 500 });
  t.match(await channel.send(outgoing(`http://hook.example.cn:${port}/`)), { outcome: 'delivered' });
  t.equal(received[0]?.headers.host, `hook.example.cn:${port}`);
  await new Promise<void>((done) =>
    guard.lookupFor(new URL(url))('hook.example.cn', { family: 6 }, (fault) => {
      t.match(fault, { code: 'addressNotAllowed' });
      done();
    }),
  );
});

t.test('the connected address is checked once more, over TLS too', async (t) => {
  const { url, received } = await openReceiver(t, ({ response }) => void response.end());
  const inner = createAddressGuard({ allow: ['127.0.0.0/8'] });
  // As if whatever came before had been fooled.
  const guard = { ...inner, refusalOfAddress: () => 'caught at the connection' };
  const channel = createWebhookChannel({ guard, wall, timeoutMs: 500 });
  for (const address of [url, url.replace('http:', 'https:')]) {
    t.match(await channel.send(outgoing(address)), { outcome: 'retry', reason: 'caught at the connection' });
  }
  t.equal(received.length, 0);
});
