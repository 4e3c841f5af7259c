import t from 'tap';
import { type County, openCounty } from '../county.js';

const NOW = '2018-01-05T09:00:00+08:00';
const share = (value: string) => [{ indicator: 'share', value }];

async function lagging(county: County, org: string) {
  await county.ask('PUT', `/v1/orgs/${org}`, {
    name: org,
    level: 'park',
    parent: 'county',
    activeFrom: '2000-01-01',
  });
  await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });
  await county.report('2017-11', share('75'), { org });
}

t.test('December settles what is open, with a verdict, and raises nothing', async (t) => {
  const county = await openCounty(t, NOW);
  for (const org of ['missed', 'met', 'silent', 'late']) await lagging(county, org);
  await county.report('2017-12', share('79.99'), { org: 'missed' });
  await county.report('2017-12', share('80'), { org: 'met' });
  await county.report('2017-12', [{ indicator: 'output', value: '1' }], { org: 'silent' });
  t.match(await county.alerts('missed'), [
    { state: 'settled', verdict: 'missed', life: ['11 raised', '12 settled'] },
  ]);
  t.match(await county.alerts('met'), [{ state: 'settled', verdict: 'met' }]);
  // Its December sheet says nothing of it, so that the year goes by what is known; what comes later settles it again.
  t.match(await county.alerts('silent'), [
    {
      state: 'settled',
      verdict: 'missed',
      life: ['11 raised', '12 settled'],
      message: /12月无数字，按1—11月数字结转/,
    },
  ]);
  await county.report('2017-12', share('81'), { org: 'silent', reason: 'left out' });
  t.match(await county.alerts('silent'), [
    { state: 'settled', verdict: 'met', life: ['11 raised', '12 settled', '12 settled'] },
  ]);
  // Taken back, November is what is left.
  await county.report('2017-12', [{ indicator: 'share', withdraw: true }], {
    org: 'silent',
    reason: 'not yet',
  });
  t.match(await county.alerts('silent'), [
    {
      state: 'settled',
      verdict: 'missed',
      light: 'orange',
      title: /低于年度目标5.00/,
      message: /按1—11月数字结转/,
    },
  ]);
  await county.report('2017-11', share('69'), { org: 'silent', reason: 'recounted' });
  t.match(await county.alerts('silent'), [
    {
      ...{ state: 'settled', verdict: 'missed', light: 'red', title: /低于年度目标11.00/ },
      life: ['11 raised', '12 settled', '12 settled', '12 settled', '12 settled'],
    },
  ]);
  t.match(await county.alerts('late'), [{ state: 'open', life: ['11 raised'] }], 'no sheet of December');
  await county.ask('POST', '/v1/targets', { org: 'sister', year: 2017, indicator: 'share', value: '80' });
  await county.report('2017-12', share('10'), { org: 'sister' });
  t.same(await county.alerts('sister'), [], 'the year is over');
  t.match(await county.evaluations('org=sister'), [{ light: 'red' }]);
});

t.test('a final figure in spring settles it again, and what comes before it does not', async (t) => {
  const county = await openCounty(t, NOW);
  await lagging(county, 'park-2');
  await county.report('2017-12', share('79'), { org: 'park-2' });
  await county.moveTo('2018-04-01T09:00:00+08:00');
  await county.report('2017-11', share('74'), { org: 'park-2', reason: 'recounted' });
  t.match(await county.alerts('park-2'), [{ life: ['11 raised', '12 settled'] }], 'the light is the same');
  await county.report('2017-12', share('81'), { org: 'park-2', source: 'final', reason: 'checked' });
  const again = ['11 raised', '12 settled', '12 settled'];
  t.match(await county.alerts('park-2'), [{ state: 'settled', verdict: 'met', life: again }]);
  await county.report('2017-11', share('79.9'), { org: 'park-2', reason: 'recounted' });
  t.match(
    await county.alerts('park-2'),
    [{ state: 'settled', verdict: 'met', life: [...again, '11 corrected'] }],
    'who heard of November hears that its light was another one',
  );
});

t.test('a new year begins without last year’s warnings, and waits for its targets', async (t) => {
  const county = await openCounty(t, '2018-03-05T09:00:00+08:00');
  await lagging(county, 'park-3');
  await county.report('2018-02', share('60'), { org: 'park-3' });
  t.match(await county.evaluations('org=park-3&period=2018-02'), [{ state: 'noTarget', light: null }]);
  await county.ask('POST', '/v1/targets', { org: 'park-3', year: 2018, indicator: 'share', value: '80' });
  await county.drain();
  t.match(await county.alerts('park-3'), [
    { subject: { year: 2017 }, life: ['11 raised'], state: 'open' },
    { subject: { year: 2018 }, life: ['2 raised'], state: 'open' },
  ]);
});

t.test('checkpoints that end before December do not stand for the year’s target', async (t) => {
  const county = await openCounty(t, NOW);
  const plan = { kind: 'checkpoints', points: [{ month: 11, value: '0' }] };
  for (const org of ['park', 'sister']) {
    await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'growth', value: '10', plan });
    await county.report('2017-11', [{ indicator: 'growth', value: '-0.1' }], { org });
  }
  await county.report('2017-12', [{ indicator: 'growth', value: '3' }]);
  await county.report('2017-12', [{ indicator: 'growth', value: '10' }], { org: 'sister' });
  t.match(await county.alerts('park'), [{ state: 'settled', verdict: 'missed', message: /年度目标未完成/ }]);
  t.match(await county.alerts('sister'), [{ state: 'settled', verdict: 'met' }]);
});
