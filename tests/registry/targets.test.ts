import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
const TWELFTHS = Array.from({ length: 12 }, (_, month) => (month === 11 ? '0.12' : '0.08'));
const RISING = Array.from({ length: 12 }, (_, month) => String(month + 1));

/** Targets that are refused, with their faults. */
const REFUSED: [body: Record<string, unknown>, faults: string[]][] = [
  [{ indicator: 'x' }, ['/indicator unknownIndicator']],
  [{ value: 'many' }, ['/value notPlainDecimal']],
  [{ value: '+5' }, ['/value notPlainDecimal']],
  [{ value: '0' }, ['/value targetNotPositive']],
  [{ value: '-1', comparator: 'atMost' }, ['/value targetNegative']],
  [{ indicator: 'firms', value: '2.5' }, ['/value targetNotWhole']],
  [{ weight: '1e3' }, ['/weight notPlainDecimal']],
  [{ source: { date: '2017-13-45' } }, ['/source/date notADate']],
  [{ source: { document: '通知', date: '2017-2-29' } }, ['/source/date notADate']],
  [{ policy: 'none-such' }, ['/policy unknownPolicy']],
  [{ appliesFrom: '2016-05' }, ['/appliesFrom notAPeriod']],
  [{ indicator: 'share', plan: { kind: 'linear' } }, ['/plan/kind planNotForType']],
  [{ measure: 'yoy', plan: { kind: 'weights', weights: TWELFTHS } }, ['/plan/kind planNotForType']],
  [{ plan: { kind: 'quarterly' } }, ['/plan/kind planNotForType']],
  [{ plan: { kind: 'weights', weights: TWELFTHS.map(() => '0.09') } }, ['/plan/weights weightsNotOne']],
  [
    { plan: { kind: 'weights', weights: TWELFTHS.map((w, at) => (at === 3 ? 'x' : w)) } },
    ['/plan/weights/3 notPlainDecimal'],
  ],
  [
    { plan: { kind: 'weights', weights: ['-0.01', '0.17', ...TWELFTHS.slice(2)] } },
    ['/plan/weights/0 weightNegative'],
  ],
  [
    { plan: { kind: 'weights', weights: TWELFTHS.map(() => 0), normalise: true } },
    ['/plan/weights weightsAllZero'],
  ],
  [
    { value: 12, plan: { kind: 'cumulative', values: RISING.with(0, '-1') } },
    ['/plan/values/0 cumulativeNegative'],
  ],
  [{ plan: { kind: 'cumulative', values: RISING } }, ['/plan/values/11 cumulativeNotTarget']],
  [
    { value: 12, plan: { kind: 'cumulative', values: RISING.with(4, '3') } },
    ['/plan/values/4 cumulativeFalls'],
  ],
  [
    {
      plan: {
        kind: 'checkpoints',
        points: [
          { month: 6, value: 1 },
          { month: 6, value: 2 },
        ],
      },
    },
    ['/plan/points/1/month monthsNotAscending'],
  ],
  [
    { indicator: 'x', value: 'many', appliesFrom: '2017' },
    ['/appliesFrom notAPeriod', '/indicator unknownIndicator'],
  ],
];

t.test('a target with a fault is refused whole', async (t) => {
  const { call, rowCounts } = await openCounty(t, NOW);
  const before = await rowCounts();
  const target = { org: 'park', year: 2017, indicator: 'output', value: '55' };
  for (const [body, faults] of REFUSED) {
    const answer = await call('POST', '/v1/targets', { ...target, ...body });
    t.same([answer.status, faultsOf(answer)], [422, faults], JSON.stringify(body));
  }
  t.equal(
    (await call('POST', '/v1/targets', { ...target, plan: { kind: 'weights', weights: ['1'] } })).status,
    422,
  );
  t.match(await call('POST', '/v1/targets', { ...target, org: 'nowhere' }), { status: 404 });
  t.same(await rowCounts(), before);
});

t.test('every plan is taken as it was given, and the default follows the type', async (t) => {
  const { ask } = await openCounty(t, NOW);
  const plans: [indicator: string, rest: Record<string, unknown>, kept: Record<string, unknown>][] = [
    ['output', {}, { kind: 'linear' }],
    ['output', { measure: 'yoy' }, { kind: 'constant' }],
    ['firms', { value: 7 }, { kind: 'quarterly' }],
    ['share', {}, { kind: 'constant' }],
    ['growth', { value: '-3.5' }, { kind: 'constant' }],
    ['output', { grade: 'own', plan: { kind: 'linear', from: 4 } }, { kind: 'linear', from: 4 }],
    [
      'output',
      { grade: 'stretch', plan: { kind: 'weights', weights: TWELFTHS } },
      { kind: 'weights', weights: TWELFTHS },
    ],
    [
      'output',
      { grade: 'suggested', plan: { kind: 'weights', weights: RISING.map(Number), normalise: true } },
      { kind: 'weights', weights: RISING, normalise: true },
    ],
    [
      'firms',
      { grade: 'own', value: '12', plan: { kind: 'cumulative', values: RISING } },
      { kind: 'cumulative', values: RISING },
    ],
    ['firms', { grade: 'stretch', plan: { kind: 'lastYear' } }, { kind: 'lastYear' }],
    [
      'growth',
      {
        grade: 'own',
        plan: {
          kind: 'checkpoints',
          points: [
            { month: 3, value: 5 },
            { month: 12, value: '8.50' },
          ],
        },
      },
      {
        kind: 'checkpoints',
        points: [
          { month: 3, value: '5' },
          { month: 12, value: '8.50' },
        ],
      },
    ],
  ];
  for (const [indicator, rest] of plans) {
    await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator, value: '55', ...rest });
  }
  const { data } = await ask<{ data: unknown[] }>('GET', '/v1/targets?org=park&year=2017');
  t.match(
    data,
    plans.map(([indicator, rest, plan]) => ({
      indicator,
      grade: rest.grade ?? 'annual',
      version: 1,
      appliesFrom: '2017-01',
      plan,
    })),
  );
  t.same(
    data.map((target) => (target as { deciding: boolean }).deciding),
    plans.map(([, rest]) => rest.grade === undefined),
    'annual decides',
  );
});

