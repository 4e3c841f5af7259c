import { Exact, ZERO } from './exact.js';
import type { Plan } from './oracle.js';
import type { Random } from './random.js';

/** Plans by the name they are counted under; `none` is an indicator without a target. */
export const PLANS = [
  'linear',
  'linearFrom',
  'weights',
  'cumulative',
  'quarterly',
  'constant',
  'checkpoints',
  'none',
] as const;
export type PlanName = (typeof PLANS)[number];

interface PlanOptions {
  planName: PlanName;
  target: Exact;
  inPoints: boolean;
  isCount: boolean;
}

export function drawPlan(random: Random, options: PlanOptions): Plan {
  const { planName, target } = options;
  switch (planName) {
    case 'linear':
      return { kind: 'linear' };
    case 'linearFrom':
      return { kind: 'linear', from: random.whole(1, 11) };
    case 'weights': {
      if (random.chance(0.3)) {
        const weights = parts(random, 12).map((part) => String(part + (random.chance(0.2) ? 1 : 0)));
        return { kind: 'weights', weights, normalise: true };
      }
      return {
        kind: 'weights',
        weights: parts(random, 1000).map((part) => Exact.of(part, 1000).toDecimal()!),
      };
    }
    case 'cumulative': {
      const shares = parts(random, 100);
      const values = shares.map((_, month) => {
        const sum = shares.slice(0, month + 1).reduce((total, part) => total + part, 0);
        return target.times(Exact.of(sum, 100)).toDecimal()!;
      });
      return { kind: 'cumulative', values };
    }
    case 'checkpoints':
      return { kind: 'checkpoints', points: drawPoints(random, options) };
    case 'quarterly':
      return { kind: 'quarterly' };
    default:
      return { kind: 'constant' };
  }
}

/** Twelve whole parts of a whole, zeros among them, sometimes at the beginning. */
function parts(random: Random, whole: number): number[] {
  const idle = random.chance(0.3) ? random.whole(1, 4) : 0;
  const cuts = Array.from({ length: 11 - idle }, () => random.whole(0, whole)).sort((a, b) => a - b);
  const bounds = [...Array(idle + 1).fill(0), ...cuts, whole];
  return bounds.slice(1).map((bound, index) => bound - bounds[index]);
}

function drawPoints(random: Random, { target, inPoints, isCount }: PlanOptions) {
  const months = random.shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).slice(0, random.whole(1, 4));
  return months
    .sort((a, b) => a - b)
    .map((month) => {
      const share = random.chance(0.1) ? ZERO : Exact.of(random.whole(1, 12), 10);
      const value = inPoints ? target.plus(Exact.of(random.whole(-80, 40), 10)) : target.times(share);
      return { month, value: (isCount && !inPoints ? value.floor() : value).toDecimal()! };
    });
}
