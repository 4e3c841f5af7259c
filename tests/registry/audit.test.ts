import t from 'tap';
import { openCounty } from '../county.js';

/** What is no GET and changes no configuration: figures, work on warnings, requests for what is there. */
const NOT_CONFIGURING = new Set([
  'POST /v1/submissions',
  'POST /v1/submissions/validate',
  'POST /v1/submissions/bulk',
  'POST /v1/submissions/file',
  'POST /v1/submissions/{id}/confirm',
  'POST /v1/submissions/{id}/accept',
  'POST /v1/submissions/{id}/return',
  'POST /v1/extensions',
  'POST /v1/history/file',
  'POST /v1/policies/{key}/preview',
  'POST /v1/alerts/{id}/acknowledge',
  'POST /v1/alerts/{id}/rectification',
  'POST /v1/alerts/{id}/close-request',
  'POST /v1/alerts/{id}/close',
  'POST /v1/alerts/{id}/send-back',
  'POST /v1/alerts/{id}/escalate',
  'POST /v1/deliveries/{id}/redeliver',
  'POST /v1/reports',
  'POST /v1/reports/{id}/finalize',
]);

const NOW = '2017-12-05T09:00:00+08:00';
type Change = [call: string, url: string, body: unknown, line: Record<string, unknown>];
type Line = Record<string, unknown>;

