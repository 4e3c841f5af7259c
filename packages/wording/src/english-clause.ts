import type { Fraction } from '@xushi/domain';
import type { AfterClause, Clause, Since } from './clause.js';
import { englishGap } from './english-gap.js';
import { growthCourse } from './growth-change.js';
import { derivedGrowthWords, growthWords } from './growth-words.js';
import {
  amount,
  decimal,
  decimalsThatTell,
  pointDecimalsOf,
  points,
  SENTENCE_DECIMALS,
} from './number-words.js';
import { monthRange } from './period-name.js';
import { rolledUpWords } from './rolled-up-words.js';
import { standingWords } from './standing-words.js';
import { stateWords } from './state-words.js';
import type { NamedIndicator, WordingContext } from './subject.js';
import { targetGradeName } from './term-names.js';

/** One clause in English; names of orgs and indicators stay as they are in the catalogue. */
export function englishClause(clause: Clause, { org, indicator }: WordingContext): string {
  const subject = `${org.name} ${indicator.name}`.trim();
  switch (clause.kind) {
    case 'figure':
      return `${subject} ${amount(clause.value, indicator, 'en')}`;
    case 'growth':
      return `${clause.leads ? `${subject} ` : ''}${growthWords(clause.growth, 'en')}`;
    case 'derivedGrowth':
      return derivedGrowthWords(clause.growth, 'en');
    case 'growthChange':
      return growthChange(clause);
    case 'levelChange': {
      const { difference, since } = clause;
      if (difference.sign === 0) return `unchanged from ${sinceName(since)}`;
      const by = clause.inPoints
        ? points(difference, decimalsThatTell(difference, pointDecimalsOf(indicator)), 'en')
        : amount(difference.absolute(), indicator, 'en');
      return `${difference.sign < 0 ? 'down' : 'up'} ${by} from ${sinceName(since)}`;
    }
    case 'rolledUp':
      return `${subject} ${rolledUpWords(clause, indicator, 'en')}`;
    case 'notReported':
    case 'waiting':
    case 'partial':
    case 'underReview':
    case 'milestone':
    case 'state':
      return `${subject} ${stateWords(clause, indicator, 'en')}`;
    case 'completion':
    case 'shortfall':
    case 'remaining':
    case 'required':
    case 'multiple':
    case 'peerGap':
    case 'peerMean':
    case 'rank':
    case 'rankChange':
      return afterClause(clause, indicator);
    default:
      return englishGap(clause, indicator);
  }
}

function afterClause(clause: AfterClause, indicator: NamedIndicator): string {
  switch (clause.kind) {
    case 'completion': {
      const rate = `${decimal(clause.rate, SENTENCE_DECIMALS)}%`;
      return clause.limit
        ? `${rate} of the year's limit used`
        : `${rate} of the ${targetGradeName(clause.grade, 'en')}`;
    }
    case 'shortfall':
      return `${amount(clause.amount, indicator, 'en')} short of the path`;
    case 'remaining': {
      const left = amount(clause.amount, indicator, 'en');
      return clause.limit
        ? `${left} of the limit left`
        : `${left} to go to the ${targetGradeName(clause.grade, 'en')}`;
    }
    case 'required': {
      const monthly = amount(clause.amount, indicator, 'en');
      const verb = clause.limit ? 'available' : 'needed';
      return clause.month === 11 ? `${monthly} ${verb} in Dec` : `${monthly} ${verb} in each month left`;
    }
    case 'multiple':
      return `${decimal(clause.multiple, SENTENCE_DECIMALS)} times the monthly average so far`;
    default:
      return standingWords(clause, indicator, 'en');
  }
}

function growthChange({
  growth,
  difference,
  since,
}: {
  growth: Fraction;
  difference: Fraction;
  since: Since;
}): string {
  const by = points(difference, SENTENCE_DECIMALS, 'en');
  const before = sinceName(since);
  switch (growthCourse(growth, difference)) {
    case 'turnedPositive':
      return `turned from decline to growth since ${before}`;
    case 'turnedNegative':
      return `turned from growth to decline since ${before}`;
    case 'narrowed':
      return `the decline ${by} smaller than in ${before}`;
    case 'widened':
      return `the decline ${by} larger than in ${before}`;
    case 'quickened':
      return `growth ${by} higher than in ${before}`;
    case 'slowed':
      return `growth ${by} lower than in ${before}`;
    case 'unchanged':
      return `as in ${before}`;
  }
}

function sinceName({ month }: Since): string {
  return monthRange(month, 'en');
}
