import {
  type Evaluation,
  type Fraction,
  judgedInPoints,
  judgedNumber,
  type Light,
  severity,
} from '@xushi/domain';
import type { Language } from './language.js';
import { shortLightName } from './light-name.js';
import {
  asGiven,
  decimal,
  decimalsThatTell,
  inReportUnit,
  reportDecimalsOf,
  reportUnitOf,
  signed,
} from './number-words.js';
import { monthRange } from './period-name.js';
import type { NamedIndicator, WordedTarget } from './subject.js';
import { stateName } from './term-names.js';
import { unitName } from './unit-name.js';

/** What a cell says where there is nothing to say (domain.md §6: shown “—”). */
export const NOTHING = '—';

/** Decimals of rates and percentage points in tables (domain.md §2). */
const RATE_DECIMALS = 2;

/** One target of an indicator and how it stands. */
export interface TableEntry {
  evaluation: Evaluation;
  target: WordedTarget | null;
}

/** An indicator of an org with all that is judged of it; at least one entry. */
export interface TableLine {
  indicator: NamedIndicator;
  /** The deciding targets, value before growth; one entry without a target where none is set. */
  entries: readonly TableEntry[];
  /** The month of the report: a figure of another month is labelled with its own. */
  reportMonth: number;
  responsible: string | null;
  /** Growth in % implied by last year's value; shown, marked, where none was reported. */
  derivedYoy?: Fraction | undefined;
}

/** The cells of one line of table 1 (domain.md §12), as people read them. */
export interface TableRow {
  indicator: string;
  unit: string;
  /** 总量；增速. */
  target: string;
  figure: string;
  yoy: string;
  change: string;
  completionRate: string;
  paceGap: string;
  gap: string;
  requiredMonthly: string;
  /** 上期→本期, or why there is none. */
  light: string;
  lightBefore: Light | null;
  lightNow: Light | null;
  responsible: string;
}

/**
 * The cells of table 1 for one indicator. Rates and points have two decimals, a reported growth its own; 较上期 is
 * the change of the growth of a cumulative figure, of any other the change of the figure itself. Of two targets
 * the worse light counts and both gaps are said.
 */
export function tableRow(line: TableLine, language: Language = 'zh'): TableRow {
  const { indicator, entries } = line;
  const main = entries[0];
  if (!main) throw new RangeError(`no evaluation of ${indicator.name}`);
  const path = entries.find(({ evaluation }) => evaluation.fields.completionRate)?.evaluation.fields;
  const light = worstOf(entries.map(({ evaluation }) => evaluation.decided?.light ?? null));
  const before = worstOf(entries.map(({ evaluation }) => evaluation.change?.light ?? null));
  return {
    indicator: indicator.name,
    unit: indicator.type === 'growth' ? '%' : unitName(reportUnitOf(indicator), language),
    target: targetCell(line),
    figure: figureCell(main.evaluation, line, language),
    yoy: yoyCell(main.evaluation, line, language),
    change: changeCell(main.evaluation, indicator, language),
    completionRate: path?.completionRate ? decimal(path.completionRate, RATE_DECIMALS) : NOTHING,
    paceGap: path?.paceGap ? signed(path.paceGap, RATE_DECIMALS) : NOTHING,
    gap: gapCell(line, language),
    requiredMonthly: path?.requiredMonthly ? monthlyCell(path.requiredMonthly, indicator) : NOTHING,
    light: lightCell({ before, light, evaluation: main.evaluation, language }),
    lightBefore: before,
    lightNow: light,
    responsible: line.responsible ?? NOTHING,
  };
}

/** 55；21%: the total, then the growth; a limit with ≤ before it. */
function targetCell({ indicator, entries }: TableLine): string {
  const [total, growth] = [
    entries.find(({ target }) => target && !isGrowth(indicator, target))?.target,
    entries.find(({ target }) => target && isGrowth(indicator, target))?.target,
  ];
  if (!total && !growth) return NOTHING;
  const totalText = total
    ? `${limitSign(total)}${asGiven(inReportUnit(total.value, indicator), reportDecimalsOf(indicator))}`
    : NOTHING;
  return growth ? `${totalText}；${limitSign(growth)}${asGiven(growth.value, RATE_DECIMALS)}%` : totalText;
}

function isGrowth({ type }: NamedIndicator, { measure }: WordedTarget): boolean {
  return measure === 'yoy' || type === 'growth';
}

function limitSign({ comparator }: WordedTarget): string {
  return comparator === 'atMost' ? '≤' : '';
}

