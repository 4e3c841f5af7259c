import type { Fraction } from '@xushi/domain';
import type { GapClause } from './clause.js';
import {
  amount,
  decimalsThatTell,
  gapDecimalsOf,
  points,
  roundsToZero,
  SENTENCE_DECIMALS,
} from './number-words.js';
import type { NamedIndicator } from './subject.js';
import { targetGradeName } from './term-names.js';

/**
 * 慢于序时进度5.0个百分点, 低于年度目标10.19个百分点: a gap as it is read. A gap that rounds to 0.0 is 基本持平,
 * unless `telling` asks for as many decimals as show on which side it lies.
 */
export function chineseGap(gap: GapClause, indicator: NamedIndicator, telling = false): string {
  const { difference } = gap;
  const behind = difference.sign < 0;
  const say = (usual: number) => (telling ? decimalsThatTell(difference, usual) : usual);
  switch (gap.kind) {
    case 'pace': {
      const path = gap.path === 'plan' ? '计划进度' : gap.limit ? '时间进度' : '序时进度';
      const decimals = say(SENTENCE_DECIMALS);
      if (roundsToZero(difference, decimals)) return `与${path}基本持平`;
      const side = gap.limit ? (behind ? '低于' : '超') : behind ? '慢于' : '快于';
      return `${side}${path}${points(difference, decimals, 'zh')}`;
    }
    case 'yearEnd': {
      const by = amount(difference.absolute(), indicator, 'zh');
      if (gap.limit) {
        return difference.sign > 0
          ? `超全年控制数${by}`
          : behind
            ? `低于全年控制数${by}`
            : '与全年控制数持平';
      }
      const target = targetGradeName(gap.grade);
      return difference.sign > 0 ? `超${target}${by}` : behind ? `欠${target}${by}` : `与${target}持平`;
    }
    case 'node': {
      const by = amount(difference.absolute(), indicator, 'zh');
      if (difference.sign === 0) return '与节点计划持平';
      return `比节点计划${behind ? '少' : '多'}${by}`;
    }
    case 'level': {
      const target = gap.limit
        ? '控制目标'
        : gap.against === 'stage'
          ? '阶段目标'
          : targetGradeName(gap.against);
      return levelGap(target, gap, { indicator, say });
    }
    case 'checkpoint':
      return levelGap(`${gap.month}月节点目标`, gap, { indicator, say });
  }
}

function levelGap(
  target: string,
  { difference, inPoints, growth }: { difference: Fraction; inPoints: boolean; growth: boolean },
  { indicator, say }: { indicator: NamedIndicator; say: (usual: number) => number },
): string {
  const behind = difference.sign < 0;
  if (inPoints) {
    const decimals = say(gapDecimalsOf(indicator, growth));
    if (roundsToZero(difference, decimals)) return `与${target}基本持平`;
    return `${behind ? '低于' : '高于'}${target}${points(difference, decimals, 'zh')}`;
  }
  if (difference.sign === 0) return `与${target}持平`;
  const by = amount(difference.absolute(), indicator, 'zh');
  if (indicator.type === 'ratio') return `${behind ? '低于' : '高于'}${target}${by}`;
  return `比${target}${behind ? '少' : '多'}${by}`;
}
