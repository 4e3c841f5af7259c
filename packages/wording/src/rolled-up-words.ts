import type { FigureClause } from './clause.js';
import type { Language } from './language.js';
import { amount } from './number-words.js';
import { membersWords } from './state-words.js';
import type { NamedIndicator } from './subject.js';
import { stateName } from './term-names.js';

/**
 * 合计50.6亿元（2家汇总）, 合计50.6亿元（已报1/2，未报：甲组团）: a view over the members that is never taken for
 * the org's own figure. A ratio is worked out anew and is no sum.
 */
export function rolledUpWords(
  { value, members, complete }: Extract<FigureClause, { kind: 'rolledUp' }>,
  indicator: NamedIndicator,
  language: Language = 'zh',
): string {
  const figure = amount(value, indicator, language);
  const sum = indicator.type !== 'ratio' && indicator.type !== 'growth';
  if (language === 'en') {
    const how = !complete
      ? members
        ? membersWords(members, 'en')
        : stateName('partial', 'en')
      : members
        ? `${members.of} members`
        : 'of the members';
    return `${sum ? 'in total ' : ''}${figure} (${how})`;
  }
  const how = !complete
    ? members
      ? membersWords(members)
      : stateName('partial')
    : members
      ? `${members.of}家汇总`
      : '汇总';
  return `${sum ? '合计' : ''}${figure}（${how}）`;
}
