import { openInstallation } from '@xushi/testing';
import t from 'tap';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What is no GET and does not change anything a person answers for: reporting, checking, trying out. */
const FOR_MACHINES = [
  'POST /v1/policies/{key}/preview',
  'POST /v1/submissions',
  'POST /v1/submissions/bulk',
  'POST /v1/submissions/file',
  'POST /v1/submissions/validate',
  'POST /v1/submissions/{id}/confirm',
];

/** What somebody answers for by name, whatever the role of a key without a person. A new call has to be named. */
const OF_PERSONS = [
  'POST /v1/alerts/{id}/acknowledge',
  'POST /v1/alerts/{id}/close',
  'POST /v1/alerts/{id}/close-request',
  'POST /v1/alerts/{id}/escalate',
  'POST /v1/alerts/{id}/rectification',
  'POST /v1/alerts/{id}/send-back',
  'POST /v1/extensions',
  'POST /v1/reports/{id}/finalize',
  'POST /v1/submissions/{id}/accept',
  'POST /v1/submissions/{id}/return',
];

t.test('a key without a person submits and reads; an admin’s one sets up as well', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  await call('PUT', '/v1/people/li', { name: '李' });
  const keyOf = async (role: string, person?: string) => {
    const body = { name: role, role, org: 'all', ...(person ? { person } : {}) };
    return String((await call('POST', '/v1/keys', body)).body.secret);
  };
  const { body } = await call<{ paths: Record<string, Record<string, unknown>> }>('GET', '/openapi.json');
  const calls = Object.entries(body.paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
  t.ok(calls.length > 50);

  /** The calls that are refused because the key is nobody’s. */
  const refused = async (key: string) => {
    const found: string[] = [];
    for (const [method, path] of calls) {
      const url = path.replace('{key}', 'x-1').replace('{system}', 'x').replace('{year}', '2021');
      const wanted = url.replace('{format}', 'json').replace('{id}', NOBODY);
      const sent = method === 'GET' || method === 'DELETE' ? undefined : { org: 'nowhere' };
      const answer = await call(method, wanted, sent, { key });
      if (answer.body?.code !== 'personNeeded') continue;
      t.equal(answer.status, 403);
      found.push(`${method} ${path}`);
    }
    return found.sort();
  };
  const changing = calls
    .filter(([method]) => method !== 'GET')
    .map((one) => one.join(' '))
    .filter((one) => !FOR_MACHINES.includes(one))
    .sort();
  t.strictSame(await refused(await keyOf('admin')), OF_PERSONS, 'an admin’s key of nobody');
  t.strictSame(await refused(await keyOf('admin', 'li')), [], 'a person’s key');
  const role = await keyOf('commander');
  const commander = await refused(role);
  for (const one of commander) t.ok(changing.includes(one), `${one} is refused to a machine`);
  // What is left is above the role as it is.
  for (const one of changing.filter((each) => !commander.includes(each))) {
    const [method = '', path = ''] = one.split(' ');
    const url = path
      .replace(/\{(key|system)\}/, 'x-1')
      .replace('{year}', '2021')
      .replace('{id}', NOBODY);
    t.match(await call(method, url, method === 'DELETE' ? undefined : {}, { key: role }), {
      status: 403,
      body: { code: 'roleNotAllowed' },
    });
  }
});
