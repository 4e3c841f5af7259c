import type { Fraction } from '@xushi/domain';
import { chineseGap } from './chinese-gap.js';
import type { AfterClause, Clause, Since } from './clause.js';
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

/** Names that say themselves what was done need no 完成 before them. */
const SAYS_ITS_VERB = /^(新增|新建|新认定|签约|开工|投产|完成|实现|引进)/u;

/** One clause in Chinese, in the wording of domain.md §12. */
export function chineseClause(clause: Clause, { org, indicator }: WordingContext): string {
  const subject = `${org.name}${indicator.name}`;
  switch (clause.kind) {
    case 'figure': {
      const figure = amount(clause.value, indicator, 'zh');
      const cumulative = indicator.type === 'flow' || indicator.type === 'count';
      if (!cumulative || clause.verb === 'none' || SAYS_ITS_VERB.test(indicator.name)) {
        return `${subject}${figure}`;
      }
      return clause.verb === 'before'
        ? `${org.name}完成${indicator.name}${figure}`
        : `${subject}完成${figure}`;
    }
    case 'growth':
      return `${clause.leads ? `${org.name}${growthlessName(indicator)}` : ''}${growthWords(clause.growth)}`;
    case 'derivedGrowth':
      return derivedGrowthWords(clause.growth);
    case 'growthChange':
      return growthChange(clause);
    case 'levelChange': {
      const { difference, since } = clause;
      const moved = difference.sign < 0 ? '下降' : '提高';
      const by = clause.inPoints
        ? pointsRead(difference, indicator)
        : amount(difference.absolute(), indicator, 'zh');
      if (difference.sign === 0) return `数值与${sinceName(since)}持平`;
      return `较${sinceName(since)}${clause.inPoints ? moved : difference.sign < 0 ? '减少' : '增加'}${by}`;
    }
    case 'rolledUp':
      return `${subject}${rolledUpWords(clause, indicator)}`;
    case 'notReported':
    case 'waiting':
    case 'partial':
    case 'underReview':
    case 'milestone':
    case 'state':
      return `${subject}${stateWords(clause, indicator)}`;
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
      return chineseGap(clause, indicator);
  }
}

function afterClause(clause: AfterClause, indicator: NamedIndicator): string {
  switch (clause.kind) {
    case 'completion': {
      const rate = `${decimal(clause.rate, SENTENCE_DECIMALS)}%`;
      return clause.limit ? `已用全年控制数的${rate}` : `完成${targetGradeName(clause.grade)}的${rate}`;
    }
    case 'shortfall':
      return `欠进度${amount(clause.amount, indicator, 'zh')}`;
    case 'remaining': {
      const left = amount(clause.amount, indicator, 'zh');
      return clause.limit ? `剩余控制额${left}` : `距${targetGradeName(clause.grade)}还差${left}`;
    }
    case 'required': {
      const monthly = amount(clause.amount, indicator, 'zh');
      const verb = clause.limit ? '可用' : '需完成';
      return clause.month === 11
        ? `12月${verb}${monthly}`
        : `后${12 - clause.month}个月月均${verb}${monthly}`;
    }
    case 'multiple': {
      const { from, month } = clause;
      const before = from > 1 ? `${from}—${month}月月均` : month === 1 ? '1月完成数' : `前${month}个月月均`;
      return `为${before}的${decimal(clause.multiple, SENTENCE_DECIMALS)}倍`;
    }
    default:
      return standingWords(clause, indicator);
  }
}

function pointsRead(value: Fraction, indicator: NamedIndicator): string {
  return points(value, decimalsThatTell(value, pointDecimalsOf(indicator)), 'zh');
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
  const by = points(difference, SENTENCE_DECIMALS, 'zh');
  const course = growthCourse(growth, difference);
  const range = monthRange(since.month);
  switch (course) {
    case 'turnedPositive':
      return '由负转正';
    case 'turnedNegative':
      return '由正转负';
    case 'narrowed':
      return `降幅较${range}收窄${by}`;
    case 'widened':
      return `降幅较${range}扩大${by}`;
    case 'quickened':
      return `增速较${sinceName(since)}回升${by}`;
    case 'slowed':
      return `增速较${sinceName(since)}回落${by}`;
    case 'unchanged':
      return `${growth.sign < 0 ? '降幅' : '增速'}与${sinceName(since)}基本持平`;
  }
}

/** 上期 where it is the month before; else the period is named. */
function sinceName({ month, adjacent }: Since): string {
  return adjacent ? '上期' : monthRange(month);
}

/** 规模以上工业增加值增速 grows as 规模以上工业增加值. */
function growthlessName({ name, type }: NamedIndicator): string {
  return type === 'growth' ? name.replace(/(同比)?(增速|增长率|增幅)$/u, '') || name : name;
}
