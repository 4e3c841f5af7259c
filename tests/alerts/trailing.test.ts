import t from 'tap';
import { openCounty } from '../county.js';

const other = [{ indicator: 'output', value: '1' }];

t.test('December of what trails is missing once a sheet is in that had to carry it', async (t) => {
  const { ask, report, evaluations, alerts } = await openCounty(t, '2018-03-01T09:00:00+08:00');
  await ask('PUT', '/v1/indicators/tax-share', { name: '税占比', unit: '%', type: 'ratio', lagMonths: 1 });
  const share = (value: string) => [...other, { indicator: 'tax-share', value }];
  for (const org of ['park', 'sister']) {
    await ask('PUT', `/v1/orgs/${org}/duty`, { indicators: [{ indicator: 'tax-share', from: '2017-10' }] });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'tax-share', value: '50' });
    await report('2017-11', share('40'), { org });
    await report('2017-12', other, { org });
  }
  const states = async (org: string) =>
    (await evaluations(`org=${org}&indicator=tax-share`))
      .map(({ period, state }) => `${period} ${state}`)
      .filter((line) => line.startsWith('2017'));
  t.same(await states('park'), ['2017-10 evaluated', '2017-11 notReported', '2017-12 notDue']);
  t.match(await alerts('park'), [{ state: 'open', life: ['10 raised'] }]);

  await report('2018-01', other);
  t.same(await states('park'), ['2017-10 evaluated', '2017-11 notReported', '2017-12 notReported']);
  const missed = { state: 'settled', verdict: 'missed', message: /12月无数字，按1—10月数字结转/ };
  t.match(await alerts('park'), [{ ...missed, life: ['10 raised', '12 settled'] }]);

  // Without a January sheet February's would have to carry it.
  await report('2018-02', other, { org: 'sister' });
  t.match(await alerts('sister'), [{ ...missed, life: ['10 raised', '12 settled'] }]);

  await report('2018-01', share('51'), { reason: '补报' });
  t.same((await states('park')).at(-1), '2017-12 evaluated');
  t.match(await alerts('park'), [{ state: 'settled', verdict: 'met', subject: { year: 2017 } }]);
});
