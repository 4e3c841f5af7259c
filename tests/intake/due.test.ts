import t from 'tap';
import { openCounty } from '../county.js';

const duty = (rest: Record<string, unknown> = {}) => ({
  indicators: [{ indicator: 'output', from: '2017-01' }],
  ...rest,
});
const output = (value: string) => [{ indicator: 'output', value }];

t.test('how late a sheet is, is fixed by its first arrival', async (t) => {
  const { report, moveTo } = await openCounty(t, '2017-12-08T17:59:00+08:00');
  t.match(await report('2017-11', output('1')), {
    late: false,
    dueAt: '2017-12-08T10:00:00.000Z',
    findings: [],
  });
  await moveTo('2017-12-08T18:00:01+08:00');
  t.match(await report('2017-11', output('2'), { reason: 'x' }), { revision: 2, late: false, findings: [] });
  const late = await report('2017-11', output('3'), { org: 'sister' });
  t.match(late, {
    late: true,
    dueAt: '2017-12-08T10:00:00.000Z',
    findings: [{ code: 'late', severity: 'note' }],
  });
  t.match(await report('2017-11', output('4'), { org: 'sister', reason: 'x' }), { late: true, findings: [] });
});

t.test('a due day that is not worked moves as the duty says', async (t) => {
  const { ask, call } = await openCounty(t, '2018-01-02T09:00:00+08:00');
  await ask('PUT', '/v1/calendar/2017', { daysOff: ['2017-12-11'], workdays: ['2017-12-10'] });
  const dueFor = async (org: string, rest: Record<string, unknown>, year: string) => {
    await ask('PUT', `/v1/orgs/${org}/duty`, duty(rest));
    const body = { org, period: year, values: output('1') };
    return (await call('POST', '/v1/submissions', body)).body.dueAt;
  };
  t.equal(
    await dueFor('park', { dueDay: 9, roll: 'nextWorkday' }, '2017-11'),
    '2017-12-10T10:00:00.000Z',
    'a Sunday at work',
  );
  t.equal(
    await dueFor('sister', { dueDay: 11, roll: 'nextWorkday', dueTime: '00:00' }, '2017-11'),
    '2017-12-11T16:00:00.000Z',
  );
  t.equal(
    await dueFor('other-park', { dueDay: 11, roll: 'previousWorkday' }, '2017-11'),
    '2017-12-10T10:00:00.000Z',
  );
  t.equal(await dueFor('county', { dueDay: 9, roll: 'none' }, '2017-11'), '2017-12-09T10:00:00.000Z');
  t.equal(await dueFor('city', { dueDay: 1, minWorkdays: 5 }, '2017-11'), '2017-12-07T10:00:00.000Z');
});

t.test('a later duty does not move the deadline of a period that was open already', async (t) => {
  const { ask, report, moveTo } = await openCounty(t, '2017-10-10T09:00:00+08:00');
  for (const org of ['park', 'sister']) await ask('PUT', `/v1/orgs/${org}/duty`, duty({ dueDay: 8 }));
  await moveTo('2017-11-24T09:00:00+08:00');
  await ask('PUT', '/v1/orgs/sister/duty', duty({ dueDay: 20 }));
  await moveTo('2017-12-01T09:00:00+08:00');
  await ask('PUT', '/v1/orgs/park/duty', duty({ dueDay: 20 }));
  await moveTo('2017-12-09T09:00:00+08:00');
  t.match(
    await report('2017-11', output('1')),
    { late: true, dueAt: '2017-12-08T10:00:00.000Z' },
    'changed while open',
  );
  t.match(
    await report('2017-11', output('1'), { org: 'sister' }),
    { late: false, dueAt: '2017-12-20T10:00:00.000Z' },
    'changed before it opened',
  );
  await ask('PUT', '/v1/orgs/park/duty', duty({ dueDay: 31 }));
  t.match(await report('2017-11', output('2'), { reason: 'x' }), { dueAt: '2017-12-08T10:00:00.000Z' });
  await moveTo('2017-12-27T09:00:00+08:00');
  t.match(
    await report('2017-12', output('3')),
    { dueAt: '2018-01-31T10:00:00.000Z' },
    'the last duty before it opened',
  );
});
