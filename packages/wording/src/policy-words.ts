import {
  type Comparator,
  Fraction,
  type IndicatorType,
  judgedInPoints,
  type Measure,
  type PolicyCondition,
  type PolicyField,
  type PolicyOp,
} from '@xushi/domain';
import type { Language, Named } from './language.js';
import { decimal, decimalsThatCompare, MINUS, shortDecimal } from './number-words.js';
import { unitName } from './unit-name.js';

/** Decimals of a number that is not short. */
const SEEN_DECIMALS = 2;

/** What is judged, as far as the names and units of a policy's fields depend on it. */
export interface RuleSubject {
  /** The indicator's own unit, in which a policy's amounts are written. */
  unit: string;
  type: IndicatorType;
  measure: Measure;
  /** Default `atLeast`. */
  comparator?: Comparator | undefined;
}

/** A field's short name, and what it is made of where the short name does not say it. */
interface FieldName {
  short: Named;
  made?: Named;
}

const FIELD_NAMES: Readonly<Record<PolicyField, FieldName>> = {
  paceGap: {
    short: { zh: '进度差', en: 'pace gap' },
    made: { zh: '与序时进度差', en: 'completion rate less time progress' },
  },
  paceRatio: {
    short: { zh: '进度比', en: 'pace ratio' },
    made: { zh: '完成数与应完成数之比', en: 'done over planned to date' },
  },
  gap: { short: { zh: '差距', en: 'gap' }, made: { zh: '与目标差', en: 'figure less target' } },
  gapRate: {
    short: { zh: '差距率', en: 'gap rate' },
    made: { zh: '与目标差占目标的比重', en: 'gap over target' },
  },
  figure: { short: { zh: '指标值', en: 'figure' } },
  peerGap: { short: { zh: '与平均水平差', en: 'gap to the peer average' } },
  consecutiveLag: { short: { zh: '连续落后期数', en: 'periods behind in a row' } },
  daysOverdue: {
    short: { zh: '逾期时间', en: 'overdue' },
    made: { zh: '未到期为负', en: 'below 0 before the due date' },
  },
  shortfall: { short: { zh: '欠进度', en: 'shortfall' } },
};

/** The fields that a limit turns round: positive is good there, too. */
const LIMIT_NAMES: Readonly<Partial<Record<PolicyField, FieldName>>> = {
  paceGap: {
    short: { zh: '进度差', en: 'pace gap' },
    made: { zh: '时间进度减已用进度', en: 'time progress less share used' },
  },
  paceRatio: {
    short: { zh: '进度比', en: 'pace ratio' },
    made: { zh: '已用数与时间进度可用数之比', en: 'used over available to date' },
  },
  gap: { short: { zh: '差距', en: 'gap' }, made: { zh: '控制数减实际数', en: 'limit less figure' } },
  gapRate: {
    short: { zh: '差距率', en: 'gap rate' },
    made: { zh: '控制数减实际数占控制数的比重', en: 'gap over limit' },
  },
  shortfall: { short: { zh: '超进度', en: 'excess over the path' } },
};

/** The sign of a comparison in print. */
export const OP_SIGNS: Readonly<Record<PolicyOp, string>> = {
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  eq: '=',
};

/** 差距; `full`: 差距（与目标差）. A growth that is judged is called by its name. */
export function policyFieldName(
  field: PolicyField,
  of: RuleSubject,
  { language = 'zh', full = false }: { language?: Language; full?: boolean } = {},
): string {
  if (field === 'figure' && (of.measure === 'yoy' || of.type === 'growth')) {
    return language === 'zh' ? '同比增速' : 'year-on-year growth';
  }
  const { short, made } = (of.comparator === 'atMost' ? LIMIT_NAMES[field] : undefined) ?? FIELD_NAMES[field];
  if (!full || !made) return short[language];
  return language === 'zh' ? `${short.zh}（${made.zh}）` : `${short.en} (${made.en})`;
}

/** 个百分点, %, 期, 个工作日, or the indicator's own unit. */
export function policyFieldUnit(field: PolicyField, of: RuleSubject, language: Language = 'zh'): string {
  const points = language === 'zh' ? '个百分点' : 'percentage points';
  switch (field) {
    case 'paceGap':
    case 'peerGap':
      return points;
    case 'paceRatio':
    case 'gapRate':
      return '%';
    case 'gap':
      return judgedInPoints(of) ? points : unitName(of.unit, language);
    case 'figure':
      return judgedInPoints(of) ? '%' : unitName(of.unit, language);
    case 'shortfall':
      return unitName(of.unit, language);
    case 'consecutiveLag':
      return language === 'zh' ? '期' : 'periods';
    case 'daysOverdue':
      return language === 'zh' ? '个工作日' : 'working days';
  }
}

/** 差距（与目标差）≤ −10个百分点. */
export function conditionWords(
  { field, op, value }: PolicyCondition,
  of: RuleSubject,
  language: Language = 'zh',
): string {
  const name = policyFieldName(field, of, { language, full: true });
  // A closing bracket takes up a blank of its own.
  const space = name.endsWith('）') ? '' : ' ';
  const bound = withUnit(shortDecimal(Fraction.parse(value), value.length) ?? value, field, { of, language });
  return `${name}${space}${OP_SIGNS[op]} ${bound}`;
}

/** −10.19个百分点: what a rule saw, exact where it is short, else on the right side of every bound. */
export function seenWords(
  { field, value, bounds }: { field: PolicyField; value: Fraction; bounds: readonly Fraction[] },
  of: RuleSubject,
  language: Language = 'zh',
): string {
  const text = shortDecimal(value) ?? decimal(value, decimalsThatCompare(value, bounds, SEEN_DECIMALS));
  return withUnit(text, field, { of, language });
}

function withUnit(
  text: string,
  field: PolicyField,
  { of, language }: { of: RuleSubject; language: Language },
): string {
  const unit = policyFieldUnit(field, of, language);
  if (language === 'zh' || unit === '%') return `${text}${unit}`;
  const one = text === '1' || text === `${MINUS}1`;
  return `${text} ${one ? unit.replace(/s$/u, '') : unit}`.trimEnd();
}
