import t from 'tap';
import { type County, openCounty } from '../county.js';
import { told } from './told.js';

const NOW = '2018-01-05T09:00:00+08:00';
const share = (value: string) => [{ indicator: 'share', value }];

const receiver = (county: County, name: string, rest: object) =>
  county.ask('POST', '/v1/receivers', {
    name,
    channel: 'email',
    to: `${name}@example.org`,
    org: 'county',
    ...rest,
  });

const target = (county: County, org: string) =>
  county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });

t.test('whoever heard the first version hears the second, also where it is too mild for him', async (t) => {
  const county = await openCounty(t, NOW);
  await receiver(county, 'red', { minLight: 'red' });
  await receiver(county, 'monthly', { levels: ['monthly'] });
  await receiver(county, 'other-kind', { kinds: ['forecastMiss'] });
  for (const org of ['park', 'sister']) await target(county, org);
  await county.report('2017-03', share('60'));
  await county.report('2017-03', share('79'), { org: 'sister' });
  const first = ['monthly park alert.raised', 'red park alert.raised'];
  t.same(await told(county), first, 'the sister’s is yellow');
  for (const [value, transition] of [
    ['60.5', 'confirmed'],
    ['79', 'corrected'],
    ['78.5', 'confirmed'],
    ['81', 'withdrawn'],
  ] as const) {
    await county.report('2017-03', share(value), { reason: '核实' });
    first.push(`monthly park alert.${transition}`, `red park alert.${transition}`);
    t.same(await told(county), first, value);
  }
  await county.report('2017-03', share('79.5'), { org: 'sister', reason: '核实' });
  await county.report('2017-03', share('80'), { org: 'sister', reason: '核实' });
  t.same(await told(county), first, 'who did not hear of it is not bothered');
  const sister = await county.alerts('sister');
  t.match(sister, [{ state: 'withdrawn', life: ['3 raised', '3 confirmed', '3 withdrawn'] }]);
});

t.test('an org that moved away since still owes the second version to who heard the first', async (t) => {
  const county = await openCounty(t, NOW);
  await receiver(county, 'old', {});
  await receiver(county, 'new', { org: 'other-county' });
  await target(county, 'park');
  await county.report('2017-03', share('60'));
  await county.ask('PUT', '/v1/orgs/park', {
    ...{ name: 'park', level: 'park', parent: 'other-county', activeFrom: '2000-01-01' },
  });
  await county.drain();
  await county.report('2017-03', share('75'), { reason: '核实' });
  t.same(await told(county), [
    'old park alert.raised',
    'new park alert.corrected',
    'old park alert.corrected',
  ]);
  await county.report('2017-04', share('70'));
  t.same(
    (await told(county)).slice(3),
    ['new park alert.worsened'],
    'what is new is told where the org belongs now',
  );
});

t.test(
  'whoever heard a warning hears what history does to it; what history raised is told to nobody',
  async (t) => {
    const county = await openCounty(t, NOW);
    await receiver(county, 'mail', {});
    for (const org of ['park', 'sister']) await target(county, org);
    await county.report('2017-03', share('60'));
    await county.report('2017-03', share('60'), { org: 'sister', historical: true });
    t.same(await told(county), ['mail park alert.raised']);
    for (const org of ['park', 'sister']) {
      await county.report('2017-03', share('81'), { org, reason: '核查', historical: true, source: 'final' });
    }
    t.same(await told(county), ['mail park alert.raised', 'mail park alert.withdrawn']);
  },
);