t.test(
  'every change of the configuration leaves one line: who, what, what it was, in which request',
  async (t) => {
    const { ask, call, keyFor } = await openCounty(t, NOW);
    await ask('PUT', '/v1/people/li', { name: '李', org: 'city' });
    const key = await keyFor('all', 'admin', 'li');
    const lines = async () => (await ask<{ data: Line[] }>('GET', '/v1/audit?limit=500')).data;
    const { id } = await ask<{ id: string }>('POST', '/v1/keys', {
      name: 'x',
      role: 'reporter',
      org: 'park',
    });
    const { id: receiver } = await ask<{ id: string }>('POST', '/v1/receivers', {
      name: 'r',
      channel: 'email',
      to: 'a@b.example',
      org: 'park',
    });
    let known = (await lines()).length;
    const org = (name: string) => ({ name, level: 'park', parent: 'county' });
    const indicator = (name: string) => ({ name, unit: '家', type: 'count' });
    const target = { org: 'park', year: 2017, indicator: 'share', value: '80' };
    const reference = { org: 'park', indicator: 'share', period: '2017-10', average: '70' };
    const duty = { indicators: [{ indicator: 'output', from: '2017-01', to: null }], dueDay: 9 };
    const rules = [{ light: 'green' }];
    const filed = (text: string) =>
      Buffer.from(
        `--line\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n${text}\r\n--line--\r\n`,
      );
    const changes: Change[] = [
      [
        'POST /v1/orgs/file',
        '/v1/orgs/file',
        filed('代码,名称,层级\nfiled,n,园区\n'),
        { org: 'filed', action: 'org.created', subject: 'filed', before: null, after: { name: 'n' } },
      ],
      [
        'POST /v1/indicators/file',
        '/v1/indicators/file',
        filed('代码,名称,计量单位,类型\nfiled,n,家,计数\n'),
        { org: 'all', action: 'indicator.created', subject: 'filed', before: null },
      ],
      [
        'POST /v1/targets/file',
        '/v1/targets/file',
        filed('单位,年度,指标,目标值\npark,2016,share,80\n'),
        { org: 'park', action: 'target.set', subject: 'park/2016/share/value/annual', before: null },
      ],
      [
        'PUT /v1/orgs/{key}',
        '/v1/orgs/new',
        org('n'),
        { org: 'new', action: 'org.created', subject: 'new', before: null, after: org('n') },
      ],
      [
        'PUT /v1/orgs/{key}',
        '/v1/orgs/new',
        org('m'),
        {
          action: 'org.changed',
          before: { name: 'n', memberships: [{ parent: 'county' }] },
          after: { name: 'm' },
        },
      ],
      [
        'PUT /v1/orgs/{key}/duty',
        '/v1/orgs/park/duty',
        duty,
        { org: 'park', action: 'duty.set', before: null, after: duty },
      ],
      [
        'PUT /v1/orgs/{key}/duty',
        '/v1/orgs/park/duty',
        { indicators: [] },
        { before: duty, after: { indicators: [] } },
      ],
      [
        'PUT /v1/indicators/{key}',
        '/v1/indicators/new',
        indicator('n'),
        { org: 'all', action: 'indicator.created', before: null },
      ],
      [
        'PUT /v1/indicators/{key}',
        '/v1/indicators/new',
        indicator('m'),
        { org: 'all', action: 'indicator.changed', before: { name: 'n', unit: '家' }, after: { name: 'm' } },
      ],
      [
        'POST /v1/targets',
        '/v1/targets',
        target,
        {
          org: 'park',
          action: 'target.set',
          subject: 'park/2017/share/value/annual',
          before: null,
          after: { value: '80' },
        },
      ],
      [
        'POST /v1/targets',
        '/v1/targets',
        { ...target, value: '81', reason: '调整' },
        { before: { value: '80', version: 1 }, after: { value: '81', reason: '调整' } },
      ],
      [
        'PUT /v1/policies/{key}',
        '/v1/policies/mine',
        { rules },
        { org: 'all', action: 'policy.set', subject: 'mine', before: null },
      ],
      [
        'PUT /v1/policies/{key}',
        '/v1/policies/mine',
        { rules, fromMonth: 3 },
        { before: { version: 1, rules }, after: { fromMonth: 3 } },
      ],
      [
        'PUT /v1/policies/{key}/scopes',
        '/v1/policies/mine/scopes',
        [{ org: 'park', indicator: 'share', from: '2017-01' }],
        { action: 'policy.hung', subject: 'mine', before: null },
      ],
      [
        'PUT /v1/policies/{key}/scopes',
        '/v1/policies/mine/scopes',
        [],
        { before: { scopes: [{ org: 'park', indicator: 'share', from: '2017-01' }] }, after: { scopes: [] } },
      ],
      [
        'PUT /v1/calendar/{year}',
        '/v1/calendar/2018',
        { daysOff: ['2018-01-01'], workdays: [] },
        { org: 'all', action: 'calendar.set', before: null },
      ],
      [
        'PUT /v1/calendar/{year}',
        '/v1/calendar/2018',
        { daysOff: ['2018-01-02'], workdays: [] },
        { before: { daysOff: ['2018-01-01'] }, after: { daysOff: ['2018-01-02'] } },
      ],
      [
        'PUT /v1/calendar/{year}',
        '/v1/calendar/2018?org=park',
        { daysOff: ['2018-03-01'], workdays: [] },
        { org: 'park', action: 'calendar.set', before: null },
      ],
      [
        'PUT /v1/peer-groups/{key}',
        '/v1/peer-groups/g',
        { orgs: ['park', 'sister'] },
        { action: 'peers.set', subject: 'g', before: null },
      ],
      [
        'PUT /v1/peer-groups/{key}',
        '/v1/peer-groups/g',
        { orgs: [] },
        { before: { orgs: ['park', 'sister'] }, after: { orgs: [] } },
      ],
      [
        'POST /v1/references',
        '/v1/references',
        reference,
        { org: 'park', action: 'reference.set', before: null, after: { average: '70' } },
      ],
      [
        'POST /v1/references',
        '/v1/references',
        { ...reference, average: '71' },
        { before: { average: '70' }, after: { average: '71' } },
      ],
      [
        'POST /v1/evaluations/rerun',
        '/v1/evaluations/rerun',
        { org: 'park', year: 2017, reason: '因' },
        { org: 'park', action: 'evaluation.rerun', after: { reason: '因' } },
      ],
      [
        'POST /v1/scores/adjustments',
        '/v1/scores/adjustments',
        { org: 'park', year: 2017, points: '1', reason: '因' },
        { org: 'park', action: 'score.adjusted', after: { points: '1', reason: '因' } },
      ],
      [
        'PUT /v1/people/{key}',
        '/v1/people/wang',
        { name: '王', org: 'park' },
        { org: 'park', action: 'person.set', subject: 'wang', before: null },
      ],
      [
        'PUT /v1/people/{key}',
        '/v1/people/wang',
        { name: '王五', org: 'park' },
        { before: { name: '王', org: 'park' }, after: { name: '王五' } },
      ],
      [
        'PUT /v1/aliases/{system}',
        '/v1/aliases/erp',
        { orgs: { '1': 'park' } },
        { org: 'all', action: 'aliases.set', before: null },
      ],
      [
        'PUT /v1/aliases/{system}',
        '/v1/aliases/erp',
        {},
        { before: { orgs: { '1': 'park' } }, after: { orgs: {} } },
      ],
      [
        'POST /v1/receivers',
        '/v1/receivers',
        { name: 'w', channel: 'webhook', url: 'https://x.example/', org: 'park' },
        { org: 'park', action: 'receiver.created', before: null },
      ],
      [
        'DELETE /v1/receivers/{id}',
        `/v1/receivers/${receiver}`,
        undefined,
        { org: 'park', action: 'receiver.removed', before: { name: 'r', enabled: true } },
      ],
      [
        'POST /v1/keys',
        '/v1/keys',
        { name: 'y', role: 'reporter', org: 'park' },
        { org: 'park', action: 'key.issued', before: null, after: { role: 'reporter' } },
      ],
      [
        'POST /v1/keys/{id}/rotate',
        `/v1/keys/${id}/rotate`,
        {},
        {
          org: 'park',
          action: 'key.rotated',
          subject: id,
          before: { previousUntil: null },
          after: { previousUntil: String },
        },
      ],
      [
        'DELETE /v1/keys/{id}',
        `/v1/keys/${id}`,
        undefined,
        { org: 'park', action: 'key.revoked', subject: id, before: { role: 'reporter' } },
      ],
      [
        'PUT /v1/clock',
        '/v1/clock',
        { now: '2017-12-06T09:00:00+08:00' },
        {
          org: 'all',
          action: 'clock.set',
          before: { now: String },
          after: { goal: '2017-12-06T01:00:00.000Z' },
        },
      ],
    ];
    for (const [position, [name, url, body, line]] of changes.entries()) {
      const requestId = `change-${position}`;
      const method = name.split(' ')[0] ?? '';
      const form = Buffer.isBuffer(body) ? { 'content-type': 'multipart/form-data; boundary=line' } : {};
      const answer = await call(method, url, body, { key, headers: { 'x-request-id': requestId, ...form } });
      t.ok(
        answer.status < 300,
        `${method} ${url}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`,
      );
      const now = await lines();
      t.equal(now.length, known + 1, `${method} ${url}: one line`);
      t.match(
        now.at(-1),
        { ...line, person: 'li', key: String, requestId, at: /^2017-12-05T01:/ },
        `${method} ${url}`,
      );
      known = now.length;
    }

    const { body } = await call<{ paths: Record<string, object> }>('GET', '/openapi.json');
    const served = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const tried = new Set(changes.map(([name]) => name));
    t.same(
      served.filter((name) => !name.startsWith('GET ') && !NOT_CONFIGURING.has(name) && !tried.has(name)),
      [],
      'every call that configures was tried',
    );

    for (const [method, url, refused] of [
      ['PUT', '/v1/orgs/new', { ...org('n'), parent: 'new' }],
      ['PUT', '/v1/orgs/new/duty', { indicators: [{ indicator: 'nothing', from: '2017-01' }] }],
      ['POST', '/v1/keys', { name: 'z', role: 'reporter', org: 'nowhere' }],
      ['PUT', '/v1/aliases/erp', { orgs: { '1': 'nowhere' } }],
    ] as const) {
      t.ok((await call(method, url, refused, { key })).status >= 400);
    }
    for (const path of served.filter((name) => name.startsWith('GET ')).map((name) => name.slice(4))) {
      await call(
        'GET',
        path.replace(/\{(\w+)\}/g, (_, name) => (name === 'year' ? '2018' : String(id))),
        undefined,
        { key },
      );
    }
    t.equal((await lines()).length, known, 'what was refused or read leaves none');
    const secrets = (await lines()).filter((line) => /xushi_|whsec_/.test(JSON.stringify(line)));
    t.same(secrets, [], 'and no line holds a secret');
  },
);

