import type { CheckFinding, CheckParams, Period } from '@xushi/domain';
import t from 'tap';
import { type AnyFinding, findingWords, LANGUAGES } from '../src/index.js';

const NAMES: Record<string, string> = {
  tax: '实缴税金',
  output: '总产值',
  leading: '主导产业产值',
  share: '工业集中度',
};
const both = (finding: AnyFinding) =>
  LANGUAGES.map((language) => findingWords(finding, (key) => NAMES[key] ?? key, language));

/** A finding on a figure of January to November 2017. */
function found<Code extends keyof CheckParams>(code: Code, indicator: string, params: CheckParams[Code]) {
  const severity = ['cumulativeDecreased', 'unitSlip', 'partExceedsWhole', 'jump'].includes(code)
    ? 'hold'
    : 'note';
  return { code, severity, indicator, period: '2017-11' as Period, field: 'value', params } as CheckFinding;
}

const SLIP = {
  value: '30000',
  unit: '万元',
  months: '11',
  perMonth: '30000/11',
  reference: '0.27',
  periods: '2017-10 2017-09 2017-08',
  ratio: '1000000/99',
  power: '4',
  likelyUnit: '元',
};
const JUMP = {
  value: '1201',
  unit: '万元',
  previousPeriod: '2017-10',
  previous: '900',
  months: '1',
  joined: '0',
  increment: '301',
  count: '9',
  median: '100',
  scale: '15',
  largest: '100',
};
const SUM = {
  value: '50.7',
  unit: '亿元',
  previousPeriod: '2017-10',
  previous: '46',
  monthValue: '4.5',
  sum: '50.5',
  withinRounding: 'false' as const,
};

t.test('every hold: what, the numbers, what to check, and how to confirm it', async (t) => {
  t.strictSame(both(found('unitSlip', 'tax', SLIP)), [
    '实缴税金2017年1—11月30000万元，折合每月约2727万元，为近三期中位数0.27万元的约10101倍（接近1万倍），疑似单位错误：请核对所填数是否以元为单位（本数按万元填报）；确属实际的，请说明理由确认',
    '实缴税金, Jan–Nov 2017: 30000 ten thousand yuan, about 2727 ten thousand yuan a month, is about 10101 times the median of the last 3, 0.27 ten thousand yuan (near 10^4), which looks like another unit: check whether the number is in yuan (it was given in ten thousand yuan); if it is right, confirm it and say why',
  ]);
  const few = {
    ...SLIP,
    value: '0.3',
    perMonth: '3/110',
    reference: '0.3',
    periods: '2017-10',
    ratio: '1/11',
    power: '-1',
    likelyUnit: '',
  };
  t.strictSame(both(found('unitSlip', 'tax', few)), [
    '实缴税金2017年1—11月0.3万元，折合每月约0.0273万元，为前一期0.3万元的11分之一（接近十分之一），疑似单位错误：请核对单位，或少填了一位数；确属实际的，请说明理由确认',
    '实缴税金, Jan–Nov 2017: 0.3 ten thousand yuan, about 0.0273 ten thousand yuan a month, is one part in 11 of the figure before, 0.3 ten thousand yuan (near 10^-1), which looks like another unit: check the unit, or has a digit too few; if it is right, confirm it and say why',
  ]);
  const fell = { value: '45', unit: '亿元', otherPeriod: '2017-10', otherValue: '46.04' };
  t.strictSame(both(found('cumulativeDecreased', 'output', fell)), [
    '总产值2017年1—11月累计45亿元，小于1—10月已受理的46.04亿元，年内累计数不应减少：请核对是否误填当月数，前期数有误的请先更正前期数；确属实际的，请说明理由确认',
    '总产值, Jan–Nov 2017: 45 hundred million yuan is below the 46.04 hundred million yuan in force for Jan–Oct, and a cumulative figure does not fall within a year: check whether it is the month alone; correct the earlier figure first if that is wrong; if it is right, confirm it and say why',
  ]);
  t.match(
    both(found('cumulativeDecreased', 'output', { ...fell, otherPeriod: '2017-12', otherValue: '44' }))[0],
    '大于全年已受理的44亿元',
  );
  const part = { value: '60', unit: '亿元', role: 'part' as const, other: 'output', otherValue: '50.6' };
  t.match(both(found('partExceedsWhole', 'leading', part)), [
    '主导产业产值2017年1—11月60亿元，大于其总体总产值同期的50.6亿元：请核对两项是否填反',
    'is above its whole, 总产值, with 50.6 hundred million yuan',
  ]);
  t.match(
    both(found('partExceedsWhole', 'output', { ...part, role: 'whole', other: 'leading' }))[0],
    '小于其组成部分主导产业产值同期的',
  );
  t.match(
    both(
      found('partExceedsWhole', 'share', {
        ...part,
        value: '100.01',
        unit: '%',
        role: 'share',
        other: '',
        otherValue: '100',
      }),
    ),
    ['工业集中度2017年1—11月占比100.01%，超过100%：', 'a share of 100.01% is above 100%'],
  );
  t.strictSame(both(found('jump', 'output', JUMP)), [
    '总产值2017年1—11月累计1201万元，比1—10月当月增加301万元，为可参照最大月100万元的约3.01倍（此前9次月均增量的中位数100万元）：请核对是否错填；有新入库企业的，请随表填报；确属实际的，请说明理由确认',
    '总产值, Jan–Nov 2017: 1201 ten thousand yuan adds 301 ten thousand yuan in the month, about 3.01 times the largest month to go by, 100 ten thousand yuan (the median of the 9 increments before is 100 ten thousand yuan): check the digits; report firms that joined with the sheet; if it is right, confirm it and say why',
  ]);
  t.match(
    both(found('jump', 'output', { ...JUMP, joined: '5' }))[0],
    '扣除新入库企业5万元后比1—10月当月增加',
  );
});

