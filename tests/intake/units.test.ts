import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

t.test('another unit of the family is converted exactly, whatever was written is kept', async (t) => {
  const { ask, report } = await openCounty(t, '2018-01-05T09:00:00+08:00');
  await ask('PUT', '/v1/indicators/land', { name: '用地', unit: '平方米', type: 'stock' });
  const cases: [indicator: string, unit: string, written: string, kept: string][] = [
    ['output', '亿元', '50.6', '50.6'],
    ['output', '万元', '506000.00001', '50.600000001'],
    ['output', '千元', '1', '0.00001'],
    ['output', '元', '0.01', '0.0000000001'],
    ['output', '万亿元', '123456789012345678901234567890', '1234567890123456789012345678900000'],
    ['land', '亩', '3', '2000'],
    ['land', '平方公里', '-0.000001', '-1'],
    ['firms', '万家', '0.0003', '3'],
  ];
  for (const [position, [indicator, unit, written, kept]] of cases.entries()) {
    const period = `2017-${String(position + 1).padStart(2, '0')}`;
    const entry = {
      indicator,
      unit,
      value: written,
      month: written,
      lastYear: written,
      lastYearMonth: written,
      yoy: '7',
    };
    await report(period, [entry]);
    const { data } = await ask<{ data: unknown[] }>(
      'GET',
      `/v1/figures?org=park&indicator=${indicator}&from=${period}&to=${period}`,
    );
    t.match(
      data,
      [
        {
          value: kept,
          monthValue: kept,
          lastYear: kept,
          lastYearMonth: kept,
          yoy: '7',
          givenValue: written,
          givenUnit: unit,
        },
      ],
      `${written} ${unit}`,
    );
  }
});

t.test('what has no exact decimal in the indicator’s unit is refused', async (t) => {
  const { ask, call, report } = await openCounty(t, '2018-01-05T09:00:00+08:00');
  await ask('PUT', '/v1/indicators/land', { name: '用地', unit: '平方米', type: 'stock' });
  const values = [{ indicator: 'land', unit: '亩', value: '1' }];
  t.same(faultsOf(await call('POST', '/v1/submissions', { org: 'park', period: '2017-11', values })), [
    '/values/0/value unknownUnit',
  ]);
  const part = [{ indicator: 'firms', unit: '万家', value: '0.00031' }];
  t.same(faultsOf(await call('POST', '/v1/submissions', { org: 'park', period: '2017-11', values: part })), [
    '/values/0/value fractionForCount',
  ]);
  t.match(await report('2017-11', [{ indicator: 'land', unit: '亩', value: '6' }]), { state: 'accepted' });
});
