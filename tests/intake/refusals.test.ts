import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const GOOD = { org: 'park', period: '2017-11', values: [{ indicator: 'output', value: '50.6' }] };
const value = (entry: Record<string, unknown>) => ({ ...GOOD, values: [{ indicator: 'output', ...entry }] });

/** Every reason to refuse a sheet, with the faults that it must answer. */
const REFUSED: [name: string, body: unknown, faults: string[]][] = [
  ['an org that is not there', { ...GOOD, org: 'nowhere' }, ['/org unknownOrg']],
  ['the root of all orgs', { ...GOOD, org: 'all' }, ['/org unknownOrg']],
  [
    'an indicator that is not there',
    { ...GOOD, values: [{ indicator: 'x', value: 1 }] },
    ['/values/0/indicator unknownIndicator'],
  ],
  [
    'an indicator twice',
    { ...GOOD, values: [...GOOD.values, ...GOOD.values] },
    ['/values/1/indicator indicatorTwice'],
  ],
  ['a unit of another family', value({ value: 1, unit: '家' }), ['/values/0/unit unknownUnit']],
  ['a unit that is none', value({ value: 1, unit: '两' }), ['/values/0/unit unknownUnit']],
  ['a unit that is none beside growth alone', value({ yoy: 1, unit: '两' }), ['/values/0/unit unknownUnit']],
  [
    'a unit that is none, said once for several amounts',
    value({ yoy: 1, month: 2, lastYear: 3, unit: '两' }),
    ['/values/0/unit unknownUnit'],
  ],
  ['a period that is none', { ...GOOD, period: '2017-13' }, ['/period notAPeriod']],
  ['a period in the future', { ...GOOD, period: '2017-12' }, ['/period periodNotOpen']],
  ['a value of a period that is none', value({ value: 1, period: '2017' }), ['/values/0/period notAPeriod']],
  [
    'a value of a period in the future',
    value({ value: 1, period: '2018-01' }),
    ['/values/0/period periodNotOpen'],
  ],
  [
    'a fraction of a firm',
    { ...GOOD, values: [{ indicator: 'firms', value: '3.5' }] },
    ['/values/0/value fractionForCount'],
  ],
  ['no value at all', value({}), ['/values/0 valueOrGrowthNeeded']],
  ['not applicable without a note', value({ notApplicable: true }), ['/values/0 valueOrGrowthNeeded']],
  ['nothing to withdraw', value({ withdraw: true }), ['/values/0 nothingToWithdraw']],
  [
    'a withdrawal beside figures',
    value({ withdraw: true, value: 1, yoy: 2, month: 3, lastYear: 4, lastYearMonth: 5, notApplicable: true }),
    ['lastYear', 'lastYearMonth', 'month', 'notApplicable', 'value', 'yoy'].map(
      (field) => `/values/0/${field} notTogether`,
    ),
  ],
  [
    'a withdrawal beside an outlook',
    value({ withdraw: true, outlook: { fullYear: 60, reason: '订单增加' } }),
    ['/values/0/outlook notTogether'],
  ],
  [
    'not applicable beside figures',
    value({ notApplicable: true, note: '停产', value: 1, yoy: 2, month: 3 }),
    ['month', 'value', 'yoy'].map((field) => `/values/0/${field} notTogether`),
  ],
  ['a value that is no decimal', value({ value: '50,6' }), ['/values/0/value notPlainDecimal']],
  ['31 digits', value({ value: '1'.repeat(31) }), ['/values/0/value tooManyDigits']],
  ['an unknown field', { ...GOOD, colour: 'red' }, ['/colour unknownField']],
  ['an unknown field of a value', value({ value: 1, 'a/b': 1 }), ['/values/0/a~1b unknownField']],
  ['a grade that is none', { ...GOOD, source: 'guess' }, ['/source shape']],
  ['no values', { ...GOOD, values: [] }, ['/values shape']],
  ['no org and no period', { values: GOOD.values }, ['/org shape', '/period shape']],
  [
    'a cause for an indicator that is not there',
    { ...GOOD, situations: [{ indicator: 'x', cause: 'a', measure: 'b' }] },
    ['/situations/0/indicator unknownIndicator'],
  ],
  [
    'several faults, all at once',
    {
      org: 'nowhere',
      period: '2017-12',
      values: [
        { indicator: 'output', value: 'x', yoy: '1e3', lastYear: ' 1' },
        { indicator: 'x', value: 1 },
        { indicator: 'firms', value: '0.5', month: '0.5' },
      ],
    },
    [
      '/org unknownOrg',
      '/period periodNotOpen',
      '/values/0/lastYear notPlainDecimal',
      '/values/0/value notPlainDecimal',
      '/values/0/yoy notPlainDecimal',
      '/values/1/indicator unknownIndicator',
      '/values/2/month fractionForCount',
      '/values/2/value fractionForCount',
    ],
  ],
];

t.test('a sheet with a fault is refused whole: every fault with its pointer, nothing stored', async (t) => {
  const { call, rowCounts, ask } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  await ask('PUT', '/v1/indicators/opening', { name: '开园', unit: '项', type: 'milestone' });
  const before = await rowCounts();
  for (const [name, body, faults] of [
    ...REFUSED,
    [
      'a milestone',
      { ...GOOD, values: [{ indicator: 'opening', value: 1 }] },
      ['/values/0 milestoneDoneNeeded'],
    ] satisfies (typeof REFUSED)[number],
  ]) {
    for (const url of ['/v1/submissions', '/v1/submissions/validate']) {
      const answer = await call('POST', url, body);
      t.equal(answer.status, 422, `${name}: ${url}`);
      t.match(answer.headers['content-type'], /^application\/problem\+json/);
      t.same(faultsOf(answer), faults, `${name}: ${url} ${JSON.stringify(answer.body.errors)}`);
    }
  }
  t.same(await rowCounts(), before, 'no row of any table');
  const sound = await call('POST', '/v1/submissions', GOOD);
  t.equal(sound.status, 201, 'a sheet without a fault is stored');
  for (const url of ['/v1/submissions/validate', '/v1/submissions']) {
    t.same(faultsOf(await call('POST', url, value({ value: '51' }))), ['/reason reasonNeeded'], url);
  }
  const withdrawal = { ...value({ withdraw: true, notApplicable: false }), reason: '误报' };
  t.match(await call('POST', '/v1/submissions/validate', withdrawal), {
    status: 200,
    body: { id: null, state: 'accepted' },
  });
  t.equal((await call('POST', '/v1/submissions', withdrawal)).status, 201);
});

t.test('a park’s key may not report for others, nor history', async (t) => {
  const { call, keyFor, rowCounts } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const key = await keyFor('park', 'reporter');
  const before = await rowCounts();
  t.match(await call('POST', '/v1/submissions', { ...GOOD, org: 'sister' }, { key }), {
    status: 404,
    body: { code: 'orgNotFound' },
  });
  for (const url of ['/v1/submissions', '/v1/submissions/validate']) {
    t.match(await call('POST', url, { ...GOOD, historical: true }, { key }), {
      status: 403,
      body: { code: 'roleNotAllowed' },
    });
  }
  t.match(await call('POST', '/v1/submissions', GOOD, { key: null }), {
    status: 401,
    body: { code: 'notAuthenticated' },
  });
  t.same(await rowCounts(), before);
  t.equal((await call('POST', '/v1/submissions', GOOD, { key })).status, 201);
});
