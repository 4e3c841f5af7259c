import type { Plan } from '../../src/index.js';
import { below, decimal, divide, floorOf, isZero, multiply, type Q, q, total } from './arithmetic.js';

/** Where a target's plan (domain.md §5) stands at a month. */
export interface Path {
  /** Nothing is demanded yet. */
  early: boolean;
  /** S_m. */
  share: Q | null;
  /** The node, or the level due. */
  expected: Q | null;
  /** The first month that counts for the monthly average. */
  from: number;
  /** The checkpoint still to come. */
  next: { month: number; value: Q } | null;
  /** A reason that may be given for going linear instead; several can be true of one series. */
  linearBecause: string[];
}

const PATH: Path = { early: false, share: null, expected: null, from: 1, next: null, linearBecause: [] };

export function pathAt(plan: Plan, target: Q, month: number, lastYear: readonly (Q | null)[]): Path {
  switch (plan.kind) {
    case 'linear':
      return fromMonth(plan.from ?? 1, month);
    case 'weights': {
      const weights = plan.weights.map(decimal);
      const reached = total(weights.slice(0, month));
      return { ...PATH, share: plan.normalise ? divide(reached, total(weights)) : reached };
    }
    case 'cumulative': {
      const value = decimal(plan.values[month - 1]!);
      return { ...PATH, share: isZero(target) ? null : divide(value, target) };
    }
    case 'lastYear':
      return likeLastYear(month, lastYear);
    case 'quarterly': {
      const quarter = Math.trunc(month / 3);
      const node = floorOf(multiply(target, q(quarter, 4)));
      return isZero(node) ? { ...PATH, early: true } : { ...PATH, expected: node };
    }
    case 'constant':
      return { ...PATH, expected: target };
    case 'checkpoints': {
      const points = plan.points.map((point) => ({ month: point.month, value: decimal(point.value) }));
      const due = points.filter((point) => point.month <= month);
      if (due.length === 0) return { ...PATH, early: true, next: points[0]! };
      return { ...PATH, expected: due[due.length - 1]!.value };
    }
  }
}

function fromMonth(from: number, month: number): Path {
  if (month < from) return { ...PATH, from, early: true };
  return { ...PATH, from, share: q(month - from + 1, 13 - from) };
}

function likeLastYear(month: number, series: readonly (Q | null)[]): Path {
  const reasons: string[] = [];
  const full = series[11] ?? null;
  const now = series[month - 1] ?? null;
  if (!series.some((value) => value)) reasons.push('lastYearMissing');
  if (!full) reasons.push('lastYearFullYearMissing');
  if (!now) reasons.push('lastYearMonthMissing');
  if (full && full[0] <= 0n) reasons.push('lastYearFullYearNotPositive');
  if (full && series.some((value) => value && below(full, value))) reasons.push('lastYearExceedsFullYear');
  if (reasons.length > 0) return { ...fromMonth(1, month), linearBecause: reasons };
  return { ...PATH, share: divide(now!, full!) };
}
