import type { Plan } from './plan.js';

/**
 * A target's plan for one org: a straight line starts when the org did, where that was within the target's year
 * and the plan says nothing else (domain.md §5).
 */
export function planOfOrg(plan: Plan, of: { year: number; activeFrom: string | null }): Plan {
  if (plan.kind !== 'linear' && plan.kind !== 'lastYear') return plan;
  if (plan.from !== undefined || !of.activeFrom?.startsWith(`${of.year}-`)) return plan;
  return { ...plan, from: Number(of.activeFrom.slice(5, 7)) };
}
