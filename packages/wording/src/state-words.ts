import type { StateClause } from './clause.js';
import { notReportedWords } from './due-words.js';
import { growthWords } from './growth-words.js';
import type { Language } from './language.js';
import { milestoneWords } from './milestone-words.js';
import { amount } from './number-words.js';
import { monthRange } from './period-name.js';
import type { Members, NamedIndicator, WaitedFigure } from './subject.js';
import { stateName } from './term-names.js';

/** So many members are named in a sentence; of more the first, and how many there are. */
const MOST_NAMED = 10;

/** What is said of an org and indicator that are not judged, or not by a figure. */
export function stateWords(
  clause: StateClause,
  indicator: NamedIndicator,
  language: Language = 'zh',
): string {
  switch (clause.kind) {
    case 'notReported':
      return notReportedWords(clause.due, language);
    case 'waiting':
      return waitingWords(clause.for, language);
    case 'partial':
      return noFigureWords(clause.members, language);
    case 'underReview':
      return underReviewWords(clause, indicator, language);
    case 'milestone':
      return milestoneWords(clause, language);
    case 'state':
      return stateName(clause.state, language);
  }
}

/**
 * 待计算（缺双牌县规模以上工业总产值1—11月数据）; of a denominator that is there and is 0 （双牌县规模以上工业总产值1—11月数据为0，无法计算）;
 * the state's name where nothing is known to be missing.
 */
export function waitingWords(waitsFor: readonly WaitedFigure[], language: Language = 'zh'): string {
  if (waitsFor.length === 0) return stateName('waiting', language);
  const isZero = waitsFor.every(({ zero }) => zero);
  if (language === 'en') {
    const figures = waitsFor.map(
      ({ orgName, indicatorName, month }) =>
        `${`${orgName} ${indicatorName}`.trim()} (${monthRange(month, 'en')})`,
    );
    return isZero ? `not computable: ${figures.join(' and ')} is 0` : `waiting for ${figures.join(' and ')}`;
  }
  const figures = waitsFor.map(
    ({ orgName, indicatorName, month }) => `${orgName}${indicatorName}${monthRange(month)}数据`,
  );
  return `待计算（${isZero ? `${figures.join('、')}为0，无法计算` : `缺${figures.join('、')}`}）`;
}

/** 已报1/2，未报：甲组团. */
export function membersWords({ reported, of, missing }: Members, language: Language = 'zh'): string {
  const named = missing.slice(0, MOST_NAMED);
  const more = missing.length - named.length;
  if (language === 'en') {
    const names = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return `${reported}/${of} reported${names === '' ? '' : `, missing: ${names}`}`;
  }
  const names = `${named.join('、')}${more > 0 ? `等${missing.length}家` : ''}`;
  return `已报${reported}/${of}${names === '' ? '' : `，未报：${names}`}`;
}

/** A roll-up without a figure. */
function noFigureWords(members: Members, language: Language): string {
  const told = membersWords(members, language);
  if (language === 'en') {
    return `${members.reported === 0 ? 'reported by no member' : stateName('partial', 'en')} (${told})`;
  }
  return `${members.reported === 0 ? '所属单位均未报送' : stateName('partial')}（${told}）`;
}

/** 已报50.6亿元（同比增长45.2%），审核中: a figure that may be sent back is not judged and counts as none. */
function underReviewWords(
  { value, growth }: Extract<StateClause, { kind: 'underReview' }>,
  indicator: NamedIndicator,
  language: Language,
): string {
  const state = stateName('underReview', language);
  const grown = growth && growthWords(growth, language);
  const given = value && amount(value, indicator, language);
  if (!given && !grown) return state;
  if (language === 'en')
    return `reported ${given ? `${given}${grown ? ` (${grown})` : ''}` : grown}, ${state}`;
  return `已报${given ? `${given}${grown ? `（${grown}）` : ''}` : grown}，${state}`;
}
