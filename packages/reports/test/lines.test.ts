import { monthOf, type Period, period, toWire, yearOf } from '@xushi/domain';
import { tables } from '@xushi/store';
import t from 'tap';
import { composeSnapshot } from '../src/compose-snapshot.js';
import { ownPeriod } from '../src/index.js';
import { readMaterial } from '../src/read-material.js';
import { reportLines } from '../src/report-lines.js';
import { type PlaceIndicator, putIndicators, putOrg, putSheet, putYear } from './place.js';
import { openDesk } from './support.js';

t.test('the period whose figure a report shows (domain.md §3)', async (t) => {
  type Due = Parameters<typeof ownPeriod>[0];
  const plain: Due = { noJanuary: false, dueMonths: null, lagMonths: 0 };
  const cases: [of: Partial<Due>, sheet: Period, own: string | null][] = [
    [{}, period(2017, 11), '2017-11'],
    [{ lagMonths: 1 }, period(2017, 11), '2017-10'],
    [{ lagMonths: 1 }, period(2018, 1), '2017-12'],
    [{ dueMonths: [3, 6, 9, 12] }, period(2017, 11), '2017-09'],
    [{ dueMonths: [3, 6, 9, 12] }, period(2017, 2), null],
    [{ noJanuary: true }, period(2017, 1), null],
    [{ noJanuary: true, lagMonths: 1 }, period(2017, 2), null],
  ];
  for (const [of, sheet, own] of cases) t.equal(ownPeriod({ ...plain, ...of }, sheet), own);
});

const INDICATORS: PlaceIndicator[] = [
  { key: 'output', name: '规模以上工业总产值' },
  {
    key: 'investment',
    name: '固定资产投资',
    unit: '万元',
    reportUnit: '亿元',
    decimals: 0,
    reportDecimals: 2,
  },
  { key: 'tax', name: '园区税收', lagMonths: 1 },
  { key: 'value-added', name: '工业增加值', type: 'growth', unit: '%', dueMonths: [3, 6, 9, 12] },
  { key: 'firms', name: '规模以上工业企业数', type: 'stock', unit: '家', decimals: 0, reportDecimals: 0 },
  {
    key: 'new-firms',
    name: '新增规模以上工业企业',
    type: 'count',
    unit: '家',
    decimals: 0,
    reportDecimals: 0,
  },
];

