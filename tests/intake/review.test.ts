import t from 'tap';
import { openCounty } from '../county.js';

/** After the deadline: who owes a figure is judged without one. */
const NOW = '2017-12-12T09:00:00+08:00';
const output = (value: string, rest: Record<string, unknown> = {}) => [
  { indicator: 'output', value, ...rest },
];

/** A county whose park is reviewed; keys of two people. */
async function openReviewed(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, '2017-11-20T09:00:00+08:00');
  const { ask, call, keyFor, drain } = county;
  // The month is there once anything of it is.
  await county.moveTo(NOW);
  await county.report('2017-11', [{ indicator: 'share', value: '70' }]);
  await ask('PUT', '/v1/orgs/park', {
    name: 'park',
    level: 'park',
    activeFrom: '2000-01-01',
    review: 'required',
  });
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [{ indicator: 'output', from: '2017-11' }] });
  for (const key of ['wang', 'li']) await ask('PUT', `/v1/people/${key}`, { name: key, org: 'county' });
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '100' });
  const [wang, li, system] = [
    await keyFor('county', 'reviewer', 'wang'),
    await keyFor('county', 'reviewer', 'li'),
    await keyFor('park', 'reporter'),
  ];
  const act = async (method: string, url: string, body: unknown, key: string) => {
    const answer = await call(method, url, body, { key });
    await drain();
    return answer;
  };
  const figures = async () =>
    (
      await ask<{ data: { value: string | null; state: string }[] }>(
        'GET',
        '/v1/figures?org=park&indicator=output&from=2017-11',
      )
    ).data.map(({ value, state }) => `${value} ${state}`);
  const evaluation = async () => {
    const [row] = await county.evaluations('org=park&period=2017-11&indicator=output');
    return [row?.state, row?.figure];
  };
  return { ...county, wang, li, system, act, figures, evaluation };
}

t.test('under review nothing counts until another person accepts it', async (t) => {
  const { act, wang, li, figures, evaluation, sql } = await openReviewed(t);
  const sent = await act(
    'POST',
    '/v1/submissions',
    { org: 'park', period: '2017-11', values: output('92') },
    wang,
  );
  t.match(sent, { status: 201, body: { state: 'underReview' } });
  t.same(await figures(), ['92 underReview']);
  t.same(await evaluation(), ['underReview', null]);
  const accept = `/v1/submissions/${sent.body.id}/accept`;
  t.match(await act('POST', accept, undefined, wang), {
    status: 403,
    body: { code: 'secondPersonRequired' },
  });
  t.match(await act('POST', accept, undefined, li), {
    status: 200,
    body: { state: 'accepted', steps: [{ step: 'accepted', person: 'li' }] },
  });
  t.same(await figures(), ['92 confirmed', '92 inForce']);
  t.same(await evaluation(), ['evaluated', '92']);
  t.match(await act('POST', accept, undefined, li), { status: 409, body: { code: 'notUnderReview' } });
  const events = await sql`SELECT type FROM event WHERE type LIKE 'submission.%' ORDER BY id`;
  t.same(
    events.map(({ type }) => type),
    [
      ...['submission.accepted', 'submission.evaluated'],
      ...['submission.underReview', 'submission.accepted', 'submission.evaluated'],
    ],
  );
});

t.test('returned: as if it had not been reported', async (t) => {
  const { act, wang, li, figures, evaluation } = await openReviewed(t);
  const report = (value: string, key: string, rest: object = {}) =>
    act('POST', '/v1/submissions', { org: 'park', period: '2017-11', values: output(value), ...rest }, key);
  const first = await report('92', wang);
  await act('POST', `/v1/submissions/${first.body.id}/accept`, undefined, li);
  const second = await report('99', wang, { reason: '更正' });
  t.same(await evaluation(), ['evaluated', '92'], 'what was accepted stays in force meanwhile');
  t.match(await act('POST', `/v1/submissions/${second.body.id}/return`, { reason: '依据不足' }, li), {
    status: 200,
    body: { state: 'returned', waiting: [], steps: [{ step: 'returned', reason: '依据不足' }] },
  });
  t.same(await figures(), ['92 confirmed', '92 inForce', '99 returned']);
  const third = await report('95', wang, { reason: '更正' });
  await act('POST', `/v1/submissions/${third.body.id}/accept`, undefined, li);
  t.same(await evaluation(), ['evaluated', '95']);
  await act('POST', `/v1/submissions/${third.body.id}/return`, { reason: '数据有误' }, li);
  t.same(await evaluation(), ['evaluated', '92'], 'the one before counts again');
  t.same(
    await act('POST', `/v1/submissions/${third.body.id}/return`, { reason: 'x' }, li).then(
      ({ status }) => status,
    ),
    409,
  );
  await act('POST', `/v1/submissions/${first.body.id}/return`, { reason: '数据有误' }, li);
  t.match(await evaluation(), ['notReported', null]);
});

t.test('a system’s key reports and does not review', async (t) => {
  const { act, system, li } = await openReviewed(t);
  const sent = await act(
    'POST',
    '/v1/submissions',
    { org: 'park', period: '2017-11', values: output('92') },
    system,
  );
  t.equal(sent.status, 201);
  t.equal((await act('POST', `/v1/submissions/${sent.body.id}/accept`, undefined, system)).status, 403);
  t.equal((await act('POST', `/v1/submissions/${sent.body.id}/accept`, undefined, li)).status, 200);
});
