import {
  createReceiver,
  createSecretBox,
  getReceiver,
  InputRefused,
  listReceivers,
  type ReceiverInput,
  removeReceiver,
  updateReceiver,
} from '@xushi/delivery';
import { tables } from '@xushi/store';
import t from 'tap';
import { openDatabases, openOffice } from './support.js';

const database = await openDatabases(t);

t.test('an api key makes, sees and changes receivers of its subtree only', async (t) => {
  const office = await openOffice(await database(t));
  const { secretBox, guard } = office;
  const make = (orgId: number, input: Partial<ReceiverInput>) =>
    office.scoped(orgId, (unit) =>
      createReceiver(unit, { name: '牵头单位', channel: 'webhook', orgId, ...input }, { secretBox, guard }),
    );
  const hook = await make(2, { url: 'https://example.cn/hook', minLight: 'orange' });
  t.match(hook.secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  const mail = await make(1, { channel: 'email', to: 'office@example.cn', kinds: ['indicatorLagging'] });
  t.notOk('secret' in mail);

  t.same(
    (await office.scoped(1, ({ tx }) => listReceivers(tx))).map(({ id }) => id).sort(),
    [hook.id, mail.id].sort(),
  );
  t.same(
    (await office.scoped(2, ({ tx }) => listReceivers(tx))).map(({ id }) => id),
    [hook.id],
  );
  t.equal(await office.scoped(2, ({ tx }) => getReceiver(tx, mail.id)), null);
  const seen = await office.scoped(2, ({ tx }) => getReceiver(tx, hook.id));
  t.match(seen, {
    org: 'shuangpai-park',
    address: 'https://example.cn/hook',
    minLight: 'orange',
    enabled: true,
  });
  t.notOk(JSON.stringify(seen).includes('secret'));

  await t.rejects(
    office.scoped(2, (unit) => updateReceiver(unit, mail.id, { enabled: false })),
    {
      code: 'receiverNotFound',
    },
  );
  await office.scoped(1, (unit) => updateReceiver(unit, hook.id, { enabled: false, levels: ['weekly'] }));
  t.match(await office.scoped(2, ({ tx }) => getReceiver(tx, hook.id)), {
    enabled: false,
    levels: ['weekly'],
    minLight: 'orange',
  });
  await t.rejects(
    office.scoped(1, (unit) => updateReceiver(unit, hook.id, { name: 'a\nb' })),
    {
      code: 'nameInvalid',
    },
  );
  await t.rejects(make(2, { orgId: 1, url: 'https://example.cn/' }), 'not above the scope');

  await office.scoped(2, (unit) => removeReceiver(unit, hook.id));
  t.equal(await office.scoped(2, ({ tx }) => getReceiver(tx, hook.id)), null);
  await t.rejects(
    office.scoped(2, (unit) => removeReceiver(unit, hook.id)),
    { code: 'receiverNotFound' },
  );
  const audit = await office.work(({ tx }) => tx.select().from(tables.audit).orderBy(tables.audit.id));
  t.same(
    audit.map(({ action, subject }) => [action, subject]),
    [
      ['receiver.created', `receiver/${hook.id}`],
      ['receiver.created', `receiver/${mail.id}`],
      ['receiver.changed', `receiver/${hook.id}`],
      ['receiver.removed', `receiver/${hook.id}`],
    ],
  );
  t.notOk(JSON.stringify(audit).includes(hook.secret ?? 'whsec_'));
});

t.test('what may not be sent to is refused with every fault', async (t) => {
  const office = await openOffice(await database(t));
  const refused = async (input: Partial<ReceiverInput>) => {
    try {
      await office.receive(input);
      return [];
    } catch (thrown) {
      if (!(thrown instanceof InputRefused)) throw thrown;
      t.equal(thrown.code, thrown.faults[0]?.code);
      return thrown.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    }
  };
  const addresses = [
    '',
    'name',
    '@example.cn',
    'name@',
    'na me@example.cn',
    'name@example.cn\r\nBcc: all@example.cn',
    'name@example.cn\n',
    'a@example.cn,b@example.cn',
    '<name@example.cn>',
    'Name <name@example.cn>',
    '"quoted"@example.cn',
    'a@b@example.cn',
    '.a@example.cn',
    'a..b@example.cn',
    'a@-example.cn',
    'a@example..cn',
    '名字@example.cn',
    `${'a'.repeat(65)}@example.cn`,
    `a@${'a'.repeat(64)}.cn`,
  ];
  for (const to of addresses) t.same(await refused({ to, channel: 'email' }), ['/to addressInvalid'], to);
  for (const to of ['name@example.cn', "o'neil+x@mail.example.cn", 'root@localhost']) {
    t.same(await refused({ to }), [], to);
  }
  const urls: [url: string, code: string][] = [
    ['ftp://example.cn/', 'addressInvalid'],
    ['javascript:alert(1)', 'addressInvalid'],
    ['https://user:pass@example.cn/', 'addressInvalid'],
    ['https://user@example.cn/', 'addressInvalid'],
    ['https://example.cn/#part', 'addressInvalid'],
    ['https://example.cn/a b', 'addressInvalid'],
    ['https://example.cn\\@10.0.0.1/', 'addressInvalid'],
    ['https://example.cn/\r\nX: y', 'addressInvalid'],
    ['https:example.cn', 'addressInvalid'],
    ['https://', 'addressInvalid'],
    ['http://10.0.0.1/', 'addressNotAllowed'],
    ['http://0xa9fea9fe/latest', 'addressNotAllowed'],
    ['http://[fe80::1]:8080/', 'addressNotAllowed'],
  ];
  for (const [url, code] of urls) t.same(await refused({ url }), [`/url ${code}`], url);
  t.same(
    await refused({
      name: 'a\r\nBcc: b',
      url: 'http://10.0.0.1/',
      kinds: ['indicatorLagging', 'nothing'],
      minLight: 'blue',
      levels: ['hourly'],
    }),
    [
      '/name nameInvalid',
      '/url addressNotAllowed',
      '/kinds/1 kindUnknown',
      '/minLight lightUnknown',
      '/levels/0 levelUnknown',
    ],
  );
  t.same(await refused({ to: 'a@example.cn', kinds: ['submission.accepted'] }), [
    '/kinds/0 kindNotForChannel',
  ]);
});

t.test('a sealed secret opens for its owner and key only, whole', async (t) => {
  const box = createSecretBox({ secretKey: 'one key of an installation' });
  const sealed = box.seal('whsec_abc', 'r1');
  t.equal(box.open(sealed, 'r1'), 'whsec_abc');
  t.notSame(box.seal('whsec_abc', 'r1'), sealed);
  t.notOk(sealed.includes('whsec'));
  const unreadable = { code: 'secretUnreadable' };
  t.throws(() => box.open(sealed, 'r2'), unreadable);
  t.throws(() => createSecretBox({ secretKey: 'another key' }).open(sealed, 'r1'), unreadable);
  for (const position of [0, 1, 13, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[position] = (changed[position] ?? 0) ^ 1;
    t.throws(() => box.open(changed, 'r1'), unreadable);
  }
  t.throws(() => box.open(sealed.subarray(0, 20), 'r1'), unreadable);
  t.throws(() => box.open(Buffer.alloc(0), 'r1'), unreadable);
});
