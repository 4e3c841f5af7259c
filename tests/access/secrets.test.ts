import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@xushi/platform';
import { cloneDatabase, freePort, TEST_SECRET_KEY, temporaryFolder } from '@xushi/testing';
import postgres from 'postgres';
import t from 'tap';
import { until } from '../faults/until.js';

const ADMIN = 'xushi_secrets_admin_key_0123456789';
const WRONG = 'xushi_nobody_holds_this_key_0123456789';

t.test('no secret is in the log, in an error, in the audit or in what is kept for repetitions', async (t) => {
  const databaseUrl = await cloneDatabase(t);
  const port = await freePort();
  const main = fileURLToPath(new URL('../../../services/api/dist/src/main.js', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      XUSHI_SECRET_KEY: TEST_SECRET_KEY,
      XUSHI_ADMIN_KEY: ADMIN,
      XUSHI_CLOCK: 'simulated:2017-12-05T09:00:00+08:00',
      XUSHI_SEED: 'none',
      XUSHI_DATA_DIR: temporaryFolder(t),
      XUSHI_PORT: String(port),
      XUSHI_LOG_LEVEL: 'trace',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.teardown(() => child.exitCode === null && child.kill('SIGKILL'));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  await until('the api is ready', () =>
    fetch(`${url}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false),
  );

  const secrets = new Set([ADMIN, WRONG]);
  let errors = '';
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const { secret } = (text.startsWith('{') ? JSON.parse(text) : {}) as { secret?: string };
    if (secret !== undefined) secrets.add(secret);
    if (answer.status >= 400) errors += text;
    return { status: answer.status, text };
  };
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

  // Every way a secret is made, each asked for twice with one Idempotency-Key.
  const issue = { name: 'x', role: 'reporter', org: 'all' };
  const hook = { name: 'h', channel: 'webhook', url: 'https://hook.example/', org: 'all' };
  for (const [path, body] of [
    ['/v1/keys', issue],
    ['/v1/receivers', hook],
  ] as const) {
    const first = await ask('POST', path, body, { 'idempotency-key': 'k' });
    t.equal(first.status, 201);
    t.match(await ask('POST', path, body, { 'idempotency-key': 'k' }), {
      status: 201,
      text: /"secretAlreadyShown":true/,
    });
  }
  const { id } = JSON.parse((await ask('POST', '/v1/keys', issue)).text) as { id: string };
  const rotate = () => ask('POST', `/v1/keys/${id}/rotate`, {}, { 'idempotency-key': 'r' });
  t.notMatch((await rotate()).text, /secretAlreadyShown/);
  t.match((await rotate()).text, /"secretAlreadyShown":true/);
  t.equal(secrets.size, 2 + 4, 'two keys, a webhook and a rotation');

  // Every way to fail, with the secret wherever a sender may put it by mistake.
  for (const secret of secrets) {
    await ask('GET', '/v1/orgs', undefined, bearer(secret));
    await ask('POST', '/v1/keys', {}, bearer(secret));
    await ask('GET', '/v1/orgs', undefined, { authorization: secret });
    await ask('PATCH', '/v1/orgs', undefined, bearer(secret));
    await ask('POST', '/v1/keys', { ...issue, person: 'nobody' }, bearer(secret));
    await ask('POST', '/v1/submissions', '{"broken', bearer(secret));
    await ask('GET', '/v1/orgs', undefined, { ...bearer(secret), 'x-request-id': 'a b' });
  }
  // And to fail as a fault of ours, while a key is written.
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  t.teardown(() => sql.end());
  await sql`ALTER TABLE audit ADD CONSTRAINT closed CHECK (action <> 'key.issued' AND action <> 'key.rotated') NOT VALID`;
  t.equal((await ask('POST', '/v1/keys', issue)).status, 500);
  t.equal((await ask('POST', `/v1/keys/${id}/rotate`, {})).status, 500);
  await sql`ALTER TABLE api_key RENAME TO api_key_gone`;
  t.equal((await ask('GET', '/v1/orgs', undefined, bearer([...secrets].at(-1) ?? ''))).status, 500);
  await sql`ALTER TABLE api_key_gone RENAME TO api_key`;

  child.kill('SIGTERM');
  await once(child, 'close');
  t.match(log, /"code":"notAuthenticated"/, 'refusals are logged');
  t.match(log, /"level":50/, 'and faults');
  t.match(errors, /"code":"internal"/);

  const [kept] = await sql<{ text: string }[]>`
    SELECT concat((SELECT jsonb_agg(to_jsonb(a)) FROM audit a), (SELECT jsonb_agg(to_jsonb(i)) FROM idempotency i),
                  (SELECT jsonb_agg(to_jsonb(e)) FROM event e), (SELECT jsonb_agg(to_jsonb(k)) FROM api_key k),
                  (SELECT jsonb_agg(to_jsonb(r)) FROM receiver r)) AS text`;
  for (const [where, text] of [
    ['the log', log],
    ['errors', errors],
    ['the database', kept?.text ?? ''],
  ] as const) {
    t.ok(text.length > 100, `there is something in ${where}`);
    for (const secret of secrets) {
      t.notOk(text.includes(secret), `${where}: not ${secret.slice(0, 14)}…`);
      t.notOk(text.includes(Buffer.from(secret).toString('base64')), `${where}: nor in another writing`);
    }
    t.notMatch(text, /Bearer [\w-]/, `${where}: no Authorization header`);
  }
  for (const secret of secrets) {
    for (const coding of ['hex', 'base64'] as const) {
      t.notOk(log.includes(sha256(secret).toString(coding)), 'the log has no hash of a key either');
    }
  }
});
