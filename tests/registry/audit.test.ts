import t from 'tap';
import { openCounty } from '../county.js';

t.test('every change of the configuration leaves one line: who, what, when, in which request', async (t) => {
  const { ask, call, keyFor } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('PUT', '/v1/people/li', { name: '李', org: 'city' });
  const key = await keyFor('all', 'admin', 'li');
  const lines = async (): Promise<Record<string, unknown>[]> =>
    (await ask<{ data: Record<string, unknown>[] }>('GET', '/v1/audit?limit=500')).data;
  const { id } = await ask<{ id: string }>('POST', '/v1/keys', { name: 'x', role: 'reporter', org: 'park' });
  let known = (await lines()).length;
  const changes: [method: string, url: string, body: unknown, line: Record<string, unknown>][] = [
    [
      'PUT',
      '/v1/orgs/new',
      { name: 'n', level: 'park', parent: 'county' },
      { org: 'new', action: 'org.created', subject: 'new' },
    ],
    [
      'PUT',
      '/v1/orgs/new',
      { name: 'm', level: 'park', parent: 'county' },
      { action: 'org.changed', before: { name: 'n' }, after: { name: 'm' } },
    ],
    ['PUT', '/v1/orgs/park/duty', { indicators: [] }, { org: 'park', action: 'duty.set' }],
    [
      'PUT',
      '/v1/indicators/new',
      { name: 'n', unit: '家', type: 'count' },
      { org: 'all', action: 'indicator.created' },
    ],
    [
      'PUT',
      '/v1/indicators/new',
      { name: 'm', unit: '家', type: 'count' },
      { org: 'all', action: 'indicator.changed' },
    ],
    [
      'POST',
      '/v1/targets',
      { org: 'park', year: 2017, indicator: 'share', value: '80' },
      {
        org: 'park',
        action: 'target.set',
        subject: 'park/2017/share/value/annual',
        before: null,
        after: { value: '80' },
      },
    ],
    [
      'PUT',
      '/v1/policies/mine',
      { rules: [{ light: 'green' }] },
      { org: 'all', action: 'policy.set', subject: 'mine' },
    ],
    [
      'PUT',
      '/v1/policies/mine/scopes',
      [{ org: 'park', from: '2017-01' }],
      { action: 'policy.hung', subject: 'mine' },
    ],
    [
      'PUT',
      '/v1/calendar/2018',
      { daysOff: ['2018-01-01'], workdays: [] },
      { org: 'all', action: 'calendar.set' },
    ],
    [
      'PUT',
      '/v1/calendar/2018?org=park',
      { daysOff: ['2018-03-01'], workdays: [] },
      { org: 'park', action: 'calendar.set' },
    ],
    [
      'PUT',
      '/v1/people/wang',
      { name: '王', org: 'park' },
      { org: 'park', action: 'person.set', subject: 'wang' },
    ],
    ['POST', '/v1/keys', { name: 'y', role: 'reporter', org: 'park' }, { org: 'park', action: 'key.issued' }],
    ['DELETE', `/v1/keys/${id}`, undefined, { org: 'park', action: 'key.revoked', subject: id }],
  ];
  for (const [position, [method, url, body, line]] of changes.entries()) {
    const requestId = `change-${position}`;
    const answer = await call(method, url, body, { key, headers: { 'x-request-id': requestId } });
    t.ok(answer.status < 300, `${method} ${url}: ${answer.status}`);
    const now = await lines();
    t.equal(now.length, known + 1, `${method} ${url}: one line`);
    t.match(
      now.at(-1),
      { ...line, person: 'li', key: String, requestId, at: /^2017-12-05T01:/ },
      `${method} ${url}`,
    );
    known = now.length;
  }
  t.equal(
    (await call('PUT', '/v1/orgs/new', { name: 'n', level: 'park', parent: 'new' }, { key })).status,
    422,
  );
  t.equal((await lines()).length, known, 'what was refused leaves none');
  const secrets = (await lines()).filter((line) => JSON.stringify(line).includes('xushi_'));
  t.same(secrets, [], 'and no line holds a secret');
});

t.test('an admin of a county reads the lines of its subtree', async (t) => {
  const { ask, call, keyFor } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [] });
  await ask('PUT', '/v1/orgs/other-park/duty', { indicators: [] });
  const key = await keyFor('county', 'admin');
  const { body } = await call<{ data: { org: string }[] }>('GET', '/v1/audit', undefined, { key });
  t.same([...new Set(body.data.map((line) => line.org))].sort(), ['county', 'park', 'sister']);
});