function figureCell(
  evaluation: Evaluation,
  { indicator, reportMonth }: TableLine,
  language: Language,
): string {
  const { figure, month } = evaluation;
  if (indicator.type === 'growth' || !figure) return NOTHING;
  const reported = inReportUnit(figure, indicator);
  const text = decimal(reported, decimalsThatTell(reported, reportDecimalsOf(indicator)));
  return month === reportMonth ? text : labelled(text, month, language);
}

function labelled(text: string, month: number, language: Language): string {
  const range = monthRange(month, language);
  return language === 'zh' ? `${text}（${range}）` : `${text} (${range})`;
}

/** 45.2; one that only follows from the values 45.20（推算）. */
function yoyCell(evaluation: Evaluation, { indicator, derivedYoy }: TableLine, language: Language): string {
  const { type } = indicator;
  const growth = type === 'growth' ? judgedNumber({ ...evaluation, type }) : evaluation.yoy;
  if (growth) return ownDecimals(growth);
  if (!derivedYoy || !evaluation.figure || type === 'growth') return NOTHING;
  const text = decimal(derivedYoy, RATE_DECIMALS);
  return language === 'zh' ? `${text}（推算）` : `${text} (derived)`;
}

function changeCell({ change }: Evaluation, indicator: NamedIndicator, language: Language): string {
  const cumulative = indicator.type === 'flow' || indicator.type === 'count';
  const growth = cumulative || indicator.type === 'growth';
  const difference = growth
    ? (change?.yoy ?? (indicator.type === 'growth' ? change?.figure : null))
    : change?.figure;
  if (!difference) return NOTHING;
  const inPoints = growth || judgedInPoints({ ...indicator, measure: 'value' });
  return differenceCell(difference, { indicator, inPoints, language });
}

/** −10.19个百分点, −4家; of two targets both. */
function gapCell({ indicator, entries }: TableLine, language: Language): string {
  const gaps = entries.flatMap(({ evaluation }) => {
    const { gap, plannedToDate, paceGap } = evaluation.fields;
    if (gap) {
      const inPoints = judgedInPoints({ ...indicator, measure: evaluation.measure });
      return [differenceCell(gap, { indicator, inPoints, language })];
    }
    // A quarter's node is a count to reach: how many more or fewer than it asks for.
    const judged = judgedNumber({ ...evaluation, type: indicator.type });
    if (plannedToDate && !paceGap && judged) {
      return [differenceCell(judged.minus(plannedToDate), { indicator, inPoints: false, language })];
    }
    return [];
  });
  return gaps.length === 0 ? NOTHING : gaps.join(language === 'zh' ? '；' : '; ');
}

function differenceCell(
  difference: Fraction,
  { indicator, inPoints, language }: { indicator: NamedIndicator; inPoints: boolean; language: Language },
): string {
  if (inPoints) {
    return `${signed(difference, RATE_DECIMALS)}${language === 'zh' ? '个百分点' : ' percentage points'}`;
  }
  const reported = inReportUnit(difference, indicator);
  const text = signed(reported, decimalsThatTell(reported, reportDecimalsOf(indicator)));
  const unit = unitName(reportUnitOf(indicator), language);
  return language === 'zh' ? `${text}${unit}` : `${text} ${unit}`.trimEnd();
}

function monthlyCell(required: Fraction, indicator: NamedIndicator): string {
  const reported = inReportUnit(required, indicator);
  const usual = Math.max(reportDecimalsOf(indicator), RATE_DECIMALS);
  // 0 is said of what is done.
  return decimal(reported, decimalsThatTell(reported, usual));
}

function lightCell({
  before,
  light,
  evaluation,
  language,
}: {
  before: Light | null;
  light: Light | null;
  evaluation: Evaluation;
  language: Language;
}): string {
  if (light) {
    const now = shortLightName(light, language);
    return before ? `${shortLightName(before, language)}→${now}` : now;
  }
  const { state, figure, yoy } = evaluation;
  if (state === 'noTarget' && !figure && !yoy) return stateName('notReported', language);
  return state === 'evaluated' || state === 'noTarget' ? NOTHING : stateName(state, language);
}

function worstOf(lights: readonly (Light | null)[]): Light | null {
  return lights.reduce<Light | null>(
    (worst, light) => (light && (!worst || severity(light) > severity(worst)) ? light : worst),
    null,
  );
}

/** A growth as it was published, with one decimal at least and two at most. */
function ownDecimals(value: Fraction): string {
  const own = (value.toExactDecimal() ?? '0.00').split('.')[1] ?? '';
  return decimal(value, Math.min(Math.max(own.length, 1), RATE_DECIMALS));
}
