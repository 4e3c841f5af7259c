import { type Evaluation, judgedInPoints, judgedNumber } from '@xushi/domain';
import type { AfterClause, Clause, GapClause, StandingClause } from './clause.js';
import { gapClauseOf } from './gap-clause.js';
import { roundsToZero, SENTENCE_DECIMALS } from './number-words.js';
import type { WordingContext } from './subject.js';

/** Which clauses the sentence on an evaluation has, in order (domain.md §12). */
export function selectClauses(evaluation: Evaluation, context: WordingContext): Clause[] {
  const { state, milestone } = evaluation;
  const reported = evaluation.figure !== null || evaluation.yoy !== null;
  if (milestone && (state === 'evaluated' || state === 'notDue')) {
    return [{ kind: 'milestone', status: milestone, daysOverdue: evaluation.fields.daysOverdue }];
  }
  if (state === 'notReported' || (state === 'noTarget' && !reported)) {
    return [{ kind: 'notReported', due: context.due }];
  }
  const untold = state !== 'evaluated' && state !== 'noTarget' && state !== 'notDue';
  if (untold) return [untoldClause(state, evaluation, context)];
  if (!reported) return [{ kind: 'state', state: 'notDue' }];
  const gap = gapClauseOf(evaluation, context);
  return [
    ...reachedClauses(evaluation, context),
    ...completionClauses(evaluation, context),
    ...(gap ? [gap, ...followUps(gap, evaluation, context)] : []),
    ...standingClauses(evaluation, context),
    ...levelChange(evaluation, context),
  ];
}

/** A figure that is not there yet, or not whole, or not approved: nothing is judged of it. */
function untoldClause(
  state: 'waiting' | 'partial' | 'underReview',
  { figure, yoy }: Evaluation,
  { waitsFor, members, indicator }: WordingContext,
): Clause {
  switch (state) {
    case 'waiting':
      return { kind: 'waiting', for: waitsFor ?? [] };
    case 'partial':
      if (figure) return { kind: 'rolledUp', value: figure, members, complete: false };
      return members ? { kind: 'partial', members } : { kind: 'state', state };
    case 'underReview': {
      const growth = indicator.type === 'growth' ? (yoy ?? figure) : yoy;
      return { kind: 'underReview', value: indicator.type === 'growth' ? null : figure, growth };
    }
  }
}

/** A growth that is the indicator itself or all there is leads; its course is told where it is what is judged. */
function reachedClauses(
  evaluation: Evaluation,
  { indicator, target, members, derivedYoy }: WordingContext,
): Clause[] {
  const { figure, yoy, measure, change, month } = evaluation;
  const growth = indicator.type === 'growth' ? judgedNumber({ ...evaluation, type: 'growth' }) : yoy;
  const alone = indicator.type === 'growth' || figure === null;
  const clauses: Clause[] = [];
  if (!alone && figure && evaluation.origin === 'rolledUp') {
    clauses.push({ kind: 'rolledUp', value: figure, members, complete: true });
  } else if (!alone && figure) {
    const verb = !target ? 'behind' : target.comparator === 'atMost' ? 'none' : 'before';
    clauses.push({ kind: 'figure', value: figure, verb });
  }
  if (growth) clauses.push({ kind: 'growth', growth, leads: alone });
  if (!alone && !growth && derivedYoy) clauses.push({ kind: 'derivedGrowth', growth: derivedYoy });
  const difference = change && (indicator.type === 'growth' ? (change.yoy ?? change.figure) : change.yoy);
  if (growth && difference && (alone || measure === 'yoy')) {
    clauses.push({ kind: 'growthChange', growth, difference, since: sinceOf(change.previousMonth, month) });
  }
  return clauses;
}

function completionClauses({ fields, state }: Evaluation, { target }: WordingContext): Clause[] {
  if (!target || state !== 'evaluated' || !fields.completionRate) return [];
  const limit = target.comparator === 'atMost';
  return [{ kind: 'completion', rate: fields.completionRate, grade: target.grade, limit }];
}

/** What is short and what each month left must bring, told only where the gap reads as one. */
function followUps(gap: GapClause, { fields, month }: Evaluation, { target }: WordingContext): AfterClause[] {
  if (!target || (gap.kind !== 'pace' && gap.kind !== 'node')) return [];
  const { limit } = gap;
  const behind = limit ? gap.difference.sign > 0 : gap.difference.sign < 0;
  if (!behind || (gap.kind === 'pace' && roundsToZero(gap.difference, SENTENCE_DECIMALS))) return [];
  const { remaining, shortfall, requiredMonthly, requiredMultiple } = fields;
  const clauses: AfterClause[] = [];
  if (gap.kind === 'node' || limit) {
    if (remaining) clauses.push({ kind: 'remaining', amount: remaining, grade: target.grade, limit });
  } else if (shortfall) {
    clauses.push({ kind: 'shortfall', amount: shortfall });
  }
  if (requiredMonthly && requiredMonthly.sign > 0) {
    clauses.push({ kind: 'required', amount: requiredMonthly, month, limit });
    const from = target.plan.kind === 'linear' ? (target.plan.from ?? 1) : 1;
    if (requiredMultiple && !limit) {
      clauses.push({ kind: 'multiple', multiple: requiredMultiple, from, month });
    }
  }
  return clauses;
}

function standingClauses({ measure }: Evaluation, { standing, indicator }: WordingContext): StandingClause[] {
  if (!standing) return [];
  const { scope, peerGap, position, provisional, peerMean, previous } = standing;
  const growth = measure === 'yoy' || indicator.type === 'growth';
  const what = growth ? 'growth' : indicator.type === 'ratio' ? 'own' : 'completion';
  const published = standing.reference === 'published';
  const clauses: StandingClause[] = [];
  if (peerGap) clauses.push({ kind: 'peerGap', difference: peerGap, scope, published });
  if (peerMean) clauses.push({ kind: 'peerMean', mean: peerMean, what });
  if (position === null) return clauses;
  const { of, reported, mixedGrades = false } = standing;
  // To be first of one says nothing.
  if (of === 1) return clauses;
  const place = { position, scope: standing.rankScope ?? scope, provisional };
  clauses.push({ kind: 'rank', ...place, among: { of, reported, mixedGrades } });
  if (previous !== null && previous !== undefined) {
    clauses.push({ kind: 'rankChange', places: previous - position });
  }
  return clauses;
}

/** Levels are compared with the previous period; a cumulative figure only grows and is not. */
function levelChange({ change, month }: Evaluation, { indicator }: WordingContext): Clause[] {
  if (!change?.figure || (indicator.type !== 'ratio' && indicator.type !== 'stock')) return [];
  return [
    {
      kind: 'levelChange',
      difference: change.figure,
      inPoints: judgedInPoints({ ...indicator, measure: 'value' }),
      since: sinceOf(change.previousMonth, month),
    },
  ];
}

function sinceOf(previousMonth: number, month: number) {
  return { month: previousMonth, adjacent: previousMonth === month - 1 };
}
