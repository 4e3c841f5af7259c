import t from 'tap';
import { type County, openCounty } from '../county.js';
import { told } from './told.js';

const NOW = '2018-03-01T09:00:00+08:00';
/** A month and the share that is reported for it against 50; null: withdrawn; `other`: a sheet that says nothing of it. */
type Step = [month: number, share: string | null | 'other'];

/** Reports one step after the other, each judged before the next; answers the warnings of the park. */
async function live(county: County, org: string, steps: Step[]) {
  await county.ask('PUT', `/v1/orgs/${org}`, {
    ...{ name: org, level: 'park', parent: 'county', activeFrom: '2000-01-01' },
  });
  await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '50' });
  for (const step of steps) await take(county, org, step);
  return county.alerts(org);
}

async function take(county: County, org: string, [month, share]: Step): Promise<void> {
  const values =
    share === 'other'
      ? [{ indicator: 'output', value: '1' }]
      : [{ indicator: 'share', ...(share === null ? { withdraw: true } : { value: share }) }];
  const period = `2017-${String(month).padStart(2, '0')}`;
  await county.report(period, values, { org, source: 'statistical', reason: '核实' });
}

t.test('a year of which no figure is left is settled all the same, and not met', async (t) => {
  const county = await openCounty(t, NOW);
  const missed = { state: 'settled', verdict: 'missed', title: /未报送/, message: /未完成（全年无数字）/ };
  t.match(
    await live(county, 'open', [
      [1, '46'],
      [1, null],
    ]),
    [{ state: 'open', life: ['1 raised'] }],
  );
  await take(county, 'open', [12, 'other']);
  t.match(await county.alerts('open'), [{ ...missed, life: ['1 raised', '12 settled'] }]);
  await take(county, 'open', [11, 'other']);
  t.match(await county.alerts('open'), [{ life: ['1 raised', '12 settled'] }], 'once');
  await take(county, 'open', [12, '50']);
  t.match(await county.alerts('open'), [{ state: 'settled', verdict: 'met' }], 'and by what comes later');
  for (const [org, steps] of Object.entries<Step[]>({
    first: [
      [1, '46'],
      [12, '51'],
      [1, null],
      [12, null],
    ],
    last: [
      [1, '46'],
      [1, null],
      [12, '51'],
      [12, null],
    ],
  })) {
    const [alert, ...more] = await live(county, org, steps);
    t.match(alert, { ...missed, life: ['1 raised', '12 settled', '12 settled'] }, org);
    t.same(more, []);
  }
  t.same(await county.evaluations('org=first'), [], 'of which there is no evaluation');
});

t.test('a figure that had ended a warning and lags after all is told to whoever heard', async (t) => {
  const county = await openCounty(t, NOW);
  await county.ask('POST', '/v1/receivers', {
    ...{ name: 'mail', channel: 'email', to: 'a@example.org', org: 'county' },
  });
  const ended = ['1 raised', '2 resolved', '2 corrected'];
  // It stands on February as that is now.
  const february = { light: 'yellow', periods: { first: '2017-01', latest: '2017-02' }, title: /3.00.*黄灯/ };
  const steps: Step[] = [
    [1, '46'],
    [2, '51'],
  ];
  t.match(await live(county, 'march', [...steps, [3, '51'], [2, '47']]), [
    { state: 'resolved', ...february, life: ended },
  ]);
  t.same((await told(county)).at(-1), 'mail march alert.corrected');
  t.match(await live(county, 'december', [...steps, [12, '52'], [2, '47']]), [
    { state: 'resolved', ...february, life: ended },
  ]);
  t.match(await live(county, 'second', [...steps, [3, '46'], [2, '47']]), [
    { state: 'resolved', ...february, life: ended },
    { state: 'open', life: ['3 raised'] },
  ]);
  await take(county, 'march', [1, '51']);
  t.match(
    await county.alerts('march'),
    [{ state: 'resolved', life: [...ended, '1 corrected'] }],
    'February lags',
  );
  await take(county, 'march', [2, '52']);
  t.match(await county.alerts('march'), [{ state: 'withdrawn', light: 'green' }], 'no month of it does');
  await take(county, 'march', [1, '46']);
  t.match(await county.alerts('march'), [{ state: 'resolved' }], 'it was right after all');
});