t.test('the record of changes is asked by what, where and when, in pages', async (t) => {
  const { ask, call, moveTo } = await openCounty(t, NOW);
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [] });
  await moveTo('2017-12-06T09:00:00+08:00');
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [] });
  await ask('PUT', '/v1/orgs/other-park/duty', { indicators: [] });
  const found = async (query: string) => {
    const { data } = await ask<{ data: Line[] }>('GET', `/v1/audit?${query}`);
    return data.map(({ action, subject, at }) => `${String(at).slice(8, 10)} ${action} ${subject}`);
  };
  t.same(await found('action=duty.set'), ['05 duty.set park', '06 duty.set park', '06 duty.set other-park']);
  t.same(await found('action=duty.set&subject=park'), ['05 duty.set park', '06 duty.set park']);
  t.same(await found('under=county&from=2017-12-06T00:00:00Z'), ['06 duty.set park']);
  t.same(await found('action=duty.set&to=2017-12-06T01:00:00Z'), ['05 duty.set park']);
  t.same(await found('subject=nothing'), []);
  const first = await ask<{ data: Line[]; nextCursor: string }>('GET', '/v1/audit?action=duty.set&limit=2');
  t.equal(first.data.length, 2);
  t.same(await found(`action=duty.set&limit=2&cursor=${first.nextCursor}`), ['06 duty.set other-park']);
  t.equal((await call('GET', '/v1/audit?from=yesterday')).status, 422);
  t.equal((await call('GET', '/v1/audit?under=nowhere')).status, 404);
});

t.test('an admin of a county reads the lines of its subtree', async (t) => {
  const { ask, call, keyFor } = await openCounty(t, NOW);
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [] });
  await ask('PUT', '/v1/orgs/other-park/duty', { indicators: [] });
  const key = await keyFor('county', 'admin');
  const { body } = await call<{ data: { org: string }[] }>('GET', '/v1/audit', undefined, { key });
  t.same([...new Set(body.data.map((line) => line.org))].sort(), ['county', 'park', 'sister']);
});
