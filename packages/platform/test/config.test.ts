import { parseMoment, readConfig } from '@xushi/platform';
import t from 'tap';

t.test('an empty environment is a trial installation on this machine', async (t) => {
  const config = readConfig({});
  t.match(config, {
    host: '127.0.0.1',
    port: 8080,
    database: { kind: 'embedded' },
    queue: { kind: 'postgres' },
    seed: 'demo',
    clock: { kind: 'simulated' },
    clockIsOurs: true,
    timeZone: 'Asia/Shanghai',
    webhookAllow: [],
  });
});

t.test('without seeds time is the machine’s', async (t) => {
  t.match(readConfig({ XUSHI_SEED: 'none' }), { clock: { kind: 'system' }, seed: 'none' });
});

t.test('what is set is read', async (t) => {
  const config = readConfig({
    XUSHI_PORT: '9000',
    DATABASE_URL: 'postgres://a:b@db:5432/x',
    REDIS_URL: 'redis://r:6379',
    XUSHI_CLOCK: 'simulated:2017-12-05T09:00:00+08:00',
    XUSHI_WEBHOOK_ALLOW: '10.0.0.0/8, 192.168.1.4:8080',
    XUSHI_PUBLIC_URL: 'https://xushi.example.cn/',
  });
  t.match(config, {
    port: 9000,
    database: { kind: 'external', url: 'postgres://a:b@db:5432/x', directUrl: 'postgres://a:b@db:5432/x' },
    queue: { kind: 'redis', url: 'redis://r:6379' },
    webhookAllow: ['10.0.0.0/8', '192.168.1.4:8080'],
    publicUrl: 'https://xushi.example.cn',
    clockIsOurs: false,
  });
  t.same(config.clock, { kind: 'simulated', start: new Date('2017-12-05T01:00:00Z') });
});

t.test('every variable that is wrong is named, in one sentence', async (t) => {
  const wrong = {
    XUSHI_PORT: 'eighty',
    DATABASE_URL: 'mysql://x',
    REDIS_URL: 'http://x',
    SMTP_URL: 'mail',
    XUSHI_CLOCK: 'simulated:yesterday',
    XUSHI_TIMEZONE: 'Mars/Olympus',
    XUSHI_SEED: 'some',
    XUSHI_SECRET_KEY: 'short',
    XUSHI_ADMIN_KEY: 'short',
    XUSHI_LOG_LEVEL: 'loud',
  };
  for (const name of Object.keys(wrong)) {
    t.throws(() => readConfig(wrong), { code: 'configInvalid', message: new RegExp(name) });
  }
});

t.test('a moment before the first year is none', async (t) => {
  for (const text of ['0000-01-01T00:00:00Z', '0000-12-31T23:59:59Z', '0001-01-01T00:00:00+08:00'])
    t.equal(parseMoment(text), null, text);
  t.equal(parseMoment('0001-01-01T00:00:00Z')?.getUTCFullYear(), 1);
});
