import {
  defaultPlan,
  defaultPolicyKey,
  type Evaluation,
  Fraction,
  foldYear,
  type MonthFigure,
  type Policy,
  PRESETS,
  type TargetTerms,
  yardstickOf,
} from '@xushi/domain';
import type { NamedIndicator, WordingContext } from '../src/index.js';

/** Indicators, targets and figures of the tests, judged by the domain's own rules. */

export const f = (text: string) => Fraction.parse(text);

export function indicator(over: Partial<NamedIndicator> & { name: string }): NamedIndicator {
  return { type: 'flow', unit: '亿元', decimals: 2, reportUnit: '亿元', reportDecimals: 1, ...over };
}

export interface Case {
  indicator: NamedIndicator;
  /** Plain decimals by month. */
  figures: Record<number, { value?: string; yoy?: string; grade?: MonthFigure['grade'] } | null>;
  target?: Partial<Omit<TargetTerms, 'value'>> & { value: string };
  policy?: Policy;
  month: number;
  org?: string;
  dueMonths?: number[];
}

/** The evaluation of the case's month and the context its words are made in. */
export function judge(of: Case): { evaluation: Evaluation; context: WordingContext } {
  const { month } = of;
  const measure = of.target?.measure ?? 'value';
  const terms: TargetTerms | null = of.target
    ? {
        grade: 'annual',
        deciding: true,
        comparator: 'atLeast',
        plan: defaultPlan(of.indicator.type, measure),
        ...of.target,
        measure,
        value: f(of.target.value),
      }
    : null;
  const policy = terms && (of.policy ?? PRESETS[policyKey(of.indicator, terms)]);
  const evaluations = foldYear({
    indicator: of.indicator,
    versions: terms && policy ? [{ appliesFrom: 1, version: 1, terms, policy }] : [],
    figures: Array.from({ length: 12 }, (_, index) => {
      const given = of.figures[index + 1];
      if (!given) return null;
      return {
        value: given.value === undefined ? null : f(given.value),
        yoy: given.yoy === undefined ? null : f(given.yoy),
        grade: given.grade ?? 'statistical',
      };
    }),
    isDue: (candidate) => of.dueMonths?.includes(candidate) ?? true,
    lastMonth: month,
  });
  const evaluation = evaluations[month - 1];
  if (!evaluation) throw new RangeError(`no month ${month}`);
  return {
    evaluation,
    context: { org: { name: of.org ?? '园区' }, indicator: of.indicator, target: terms },
  };
}

function policyKey({ type, unit }: NamedIndicator, terms: TargetTerms) {
  const yardstick = yardstickOf(type, terms.measure, terms.plan);
  return defaultPolicyKey({ yardstick, unit, planKind: terms.plan.kind, type, measure: terms.measure });
}

export const OUTPUT = indicator({ name: '规模以上工业总产值' });
export const VALUE_ADDED = indicator({ name: '规模以上工业增加值' });
export const CONCENTRATION = indicator({
  name: '工业集中度',
  type: 'ratio',
  unit: '%',
  reportUnit: '%',
  reportDecimals: 2,
});
export const SHARE = indicator({
  name: '主导产业占比',
  type: 'ratio',
  unit: '%',
  reportUnit: '%',
  reportDecimals: 1,
});
export const TAX = indicator({ name: '规模以上工业企业实缴税金' });
export const FIRMS = indicator({
  name: '规模以上工业企业数',
  type: 'stock',
  unit: '家',
  reportUnit: '家',
  decimals: 0,
  reportDecimals: 0,
});
export const NEW_FIRMS = indicator({
  name: '新增规模以上工业企业',
  type: 'count',
  unit: '家',
  reportUnit: '家',
  decimals: 0,
  reportDecimals: 0,
});
export const GROWTH = indicator({
  name: '规模以上工业增加值增速',
  type: 'growth',
  unit: '%',
  reportUnit: '%',
  decimals: 1,
});
export const ENERGY = indicator({
  name: '能源消费总量',
  unit: '万吨标准煤',
  reportUnit: '万吨标准煤',
});
