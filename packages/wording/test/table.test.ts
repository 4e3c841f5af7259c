import { Fraction } from '@xushi/domain';
import t from 'tap';
import { type TableRow, tableRow } from '../src/index.js';
import {
  type Case,
  CONCENTRATION,
  FIRMS,
  judge,
  NEW_FIRMS,
  OUTPUT,
  SHARE,
  TAX,
  VALUE_ADDED,
} from './judged.js';

function rowOf(cases: Case[], responsible: string | null = null): TableRow {
  const judged = cases.map(judge);
  return tableRow({
    indicator: cases[0]!.indicator,
    entries: judged.map(({ evaluation, context }) => ({ evaluation, target: context.target })),
    reportMonth: 11,
    responsible,
  });
}

t.test('双牌工业集中区, 2017年1—11月, line by line', async (t) => {
  const output = { indicator: OUTPUT, figures: { 11: { value: '50.6', yoy: '45.2' } }, month: 11 };
  t.match(
    rowOf(
      [
        { ...output, target: { value: '55' } },
        { ...output, target: { measure: 'yoy', value: '21' } },
      ],
      '县科工局',
    ),
    {
      unit: '亿元',
      target: '55；21%',
      figure: '50.6',
      yoy: '45.2',
      change: '—',
      completionRate: '92.00',
      paceGap: '+0.33',
      gap: '+24.20个百分点',
      requiredMonthly: '4.40',
      light: '绿灯',
      responsible: '县科工局',
    },
  );
  t.match(
    rowOf([
      {
        indicator: VALUE_ADDED,
        figures: { 11: { value: '14.1', yoy: '8.6' } },
        target: { measure: 'yoy', value: '8' },
        month: 11,
      },
    ]),
    { target: '—；8%', figure: '14.1', yoy: '8.6', completionRate: '—', paceGap: '—', gap: '+0.60个百分点' },
  );
  t.match(
    rowOf([
      {
        indicator: TAX,
        figures: { 11: { value: '0.3', yoy: '36.5' } },
        target: { measure: 'yoy', value: '20' },
        month: 11,
      },
    ]),
    { figure: '0.3', gap: '+16.50个百分点', light: '绿灯' },
  );
  t.match(
    rowOf([
      {
        indicator: CONCENTRATION,
        figures: { 10: { value: '71' }, 11: { value: '69.81' } },
        target: { value: '80' },
        month: 11,
      },
    ]),
    {
      unit: '%',
      target: '80',
      figure: '69.81',
      change: '−1.19个百分点',
      gap: '−10.19个百分点',
      light: '橙灯→红灯',
      lightBefore: 'orange',
      lightNow: 'red',
      requiredMonthly: '—',
    },
  );
  t.match(rowOf([{ indicator: SHARE, figures: { 11: { value: '86.8' } }, month: 11 }]), {
    target: '—',
    figure: '86.8',
    gap: '—',
    light: '—',
    responsible: '—',
  });
});

t.test('two targets: the worse light, both gaps', async (t) => {
  const firms = { indicator: FIRMS, figures: { 11: { value: '45', yoy: '3' } }, month: 11 };
  t.match(
    rowOf([
      { ...firms, target: { value: '49' } },
      { ...firms, target: { measure: 'yoy', value: '2' } },
    ]),
    { target: '49；2%', gap: '−4家；+1.00个百分点', light: '橙灯' },
  );
});

t.test('nodes, own months, missing figures', async (t) => {
  t.match(
    rowOf([{ indicator: NEW_FIRMS, figures: { 11: { value: '7' } }, target: { value: '12' }, month: 11 }]),
    { completionRate: '58.33', paceGap: '—', gap: '−2家', light: '橙灯' },
  );
  t.match(
    rowOf([{ indicator: TAX, figures: { 10: { value: '0.31' } }, target: { value: '0.4' }, month: 10 }]),
    { figure: '0.3（1—10月）' },
  );
  t.match(
    rowOf([{ indicator: TAX, figures: { 10: { value: '0.31' } }, target: { value: '0.4' }, month: 11 }]),
    { figure: '—', completionRate: '—', light: '未报送' },
  );
});

t.test('a derived growth is marked in its cell', async (t) => {
  const row = (figure: { value?: string; yoy?: string }, language: 'zh' | 'en' = 'zh') => {
    const { evaluation, context } = judge({ indicator: OUTPUT, figures: { 11: figure }, month: 11 });
    const line = {
      indicator: OUTPUT,
      entries: [{ evaluation, target: context.target }],
      reportMonth: 11,
      responsible: null,
      derivedYoy: Fraction.of(100n, 3n),
    };
    return tableRow(line, language).yoy;
  };
  t.equal(row({ value: '50.6' }), '33.33（推算）');
  t.equal(row({ value: '50.6' }, 'en'), '33.33 (derived)');
  t.equal(row({ value: '50.6', yoy: '45.2' }), '45.2', 'a reported one stands alone');
  t.equal(row({}), '—', 'nothing follows from no figure');
});
