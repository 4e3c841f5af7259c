import { startApi } from '@xushi/api';
import { openInstallation } from '@xushi/testing';
import t from 'tap';

/** An api over real HTTP with the limits given, and the wall clock in the test's hand. */
async function open(test: typeof t, env: Record<string, string>) {
  let at = new Date('2021-10-08T01:00:00Z').getTime();
  const { context, call } = await openInstallation(test, {
    at: '2021-10-08T09:00:00+08:00',
    wall: { now: () => new Date(at) },
    env: { XUSHI_RATE_LIMIT: '0', XUSHI_FAILED_KEY_LIMIT: '0' },
  });
  const issue = async (role = 'reporter') => {
    const { body } = await call('POST', '/v1/keys', { name: 'x', role, org: 'all' });
    return { id: String(body.id), secret: String(body.secret) };
  };
  const limits = { rateLimit: Number(env.rate ?? 0), failedKeyLimit: Number(env.failed ?? 0) };
  const api = await startApi({ ...context, config: { ...context.config, ...limits } });
  test.teardown(() => api.stop());
  const ask = async (secret: string | null, path = '/v1/orgs') => {
    const headers = secret === null ? {} : { authorization: `Bearer ${secret}` };
    const answer = await fetch(`${api.url}${path}`, { headers });
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: (await answer.json()) as Record<string, unknown>,
    };
  };
  return {
    ask,
    call,
    issue,
    wait: (seconds: number) => {
      at += seconds * 1000;
    },
  };
}

t.test('a key may ask so often a minute, and then has to wait', async (t) => {
  const { ask, call, issue, wait } = await open(t as never, { rate: '6' });
  const busy = await issue();
  const quiet = await issue();
  const asked = await Promise.all(Array.from({ length: 9 }, () => ask(busy.secret)));
  t.same(
    asked.map(({ status }) => status).sort(),
    [...Array(6).fill(200), ...Array(3).fill(429)],
    'of nine at once six are let in',
  );
  const refused = await ask(busy.secret);
  t.match(refused, { status: 429, retryAfter: '10', body: { code: 'tooManyRequests', status: 429 } });
  t.equal((await ask(quiet.secret)).status, 200, 'another key has its own');
  wait(9);
  t.match(await ask(busy.secret), { status: 429, retryAfter: '1' });
  wait(1);
  t.same(
    [(await ask(busy.secret)).status, (await ask(busy.secret)).status],
    [200, 429],
    'one in ten seconds',
  );

  const { body } = await call('POST', `/v1/keys/${busy.id}/rotate`, {});
  t.equal((await ask(String(body.secret))).status, 429, 'another secret is no other key');
  wait(3600);
  const after = await Promise.all(Array.from({ length: 8 }, () => ask(busy.secret)));
  t.equal(after.filter(({ status }) => status === 200).length, 6, 'no more is saved up than a minute’s');

  for (const path of ['/healthz', '/readyz']) {
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(null, path)));
    t.ok(
      answers.every(({ status }) => status === 200),
      `${path} has no limit`,
    );
  }
});

t.test('keys are not guessed: an address that tried too many is let try no more', async (t) => {
  const { ask, issue, wait } = await open(t as never, { failed: '5' });
  const known = await issue();
  const other = await issue();
  t.equal((await ask(known.secret)).status, 200);
  const guess = (n: number) => ask(`xushi_guess_number_${n}`);
  const guesses = await Promise.all([1, 2, 3, 4, 5].map(guess));
  t.ok(guesses.every(({ status }) => status === 401));
  t.match(await guess(6), { status: 429, retryAfter: '12', body: { code: 'tooManyRequests' } });
  t.equal((await ask(other.secret)).status, 429, 'not even a good one: it would tell that it was found');
  t.equal((await ask(known.secret)).status, 200, 'who was here before is not locked out');
  t.equal((await ask(null)).status, 401, 'no key is no guess');
  wait(12);
  t.equal((await ask(other.secret)).status, 200);
});

t.test('both limits are on where nobody sets them, and a wrong one stops the start', async (t) => {
  const { readConfig } = await import('@xushi/platform');
  t.match(readConfig({}), { rateLimit: 6000, failedKeyLimit: 60 });
  t.match(readConfig({ XUSHI_RATE_LIMIT: '0' }), { rateLimit: 0 });
  for (const wrong of ['-1', '1.5', 'many', '10000000']) {
    t.throws(() => readConfig({ XUSHI_RATE_LIMIT: wrong }), { code: 'configInvalid' }, wrong);
  }
});
