import t from 'tap';
import { openCounty } from '../county.js';

const FIGURES = [null, '18', '22', '28', null, '41', '71.5'];

t.test('whatever order figures arrive in, the year comes out the same', async (t) => {
  const { ask, report, drain, evaluations } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const orders: Record<string, number[]> = {
    forwards: [2, 3, 4, 6, 7],
    backwards: [7, 6, 4, 3, 2],
    mixed: [4, 7, 2, 6, 3],
    together: [3, 2, 7, 4, 6],
  };
  const outcomes: Record<string, unknown> = {};
  for (const [org, months] of Object.entries(orders)) {
    await ask('PUT', `/v1/orgs/${org}`, {
      name: org,
      level: 'park',
      parent: 'county',
      activeFrom: '2000-01-01',
    });
    await ask('POST', '/v1/targets', {
      org,
      year: 2017,
      indicator: 'output',
      value: '120',
      policy: 'consecutive-2',
    });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', measure: 'yoy', value: '7' });
    await drain();
    for (const month of months) {
      const values = [{ indicator: 'output', value: FIGURES[month - 1], yoy: month }];
      if (org === 'together') await ask('POST', '/v1/submissions', { org, period: `2017-0${month}`, values });
      else await report(`2017-0${month}`, values, { org });
    }
    await drain();
    outcomes[org] = (await evaluations(`org=${org}`)).map(
      // What names the org, its rows or its peers is its own.
      ({ org: _, target, explanation, operands, rank, peerMean, ...row }) => ({
        ...row,
        version: (target as { version: number }).version,
      }),
    );
  }
  t.match(
    (outcomes.forwards as Record<string, unknown>[]).filter((row) => row.measure === 'value'),
    [
      { period: '2017-02', light: 'yellow', consecutiveLag: 1, change: null },
      {
        period: '2017-03',
        light: 'red',
        consecutiveLag: 2,
        change: { previousPeriod: '2017-02', figure: '4.00' },
      },
      { period: '2017-04', light: 'red', consecutiveLag: 3 },
      { period: '2017-06', light: 'red', consecutiveLag: 4, change: { previousPeriod: '2017-04' } },
      { period: '2017-07', light: 'green', consecutiveLag: 0 },
    ],
  );
  for (const org of Object.keys(orders)) t.same(outcomes[org], outcomes.forwards, org);
});