t.test('every note: what, the numbers, and what to do', async (t) => {
  t.strictSame(both(found('sumMismatch', 'output', SUM)), [
    '总产值2017年1—11月累计50.7亿元，1—10月累计46亿元加本月4.5亿元为50.5亿元，两者不等：请核对本月数和累计数，有调整的请在备注说明',
    '总产值, Jan–Nov 2017: 50.7 hundred million yuan cumulative, but 46 hundred million yuan for Jan–Oct and 4.5 hundred million yuan for the month make 50.5 hundred million yuan: check month and cumulative figure; if something was adjusted, say so in the note',
  ]);
  t.match(
    both(found('sumMismatch', 'output', { ...SUM, withinRounding: 'true' }))[0],
    '相差在四舍五入范围内',
  );
  t.match(
    both(found('sumMismatch', 'output', { ...SUM, previousPeriod: '' }))[0],
    '累计50.7亿元，本月4.5亿元，两者不等',
  );
  const formula = {
    value: '69.81',
    unit: '%',
    computed: '63250/1031',
    numerator: '50.6',
    numeratorUnit: '亿元',
    denominator: '82.48',
    denominatorUnit: '亿元',
    scale: '100',
  };
  t.match(
    both(found('formulaMismatch', 'share', formula))[0],
    '所报69.81%，按50.6亿元 ÷ 82.48亿元 × 100计算为约61.35%：请核对',
  );
  t.match(
    both(found('formulaMismatch', 'share', { ...formula, computed: '69.8101' }))[0],
    '约69.8101%',
    'never the number that it is told apart from',
  );
  const base = {
    value: '110',
    unit: '万元',
    yoy: '10',
    impliedBase: '100',
    lastYear: '80',
    lastYearFrom: 'sheet' as const,
    difference: '25',
  };
  t.match(both(found('baseMismatch', 'output', base)), [
    '总产值2017年1—11月110万元、同比10%，推算上年同期100万元，与所报上年同期数80万元相差25.0%：请核对',
    'implies 100 ten thousand yuan a year before, 25.0% off the 80 ten thousand yuan reported for it',
  ]);
  t.match(
    both(found('baseMismatch', 'output', { ...base, difference: '-5.004' }))[0],
    '相差5.004%',
    'over 5% reads so',
  );
  const coarse = {
    value: '0.3',
    unit: '亿元',
    half: '0.05',
    target: '4.99',
    share: '500/499',
    finerUnit: '万元',
  };
  t.match(both(found('coarse', 'tax', coarse)), [
    '实缴税金2017年1—11月0.3亿元末位取舍可差0.05亿元，为年度目标4.99亿元的1.002%，看不出进度：请按万元报送',
    'report it in ten thousand yuan',
  ]);
  t.match(both(found('coarse', 'tax', { ...coarse, finerUnit: '' }))[0], '请多保留几位小数报送');
});

t.test('what a sheet is told besides', async (t) => {
  t.match(both({ code: 'unchanged' }), ['未产生新版本，无需再报', 'no revision was made']);
  t.match(both({ code: 'late', params: { date: '2017-12-08', time: '18:00' } }), [
    '应于12月8日18时前报送，本次为迟报',
    'it was due by 18:00 on 8 Dec',
  ]);
  const lower = { code: 'lowerGrade', indicator: 'tax', period: '2017-11' as Period } as const;
  t.match(
    both({ ...lower, params: { grade: 'estimate', inForce: 'statistical', value: '3000', unit: '万元' } }),
    [
      '实缴税金2017年1—11月本次所报3000万元为初步统计，已有统计反馈数在用，本次存档，不作为有效数',
      '3000 ten thousand yuan is of the grade “estimate” while one of the grade “statistical” is in force',
    ],
  );
  t.match(
    both({
      code: 'carriedOver',
      indicator: 'tax',
      period: '2017-11' as Period,
      params: {
        unit: '万元',
        parts: [
          { part: 'yoy', value: '-3.5' },
          { part: 'lastYear', value: '2900' },
        ],
      },
    }),
    ['本次未填的项沿用原数：同比−3.5%，上年同期累计2900万元；如已变化', 'growth −3.5%, last year'],
  );
});