t.test('lines of every kind', async (t) => {
  const desk = await openDesk(t, '2017-12-20T10:00:00+08:00');
  const months = (values: Record<number, string>) =>
    Object.fromEntries(Object.entries(values).map(([month, value]) => [month, { value }]));
  const orgId = await desk.work(async ({ tx }) => {
    await putIndicators(tx, INDICATORS);
    const id = await putOrg(tx, { key: 'park', name: '园区', level: 'park', parent: null });
    const before = { investment: months({ 10: '40000', 11: '45000', 12: '60000' }) };
    const at = new Date('2017-12-05T09:00:00+08:00');
    await putYear(tx, { orgId: id, year: 2016, at, duty: [], targets: [], figures: before });
    await putYear(tx, {
      orgId: id,
      year: 2017,
      at,
      duty: INDICATORS.map(({ key }) => key),
      targets: [
        { indicator: 'output', value: '60' },
        { indicator: 'investment', value: '90000', plan: { kind: 'lastYear' } },
        { indicator: 'tax', value: '3' },
        { indicator: 'value-added', value: '8' },
        { indicator: 'firms', value: '49' },
        { indicator: 'new-firms', value: '12' },
      ],
      figures: {
        output: {
          10: { value: '51', yoy: '9.5' },
          11: { value: '52.345', yoy: '8.25', grade: 'estimate' },
        },
        investment: months({ 10: '61000', 11: '66000' }),
        tax: months({ 10: '2.31' }),
        'value-added': { 6: { yoy: '7.1' }, 9: { yoy: '-0.4' } },
        firms: months({ 10: '44', 11: '45' }),
        'new-firms': months({ 11: '7' }),
      },
      lastYear: before,
    });
    await putSheet(tx, {
      orgId: id,
      year: 2017,
      month: 11,
      dueDay: '2017-12-08',
      received: { at: '2017-12-12T09:00:00+08:00', late: true },
    });
    return id;
  });
  const material = await desk.work((unit) => readMaterial(unit, { orgId, period: period(2017, 11) }));
  const snapshot = composeSnapshot(material);

  t.strictSame(
    snapshot.lines.map(({ entries }) => entries[0]!.sentence),
    [
      '初步统计，1—11月，园区完成规模以上工业总产值52.3亿元，同比增长8.3%，完成年度目标的87.2%，慢于序时进度4.4个百分点，欠进度2.7亿元，12月需完成7.7亿元，为前11个月月均的1.6倍。',
      '1—11月，园区完成固定资产投资6.60亿元，完成年度目标的73.3%，慢于计划进度1.7个百分点，欠进度0.15亿元，12月需完成2.40亿元，为前11个月月均的4.0倍。',
      '1—10月，园区完成园区税收2.3亿元，完成年度目标的77.0%，慢于序时进度6.3个百分点，欠进度0.2亿元，后2个月月均需完成0.3亿元，为前10个月月均的1.5倍。',
      '1—9月，园区工业增加值同比下降0.4%，由正转负，低于年度目标8.4个百分点。',
      '1—11月，园区规模以上工业企业数45家，比年度目标少4家，较上期增加1家。',
      '1—11月，园区新增规模以上工业企业7家，完成年度目标的58.3%，比节点计划少2家，距年度目标还差5家。',
    ],
  );
  const group = snapshot.model.sections[0];
  t.match(group?.kind === 'indicators' && group.groups[0]?.rows, [
    { indicator: '规模以上工业总产值', light: '绿灯→黄灯', change: '−1.25个百分点' },
    { figure: '6.60', target: '9', completionRate: '73.33', paceGap: '−1.67', requiredMonthly: '2.40' },
    { figure: '2.3（1—10月）' },
    { yoy: '−0.4', gap: '−8.40个百分点', light: '黄灯→橙灯' },
    { gap: '−4家', change: '+1家', light: '红灯→橙灯' },
    { gap: '−2家' },
  ]);
  t.match(snapshot.sheets, [{ state: 'late', workdaysLate: 2, revision: 1 }]);
  t.match(JSON.stringify(snapshot.model), '迟报2个工作日');

  const [org] = material.orgs;
  for (const { indicator, entries } of reportLines(material, org!, null)) {
    for (const { evaluation, row } of entries) {
      const { change, ...measured } = toWire(
        evaluation,
        { type: indicator.type as 'flow', unit: indicator.unit, decimals: indicator.decimals },
        yearOf(indicator.own),
      );
      const { change: storedChange, ...stored } = row!.numbers;
      t.strictSame(measured, stored, `${indicator.name}: measured again as it was judged`);
      t.equal(change?.previousPeriod, storedChange?.previousPeriod);
      t.equal(row!.month, monthOf(indicator.own));
    }
  }

  const [output] = material.targets.get(`${orgId}/${material.indicators[0]!.id}`) ?? [];
  await desk.work(({ tx }) =>
    tx.insert(tables.targetVersion).values({
      targetId: output!.targetId,
      orgId,
      version: 2,
      deciding: true,
      comparator: 'atLeast',
      value: '50',
      plan: { kind: 'linear' },
      reason: '年中调整',
      appliesFrom: 1,
      knownAt: new Date('2017-12-19T09:00:00+08:00'),
    }),
  );
  const later = composeSnapshot(
    await desk.work((unit) => readMaterial(unit, { orgId, period: period(2017, 11) })),
  );
  t.strictSame(later.lines[0], snapshot.lines[0], 'a version that has not judged the month yet says nothing');
});
