import { runDueTicks, stepTowardsGoal } from '@xushi/scheduler';
import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

t.test('the clock goes forward only, to moments there are', async (t) => {
  const { call, ask, keyFor, rowCounts, context, drain } = await openCounty(t, NOW);
  await ask('PUT', '/v1/orgs/park/duty', { indicators: [{ indicator: 'share', from: '2017-01' }] });
  await drain();
  const put = (now: unknown) => call('PUT', '/v1/clock', { now });
  for (const [now, code] of [
    ['2017-12-05T08:59:59+08:00', 'clockGoesForward'],
    ['2017-12-05', 'notAMoment'],
    ['2018-01-01T09:00:00', 'notAMoment'],
    ['2018-13-01T09:00:00Z', 'notAMoment'],
    ['2018-02-30T09:00:00Z', 'notAMoment'],
    ['tomorrow', 'notAMoment'],
    // No period is after 2100: a clock that set out for one would never arrive, nor turn back.
    ['2150-01-01T00:00:00Z', 'notAMoment'],
  ] as const) {
    const answer = await put(now);
    t.same([answer.status, faultsOf(answer)], [422, [`/now ${code}`]], now);
  }
  const scoped = await keyFor('city', 'admin');
  t.match(await call('PUT', '/v1/clock', { now: NOW }, { key: scoped }), {
    status: 403,
    body: { code: 'scopeNotAllowed' },
  });
  t.equal((await put('2018-03-01T09:00:00+08:00')).status, 202);
  const before = await rowCounts();
  t.same(
    faultsOf(await put('2018-02-01T09:00:00+08:00')),
    ['/now clockGoesForward'],
    'not short of where it is going',
  );
  t.same(await rowCounts(), before);
  t.match(await ask('GET', '/v1/clock'), {
    goal: '2018-03-01T01:00:00.000Z',
    settled: false,
    now: /^2017-12-05T01/,
  });
  // Whoever was told of the duty after the reminder's moment is reminded on the next working day.
  for (const [moment, what] of [
    [/^2017-12-06T01:00/, 'the reminder'],
    [/^2017-12-08T10:00/, 'the deadline'],
    [/^2017-12-11T01:00/, 'the next tick'],
  ] as const) {
    await runDueTicks(context);
    await drain();
    await stepTowardsGoal(context);
    t.match(await ask('GET', '/v1/clock'), { now: moment, settled: false }, `it stands at ${what}`);
  }
});

t.test('a database keeps the kind of clock and the time zone it began with', async (t) => {
  const simulated = await openInstallation(t, { at: NOW });
  const again = (env: Record<string, string>, databaseUrl = simulated.databaseUrl) =>
    openInstallation(t, { at: '2001-01-01T00:00:00Z', databaseUrl, env });
  await t.rejects(again({ XUSHI_CLOCK: 'system' }), {
    code: 'clockKindFixed',
    message: /refuses a system one/,
  });
  await t.rejects(again({ XUSHI_TIMEZONE: 'Europe/Berlin' }), {
    code: 'timeZoneFixed',
    message: /Asia\/Shanghai/,
  });
  const reopened = await again({});
  t.match(
    (await reopened.call('GET', '/v1/clock')).body,
    { now: /^2017-12-05T/ },
    'an earlier start changes nothing',
  );
  const system = await openInstallation(t, { at: NOW, env: { XUSHI_CLOCK: 'system' } });
  t.match(await system.call('PUT', '/v1/clock', { now: '2100-01-01T00:00:00Z' }), {
    status: 409,
    body: { code: 'clockNotSimulated' },
  });
  t.match((await system.call('GET', '/v1/clock')).body, { kind: 'system', goal: null });
  await t.rejects(again({}, system.databaseUrl), {
    code: 'clockKindFixed',
    message: /refuses a simulated one/,
  });
});
