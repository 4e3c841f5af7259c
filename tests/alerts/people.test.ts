import t from 'tap';
import { openCounty } from '../county.js';
import { until } from '../faults/until.js';

const TARGET = { org: 'park', year: 2017, indicator: 'output', value: '120' };

t.test(
  'a warning is signed, worked on, closed by a second person, and comes back when it lags again',
  async (t) => {
    const county = await openCounty(t, '2017-07-05T09:00:00+08:00');
    const { ask, call, drain, report, alerts, keyFor, moveTo } = county;
    for (const person of ['wang', 'li']) {
      await ask('PUT', `/v1/people/${person}`, { name: person, org: 'county' });
    }
    const wang = await keyFor('county', 'commander', 'wang');
    const again = await keyFor('county', 'commander', 'wang');
    const li = await keyFor('county', 'reviewer', 'li');
    await ask('PUT', '/v1/people/zhao', { name: '赵', org: 'other-county' });
    const other = await keyFor('other-county', 'commander', 'zhao');
    await ask('POST', '/v1/targets', TARGET);
    // 50 of 60 planned: 41.67% against 50%, 8.33 points behind.
    await report('2017-06', [{ indicator: 'output', value: '50' }]);
    const [raised] = await alerts('park');
    t.match(raised, { state: 'open', light: 'orange', level: 'weekly' });
    const step = (what: string, body: unknown, key: string) =>
      call('POST', `/v1/alerts/${raised?.id}/${what}`, body, { key });

    t.match(await step('acknowledge', {}, other), { status: 404 }, 'not another county’s');
    t.match(await step('close-request', { evidence: '已补齐' }, wang), {
      status: 409,
      body: { code: 'alertStateConflict' },
    });
    t.match(await step('acknowledge', {}, wang), { status: 200, body: { state: 'acknowledged' } });
    const measure = { cause: '停产检修', measure: '加班赶产', owner: '王', due: '2017-08-31' };
    t.match(await step('rectification', { ...measure, owner: undefined }, wang), { status: 422 });
    t.match(await step('rectification', measure, wang), { status: 200, body: { state: 'rectifying' } });
    t.match(await step('escalate', { level: 'weekly', reason: '同级' }, wang), { status: 409 });
    t.match(await step('escalate', { level: 'monthly', reason: '进展慢' }, wang), {
      status: 200,
      body: { level: 'monthly' },
    });
    t.match(await step('close-request', { evidence: '产线已恢复' }, wang), { status: 200 });
    for (const key of [wang, again]) {
      t.match(
        await step('close', {}, key),
        { status: 403, body: { code: 'secondPersonRequired' } },
        'whatever key',
      );
    }
    t.match(
      await call('POST', `/v1/alerts/${raised?.id}/close`, {}),
      { status: 403, body: { code: 'personNeeded' } },
      'a key of nobody',
    );
    t.match(await step('send-back', { reason: '佐证不足' }, li), {
      status: 200,
      body: { state: 'rectifying' },
    });
    t.match(await step('close-request', { evidence: '附用电量' }, wang), { status: 200 });
    t.match(await step('close', { note: '同意' }, li), { status: 200, body: { state: 'closed' } });
    await drain();

    // Closed for June; July lags again and reopens it, at the level of its light.
    await moveTo('2017-08-05T09:00:00+08:00');
    await report('2017-07', [{ indicator: 'output', value: '62' }]);
    const [alert] = await alerts('park');
    t.match(alert, { state: 'open', level: 'weekly' });
    t.same(alert?.life, [
      '6 raised',
      '6 acknowledged',
      '6 rectificationFiled',
      '6 escalated',
      '6 closeRequested',
      '6 sentBack',
      '6 closeRequested',
      '6 closed',
      '7 reopened',
    ]);
    // The feed waits for every transaction of the server, also those of other tests.
    const told = await until('both steps in the feed', async () => {
      const url = '/v1/events?types=alert.closed,alert.reopened';
      const { data } = await ask<{ data: { type: string }[] }>('GET', url);
      return data.length >= 2 && data.map(({ type }) => type);
    });
    t.same(told, ['alert.closed', 'alert.reopened'], 'every step is an event');
    const steps = await county.sql<{ step: object }[]>`
      SELECT payload->'transition' AS step FROM event
      WHERE type IN ('alert.acknowledged', 'alert.rectificationFiled', 'alert.closeRequested', 'alert.closed')`;
    for (const { step } of steps) {
      const stands = { light: 'orange', lightName: '橙灯（滞后）' };
      t.match(step, { ...stands, latestPeriod: '2017-06', latestPeriodName: '2017年1—6月' });
    }
  },
);

t.test('a judgement and a person at once: neither step is lost', async (t) => {
  const { ask, call, context, report, alerts, moveTo, keyFor } = await openCounty(
    t,
    '2017-07-05T09:00:00+08:00',
  );
  await ask('PUT', '/v1/people/wang', { name: '王', org: 'county' });
  const key = await keyFor('county', 'reporter', 'wang');
  await ask('POST', '/v1/targets', TARGET);
  await report('2017-06', [{ indicator: 'output', value: '50' }]);
  const [raised] = await alerts('park');
  await moveTo('2017-08-05T09:00:00+08:00');
  await ask('POST', '/v1/submissions', {
    org: 'park',
    period: '2017-07',
    values: [{ indicator: 'output', value: '55' }],
  });
  const [, answer] = await Promise.all([
    context.runReactor('evaluate'),
    call('POST', `/v1/alerts/${raised?.id}/acknowledge`, {}, { key }),
  ]);
  t.equal(answer.status, 200);
  const [alert] = await alerts('park');
  t.equal(alert?.state, 'acknowledged');
  const reasons = (alert?.life ?? []).map((entry) => entry.split(' ')[1]);
  t.same(reasons.sort(), ['acknowledged', 'raised', 'worsened']);
});
