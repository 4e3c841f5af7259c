import { type Evaluation, judgedInPoints, judgedNumber } from '@xushi/domain';
import type { GapClause } from './clause.js';
import type { WordedTarget, WordingContext } from './subject.js';

/**
 * How far from its target an evaluation is (domain.md §6, §12), null where nothing is judged. At year end a
 * path has arrived: the amount says it.
 */
export function gapClauseOf(evaluation: Evaluation, context: WordingContext): GapClause | null {
  const { target, indicator } = context;
  const { fields, month, yardstick, measure } = evaluation;
  if (!target) return null;
  const limit = target.comparator === 'atMost';
  const judged = judgedNumber({ ...evaluation, type: indicator.type });
  if (!judged) return null;
  const inPoints = judgedInPoints({ ...indicator, measure });
  const growth = measure === 'yoy' || indicator.type === 'growth';

  const next = fields.nextCheckpoint;
  if (next) {
    const difference = judged.minus(next.value);
    return { kind: 'checkpoint', difference, month: next.month, inPoints, growth };
  }
  if (evaluation.state !== 'evaluated') return null;
  if (fields.paceGap) {
    if (month === 12) {
      return { kind: 'yearEnd', difference: judged.minus(target.value), grade: target.grade, limit };
    }
    const difference = limit ? fields.paceGap.negated() : fields.paceGap;
    return { kind: 'pace', difference, path: pathOf(evaluation, target), limit };
  }
  if (fields.gap) {
    const difference = limit ? fields.gap.negated() : fields.gap;
    const stage = yardstick === 'level' && !judged.minus(difference).equals(target.value);
    return { kind: 'level', difference, against: stage ? 'stage' : target.grade, inPoints, growth, limit };
  }
  if (fields.plannedToDate) {
    if (month === 12) {
      return { kind: 'yearEnd', difference: judged.minus(target.value), grade: target.grade, limit };
    }
    return { kind: 'node', difference: judged.minus(fields.plannedToDate), limit };
  }
  return null;
}

/** 序时进度 where the year is spread evenly, else the path that the plan lays down. */
export function pathOf({ planFallback }: Evaluation, { plan }: WordedTarget): 'time' | 'plan' {
  return plan.kind === 'linear' || planFallback !== null ? 'time' : 'plan';
}
