import { type Evaluation, type Fraction, judgedInPoints, judgedNumber } from '@xushi/domain';
import { addUp } from './add-up.js';
import { computedLine } from './computed-line.js';
import { amountGiven, divisionOf } from './division.js';
import { pathOf } from './gap-clause.js';
import type { Language } from './language.js';
import { decimal, decimalsOf, inReportUnit, LEAST_DECIMALS, reportUnitOf, signed } from './number-words.js';
import { monthName } from './period-name.js';
import type { WordedTarget, WordingContext } from './subject.js';
import { differenceWritten, subtraction } from './subtraction.js';
import { planFallbackName } from './term-names.js';
import { unitName } from './unit-name.js';

interface Question {
  evaluation: Evaluation;
  context: WordingContext;
  target: WordedTarget;
  judged: Fraction;
  language: Language;
}

/**
 * The line that explains a light (domain.md §12), with as many decimals as it takes to add up:
 * 50.6 ÷ 55 = 92.00%，时间进度 91.67%，快 0.33 个百分点. Before it, how a computed figure comes about. Null where
 * nothing is judged or computed.
 */
export function explanationOf(
  evaluation: Evaluation,
  context: WordingContext,
  language: Language = 'zh',
): string | null {
  const { target, indicator } = context;
  const judged = judgedNumber({ ...evaluation, type: indicator.type });
  const question = target && judged ? { evaluation, context, target, judged, language } : null;
  const line = question && judgedLine(question);
  const decimals = Math.max(LEAST_DECIMALS, line && question ? figureDecimals(question) : 0);
  const said = [computedLine(evaluation, context, { decimals, language }), line];
  const lines = said.filter((text) => text !== null);
  return lines.length === 0 ? null : lines.join(language === 'zh' ? '；' : '; ');
}

/** With how many decimals the line prints a figure that is compared in its own unit. */
function figureDecimals({ evaluation, target, judged }: Question): number {
  const { gap, paceGap, nextCheckpoint } = evaluation.fields;
  const behind = nextCheckpoint?.gap ?? (paceGap ? null : gap);
  if (!behind || evaluation.measure !== 'value') return 0;
  const limit = target.comparator === 'atMost';
  const [first, second] = limit ? [judged.plus(behind), judged] : [judged, judged.minus(behind)];
  const written = differenceWritten(first, second, behind);
  return decimalsOf(limit ? written.second : written.first);
}

function judgedLine(question: Question): string | null {
  const { evaluation, language } = question;
  const { fields, planFallback } = evaluation;
  if (fields.nextCheckpoint) return checkpointLine(question, fields.nextCheckpoint);
  if (evaluation.state !== 'evaluated') return null;
  const line = fields.paceGap
    ? paceLine(question)
    : fields.gap
      ? levelLine(question)
      : fields.plannedToDate
        ? nodeLine(question)
        : null;
  if (line === null || !planFallback) return line;
  const why = planFallbackName(planFallback, language);
  return language === 'zh' ? `${line}（${why}）` : `${line} (${why})`;
}

/** 50.6 ÷ 55 = 92.00%，时间进度 91.67%，快 0.33 个百分点. */
function paceLine({ evaluation, context, target, judged, language }: Question): string | null {
  const { completionRate, timeProgress, paceGap } = evaluation.fields;
  if (!completionRate || !timeProgress || !paceGap) return null;
  const limit = target.comparator === 'atMost';
  const ahead = limit ? paceGap.negated() : paceGap;
  const { decimals, adds } = addUp([completionRate, timeProgress.negated()], ahead, LEAST_DECIMALS);
  const division = divisionOf(judged, target.value, { rate: completionRate, decimals, context });
  const time = decimal(timeProgress, decimals);
  const by = decimal(ahead.absolute(), decimals);
  const path = pathOf(evaluation, target);
  if (language === 'en') {
    const side =
      ahead.sign < 0 ? (limit ? 'below' : 'behind') : ahead.sign > 0 ? (limit ? 'over' : 'ahead') : 'level';
    const name = path === 'time' ? 'time progress' : 'planned';
    return `${division}, ${name} ${time}%, ${by} percentage points ${side}${adds ? '' : ' (rounded)'}`;
  }
  const side = ahead.sign < 0 ? (limit ? '低' : '慢') : limit ? '超' : '快';
  const gap = ahead.sign === 0 ? '持平' : `${side} ${by} 个百分点`;
  const name = path === 'time' ? '时间进度' : '计划进度';
  return `${division}，${name} ${time}%，${gap}${adds ? '' : '（四舍五入）'}`;
}

