import type { JudgedFields, MilestoneStatus } from './evaluation.js';
import { Fraction } from './fraction.js';
import { judgedGap } from './judged-fields.js';
import type { Comparator, Scoring } from './terms.js';

/** The number a factor was made from; a rank's `position` is a place. */
export interface ScoreSaw {
  field: 'paceRatio' | 'completionRate' | 'paceGap' | 'gap' | 'shortfall' | 'position';
  value: Fraction;
}

/** How much of its weight a target earns. */
export interface ScoredFactor {
  /** 1 is the whole weight; never below 0. */
  factor: Fraction;
  /** As asked, or `met` where the fields have no such number. */
  scoring: Scoring;
  why: 'onPlan' | 'behindPlan' | 'met' | 'missed' | 'proportional' | 'ranked';
  /** Null for a milestone. */
  saw: ScoreSaw | null;
}

/** An evaluated target; `scoring` is settled. */
export interface FactorQuestion {
  scoring: Scoring;
  cap?: Fraction | undefined;
  comparator: Comparator;
  fields: JudgedFields;
  milestone?: Pick<MilestoneStatus, 'done'> | null | undefined;
  position?: number | null | undefined;
}

/**
 * The factor of one evaluated target (domain.md §6); null where it has nothing to score by. `pace` and
 * `proportional` of what has no such number (a level, a milestone, a limit of 0) are `met` instead.
 */
export function scoreFactor(question: FactorQuestion): ScoredFactor | null {
  switch (question.scoring) {
    case 'pace':
      return paced(question) ?? met(question);
    case 'proportional':
      return proportional(question) ?? met(question);
    case 'met':
      return met(question);
    case 'rankStep':
      return ranked(question);
  }
}

/**
 * min(paceRatio, 100) ÷ 100. Of a limit, spending less than planned is good: the whole weight while it is within
 * the plan, else the plan's share of what was spent (time progress ÷ completion rate = 100 ÷ paceRatio).
 * While the plan demands 0 there is no ratio: the whole weight for what is not behind it, as its light is
 * green, else nothing.
 */
function paced({ comparator, fields }: FactorQuestion): ScoredFactor | null {
  const { paceRatio, paceGap } = fields;
  if (paceRatio === null) {
    if (paceGap === null) return null;
    const onPlan = paceGap.sign >= 0;
    return {
      factor: onPlan ? Fraction.ONE : Fraction.ZERO,
      scoring: 'pace',
      why: onPlan ? 'onPlan' : 'behindPlan',
      saw: { field: 'paceGap', value: paceGap },
    };
  }
  const factor = capped(towardsLimit(comparator, paceRatio), Fraction.HUNDRED);
  return {
    factor,
    scoring: 'pace',
    why: factor.equals(Fraction.ONE) ? 'onPlan' : 'behindPlan',
    saw: { field: 'paceRatio', value: paceRatio },
  };
}

/** min(completionRate, cap) ÷ 100; of a limit the rate is turned round as in `paced`, and earns no more than 1. */
function proportional({ comparator, fields, cap }: FactorQuestion): ScoredFactor | null {
  const { completionRate } = fields;
  if (completionRate === null) return null;
  const most = comparator === 'atMost' ? Fraction.HUNDRED : (cap ?? Fraction.HUNDRED);
  return {
    factor: capped(towardsLimit(comparator, completionRate), most),
    scoring: 'proportional',
    why: 'proportional',
    saw: { field: 'completionRate', value: completionRate },
  };
}

/** All or nothing: not behind what this month asks (at month 12 the year's target); a milestone once it is done. */
function met({ fields, milestone }: FactorQuestion): ScoredFactor | null {
  const gap = judgedGap(fields);
  if (!milestone && gap === null) return null;
  const isMet = milestone ? milestone.done : gap!.sign >= 0;
  return {
    factor: isMet ? Fraction.ONE : Fraction.ZERO,
    scoring: 'met',
    why: isMet ? 'met' : 'missed',
    saw: milestone ? null : sawOfGap(fields),
  };
}

/** 争先进位: the first place 1, each further one 0.05 less, never below 0. */
function ranked({ position }: FactorQuestion): ScoredFactor | null {
  if (position == null) return null;
  return {
    factor: notBelowZero(Fraction.of(21 - position, 20)),
    scoring: 'rankStep',
    why: 'ranked',
    saw: { field: 'position', value: Fraction.of(position) },
  };
}

/**
 * A rate in % of which 100 is what is asked and more is better: of a limit, what was allowed over what was
 * taken. Nothing taken, or less than nothing, is within any limit.
 */
function towardsLimit(comparator: Comparator, rate: Fraction): Fraction {
  if (comparator === 'atLeast') return rate;
  return rate.sign > 0 ? Fraction.HUNDRED.times(Fraction.HUNDRED).dividedBy(rate) : Fraction.HUNDRED;
}

/** A rate in %, at most `most` and not below 0, as a factor. */
function capped(rate: Fraction, most: Fraction): Fraction {
  return notBelowZero(rate.lessThan(most) ? rate : most).dividedBy(Fraction.HUNDRED);
}

function notBelowZero(value: Fraction): Fraction {
  return value.sign < 0 ? Fraction.ZERO : value;
}

/** Which field `judgedGap` went by. */
function sawOfGap(fields: JudgedFields): ScoreSaw | null {
  for (const field of ['paceGap', 'gap', 'shortfall'] as const) {
    const value = fields[field];
    if (value !== null) return { field, value };
  }
  return null;
}