t.test(
  'a revision needs a reason and applies from the month after the last figure, or as it says',
  async (t) => {
    const { ask, call, report, rowCounts } = await openCounty(t, NOW);
    const target = { org: 'park', year: 2017, indicator: 'output', value: '55' };
    t.match(await ask('POST', '/v1/targets', target), { version: 1 });
    const before = await rowCounts();
    const without = await call('POST', '/v1/targets', { ...target, value: '60' });
    t.same([without.status, faultsOf(without)], [422, ['/reason reasonNeeded']]);
    t.same(await rowCounts(), before);
    await report('2017-05', [{ indicator: 'output', value: '20' }]);
    await report('2017-07', [{ indicator: 'output', value: '30' }]);
    await report('2017-09', [{ indicator: 'share', value: '30' }]);
    const source = { document: '调整通知', number: '3号', date: '2017-08-01' };
    t.match(await ask('POST', '/v1/targets', { ...target, value: '60', reason: 'raised', source }), {
      ...{ version: 2, appliesFrom: '2017-08' },
    });
    t.match(
      await ask('POST', '/v1/targets', { ...target, value: '50', reason: 'lowered', appliesFrom: '2017-03' }),
      { version: 3, appliesFrom: '2017-03' },
    );
    const all = await ask<{ data: unknown[] }>('GET', '/v1/targets?org=park&history=true');
    t.match(all.data, [
      { version: 1, value: '55', appliesFrom: '2017-01', reason: null },
      { version: 2, value: '60', appliesFrom: '2017-08', reason: 'raised', source },
      { version: 3, value: '50', appliesFrom: '2017-03', reason: 'lowered' },
    ]);
    const newest = await ask<{ data: unknown[] }>('GET', '/v1/targets?org=park');
    t.match(newest.data, [{ version: 3 }]);
  },
);

t.test(
  'only figures in force keep the version that judged them; after December a revision says from when',
  async (t) => {
    const { ask, call, report, evaluations, drain, rowCounts } = await openCounty(
      t,
      '2018-03-01T09:00:00+08:00',
    );
    const target = { org: 'park', year: 2017, indicator: 'share', value: '50' };
    t.match(await ask('POST', '/v1/targets', target), { version: 1, appliesFrom: '2017-01' });
    const revise = (value: string) => call('POST', '/v1/targets', { ...target, value, reason: 'revised' });
    for (const month of ['01', '02', '11'])
      await report(`2017-${month}`, [{ indicator: 'share', value: '51' }]);
    t.match(
      await revise('52'),
      { body: { version: 2, appliesFrom: '2017-12' } },
      'November keeps its version',
    );
    const withdraw = { indicator: 'share', withdraw: true };
    await report('2017-11', [withdraw], { reason: 'not ours' });
    t.match(
      await revise('53'),
      { body: { version: 3, appliesFrom: '2017-03' } },
      'it has no figure any more',
    );
    const output = { indicator: 'output', outlook: { fullYear: 9, reason: 'orders' } };
    await ask('POST', '/v1/targets', { ...target, indicator: 'output' });
    await report('2017-06', [output]);
    t.match(
      await ask('POST', '/v1/targets', { ...target, indicator: 'output', value: '9', reason: 'revised' }),
      { appliesFrom: '2017-01' },
      'an outlook alone is no figure',
    );
    await report('2017-12', [{ indicator: 'share', value: '51' }]);
    const before = await rowCounts();
    const refused = await revise('60');
    t.same([refused.status, faultsOf(refused)], [422, ['/appliesFrom appliesFromNeeded']]);
    t.same(await rowCounts(), before);
    t.match(await evaluations('org=park&period=2017-12&indicator=share'), [{ target: { version: 3 } }]);
    const asked = { ...target, value: '60', reason: 'revised', appliesFrom: '2017-12' };
    t.match(await ask('POST', '/v1/targets', asked), { version: 4, appliesFrom: '2017-12' });
    await drain();
    t.match(await evaluations('org=park&period=2017-12&indicator=share'), [{ target: { version: 4 } }]);
  },
);

t.test('of versions made at once each has its number', async (t) => {
  const { call } = await openCounty(t, NOW);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, position) =>
      call('POST', '/v1/targets', {
        org: 'park',
        year: 2017,
        indicator: 'share',
        value: position,
        reason: 'x',
      }),
    ),
  );
  t.same([...new Set(answers.map(({ status }) => status))], [201]);
  t.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  t.same(
    answers.map(({ body }) => Number(body.version)).sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
});
