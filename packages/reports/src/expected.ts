import { isInForce } from './read-duties.js';
import type { Material, ReportIndicator } from './read-material.js';
import type { ReportOrg } from './read-orgs.js';

/** Identifies an indicator of an org among what was read. */
export function placeKey(org: Pick<ReportOrg, 'id'>, indicator: Pick<ReportIndicator, 'id'>): string {
  return `${org.id}/${indicator.id}`;
}

/** Whether an org had to report an indicator for a period. */
export function isExpected(
  material: Material,
  { org, indicator, period }: { org: ReportOrg; indicator: ReportIndicator; period: string },
): boolean {
  const duties = material.duties.get(placeKey(org, indicator)) ?? [];
  return duties.some((duty) => isInForce(duty, period));
}