/** 69.81% − 80% = −10.19个百分点; 45家 − 49家 = −4家，−4 ÷ 49 = −8.16%. */
function levelLine({ evaluation, context, target, judged, language }: Question): string | null {
  const { gap, gapRate } = evaluation.fields;
  if (!gap) return null;
  const limit = target.comparator === 'atMost';
  const expected = limit ? judged.plus(gap) : judged.minus(gap);
  const { measure } = evaluation;
  const [first, second] = limit ? [expected, judged] : [judged, expected];
  const line = subtraction({ first, second, result: gap, context, measure, language });
  const rate =
    gapRate && !judgedInPoints({ ...context.indicator, measure })
      ? `${language === 'zh' ? '，' : ', '}${divisionOf(gap, expected.absolute(), { rate: gapRate, decimals: LEAST_DECIMALS, context })}`
      : '';
  return `${limit ? (language === 'zh' ? '控制目标' : 'limit ') : ''}${line}${rate}${stageNote({ evaluation, target, expected, language })}`;
}

/** （6月节点目标） where what is due is a checkpoint before the year's target. */
function stageNote({
  evaluation,
  target,
  expected,
  language,
}: {
  evaluation: Evaluation;
  target: WordedTarget;
  expected: Fraction;
  language: Language;
}): string {
  if (target.plan.kind !== 'checkpoints' || expected.equals(target.value)) return '';
  const due = target.plan.points.filter((point) => point.month <= evaluation.month).at(-1);
  if (!due) return '';
  return language === 'zh' ? `（${due.month}月节点目标）` : ` (target of ${monthName(due.month, 'en')})`;
}

function checkpointLine(
  { evaluation, context, target, judged, language }: Question,
  next: NonNullable<Evaluation['fields']['nextCheckpoint']>,
): string {
  const limit = target.comparator === 'atMost';
  const [first, second] = limit ? [next.value, judged] : [judged, next.value];
  const { measure } = evaluation;
  const line = subtraction({ first, second, result: next.gap, context, measure, language });
  return language === 'zh'
    ? `${line}（${next.month}月节点目标，未到期）`
    : `${line} (target of ${monthName(next.month, 'en')}, not due yet)`;
}

/** 7 − 9 = −2家（截至上季末应完成9家），7 ÷ 9 = 77.78%. */
function nodeLine({ evaluation, context, judged, language }: Question): string | null {
  const { plannedToDate, paceRatio } = evaluation.fields;
  if (!plannedToDate) return null;
  const unit = unitName(reportUnitOf(context.indicator), language);
  const [done, planned] = [amountGiven(judged, context), amountGiven(plannedToDate, context)];
  const result = signed(inReportUnit(judged.minus(plannedToDate), context.indicator), 0);
  const ratio = paceRatio ? `${done} ÷ ${planned} = ${decimal(paceRatio, LEAST_DECIMALS)}%` : null;
  if (language === 'en') {
    const line = `${done} done, ${planned} due: ${result} ${unit}`.trimEnd();
    return ratio === null ? line : `${line}, ${ratio}`;
  }
  const line = `已完成${done}${unit}，节点应完成${planned}${unit}，${done} − ${planned} = ${result}${unit}`;
  return ratio === null ? line : `${line}，${ratio}`;
}
