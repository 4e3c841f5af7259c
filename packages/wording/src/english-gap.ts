import type { GapClause } from './clause.js';
import {
  amount,
  decimalsThatTell,
  gapDecimalsOf,
  points,
  roundsToZero,
  SENTENCE_DECIMALS,
} from './number-words.js';
import { monthName } from './period-name.js';
import type { NamedIndicator } from './subject.js';
import { targetGradeName } from './term-names.js';

/** A gap in English; `telling` as in Chinese. */
export function englishGap(gap: GapClause, indicator: NamedIndicator, telling = false): string {
  const { difference } = gap;
  const behind = difference.sign < 0;
  const say = (usual: number) => (telling ? decimalsThatTell(difference, usual) : usual);
  switch (gap.kind) {
    case 'pace': {
      const path = gap.path === 'plan' ? 'the planned path' : 'time progress';
      const decimals = say(SENTENCE_DECIMALS);
      if (roundsToZero(difference, decimals)) return `level with ${path}`;
      const side = gap.limit ? (behind ? 'below' : 'over') : behind ? 'behind' : 'ahead of';
      return `${points(difference, decimals, 'en')} ${side} ${path}`;
    }
    case 'yearEnd': {
      const by = amount(difference.absolute(), indicator, 'en');
      const target = gap.limit ? "the year's limit" : `the ${targetGradeName(gap.grade, 'en')}`;
      if (difference.sign === 0) return `level with ${target}`;
      return `${by} ${behind ? (gap.limit ? 'below' : 'short of') : 'over'} ${target}`;
    }
    case 'node': {
      const by = amount(difference.absolute(), indicator, 'en');
      if (difference.sign === 0) return 'level with the planned count';
      return `${by} ${behind ? 'short of' : 'over'} the planned count`;
    }
    case 'level':
    case 'checkpoint': {
      const target =
        gap.kind === 'checkpoint'
          ? `the target of ${monthName(gap.month, 'en')}`
          : gap.limit
            ? 'the limit'
            : gap.against === 'stage'
              ? 'the target for this stage'
              : `the ${targetGradeName(gap.against, 'en')}`;
      const decimals = say(gapDecimalsOf(indicator, gap.growth));
      const level = gap.inPoints ? roundsToZero(difference, decimals) : difference.sign === 0;
      if (level) return `level with ${target}`;
      const by = gap.inPoints
        ? points(difference, decimals, 'en')
        : amount(difference.absolute(), indicator, 'en');
      return `${by} ${behind ? 'below' : 'above'} ${target}`;
    }
  }
}