t.test('a figure restated in two steps is restated', async (t) => {
  const county = await openCounty(t, NOW);
  const cases: [Step[], string, string][] = [
    [
      [
        [1, '38'],
        [2, '51'],
      ],
      'withdrawn',
      '1 withdrawn',
    ],
    [
      [
        [1, '38'],
        [2, '46'],
      ],
      'open',
      '1 corrected',
    ],
    [
      [
        [1, '38'],
        [2, '46'],
        [12, '40'],
      ],
      'settled',
      '1 corrected',
    ],
  ];
  for (const [index, [steps, state, last]] of cases.entries()) {
    const one = await live(county, `one-${index}`, [...steps, [1, '52']]);
    const two = await live(county, `two-${index}`, [...steps, [1, null], [1, '52']]);
    t.same(two[0]?.life, one[0]?.life);
    t.match(two, [{ state }]);
    t.equal(two[0]?.life.at(-1), last);
  }
  const same = await live(county, 'same', [
    [1, '38'],
    [2, '51'],
    [1, null],
    [1, '39'],
  ]);
  t.match(same, [{ life: ['1 raised', '2 resolved'] }], 'the light is the same');
});

t.test('a settled warning of which no month lags any more is withdrawn', async (t) => {
  const county = await openCounty(t, NOW);
  const steps: Step[] = [
    [1, '46'],
    [2, '46'],
    [12, '52'],
    [2, '51'],
    [1, '51'],
  ];
  t.match(await live(county, 'met', steps), [
    {
      ...{ state: 'withdrawn', verdict: null },
      life: ['1 raised', '2 persisted', '12 settled', '2 corrected', '1 withdrawn'],
    },
  ]);
  t.match(
    await live(county, 'missed', [
      [1, '46'],
      [12, '40'],
      [1, '51'],
    ]),
    [{ state: 'settled', verdict: 'missed', life: ['1 raised', '12 settled', '1 corrected'] }],
  );
  await take(county, 'missed', [12, '52']);
  t.match(await county.alerts('missed'), [{ state: 'withdrawn' }]);
  t.match(
    await live(county, 'silent', [
      [1, '46'],
      [12, 'other'],
      [1, '51'],
    ]),
    [{ state: 'withdrawn', light: 'green', title: /绿灯/, life: ['1 raised', '12 settled', '1 withdrawn'] }],
  );
});

t.test('a warning closed for an earlier month gets the year’s verdict', async (t) => {
  const county = await openCounty(t, NOW);
  for (const person of ['wang', 'li'])
    await county.ask('PUT', `/v1/people/${person}`, { name: person, org: 'county' });
  const wang = await county.keyFor('county', 'commander', 'wang');
  const li = await county.keyFor('county', 'reviewer', 'li');
  for (const [org, step, verdict] of [
    ['missed', [12, '40'], 'missed'],
    ['met', [12, '51'], 'met'],
    ['silent', [12, 'other'], 'missed'],
  ] as [string, Step, string][]) {
    const [alert] = await live(county, org, [[1, '46']]);
    const act = (what: string, body: object, key: string) =>
      county.call('POST', `/v1/alerts/${alert?.id}/${what}`, body, { key });
    await act('rectification', { cause: '停产', measure: '加班', owner: '王', due: '2017-03-31' }, wang);
    await act('close-request', { evidence: '已恢复' }, wang);
    t.match(await act('close', {}, li), { body: { state: 'closed' } });
    await take(county, org, step);
    const [settled] = await county.alerts(org);
    t.match(settled, { state: 'settled', verdict }, org);
    t.same(settled?.life.slice(-2), ['1 closed', '12 settled']);
  }
});
