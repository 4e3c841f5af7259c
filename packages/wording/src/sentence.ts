import type { Evaluation } from '@xushi/domain';
import { chineseClause } from './chinese-clause.js';
import { chineseGap } from './chinese-gap.js';
import type { GapClause } from './clause.js';
import { englishClause } from './english-clause.js';
import { englishGap } from './english-gap.js';
import { gapClauseOf } from './gap-clause.js';
import type { Language } from './language.js';
import { monthName, monthRange } from './period-name.js';
import { selectClauses } from './select-clauses.js';
import type { WordingContext } from './subject.js';

/**
 * The sentence on one evaluation (domain.md §12): 1—11月，园区完成规模以上工业总产值50.6亿元，同比增长45.2%，
 * 完成年度目标的92.0%，快于序时进度0.3个百分点。 Every number is rounded once, from its unrounded value.
 */
export function sentenceOf(
  evaluation: Evaluation,
  context: WordingContext,
  language: Language = 'zh',
): string {
  return sentenceOfLine([{ evaluation, context }], language);
}

/**
 * One sentence on all that is judged of an indicator: the first evaluation in full, then the gap of each other
 * target, a growth's named as such: …快于序时进度0.3个百分点，增速高于年度目标24.2个百分点。
 */
export function sentenceOfLine(
  line: readonly { evaluation: Evaluation; context: WordingContext }[],
  language: Language = 'zh',
): string {
  const [first, ...others] = line;
  if (!first) throw new RangeError('no evaluation to speak of');
  const { evaluation, context } = first;
  const clauses: string[] = selectClauses(evaluation, context).map((clause) =>
    language === 'zh' ? chineseClause(clause, context) : englishClause(clause, context),
  );
  for (const other of others) {
    const gap = gapClauseOf(other.evaluation, other.context);
    if (gap) clauses.push(otherGap(gap, other, language));
  }
  const range = evaluation.milestone
    ? monthEnd(evaluation.month, language)
    : monthRange(evaluation.month, language);
  const reported = evaluation.figure !== null || evaluation.yoy !== null;
  const estimate = reported && evaluation.grade === 'estimate';
  if (language === 'en') {
    return `${estimate ? 'Estimate, ' : ''}${range}: ${clauses.join(', ')}.`;
  }
  return `${estimate ? '初步统计，' : ''}${range}，${clauses.join('，')}。`;
}

/** A milestone is not cumulative: 截至6月末. */
function monthEnd(month: number, language: Language): string {
  if (language === 'en') return month === 12 ? 'Year end' : `End of ${monthName(month, 'en')}`;
  return month === 12 ? '截至年末' : `截至${monthName(month)}末`;
}

function otherGap(
  gap: GapClause,
  { evaluation, context }: { evaluation: Evaluation; context: WordingContext },
  language: Language,
): string {
  const growth = evaluation.measure === 'yoy';
  if (language === 'en') return `${growth ? 'growth ' : ''}${englishGap(gap, context.indicator)}`;
  return `${growth ? '增速' : ''}${chineseGap(gap, context.indicator)}`;
}

/** The note at the foot of every report whose numbers were rounded (domain.md §12). */
export const ROUNDING_NOTE: Readonly<Record<Language, string>> = {
  zh: '注：部分数据因四舍五入，分项与差值可能略有出入。',
  en: 'Note: numbers are rounded, so that parts and differences may not add up exactly.',
};
