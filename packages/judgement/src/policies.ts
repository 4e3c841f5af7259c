import { defaultPolicyKey, type Policy, type PolicySubject, PRESETS } from '@xushi/domain';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type OrgYear, orgYearRows } from './org-year.js';

/** Where a policy hangs, seen from one org: `distance` 0 is the org itself, larger is further up the tree. */
interface HungPolicy {
  orgId: number;
  distance: number;
  policyKey: string;
  indicatorId: number | null;
  targetId: number | null;
  /** YYYY-MM */
  from: string;
}

/** Which policy lights what. */
export interface PolicyBook {
  /** Months of the year at which the choice for this target may change. */
  turns(of: PolicyPlace, year: number): number[];
  choose(of: PolicyPlace & { period: string; named: string | null; subject: PolicySubject }): Policy;
}

export interface PolicyPlace {
  orgId: number;
  indicatorId: number;
  targetId: number;
}

/**
 * The policies that concern the given orgs. The nearest wins (domain.md §7): one named by the target itself,
 * then one hung on the target, then by the tree from the org upwards, on the indicator before on all of them;
 * else the preset for what is judged.
 */
export async function loadPolicies(tx: Transaction, orgYears: readonly OrgYear[]): Promise<PolicyBook> {
  const stored = await tx.execute<{
    key: string;
    version: number;
    rules: Policy['rules'];
    from_month: number | null;
    clear_through: Policy['clearThrough'] | null;
    alert_from: Policy['alertFrom'] | null;
  }>(sql`
    SELECT DISTINCT ON (key) key, version, rules, from_month, clear_through, alert_from
    FROM policy_version ORDER BY key, version DESC`);
  const hung = await tx.execute<{
    org_id: number;
    distance: number;
    policy_key: string;
    indicator_id: number | null;
    target_id: number | null;
    from_period: string;
  }>(sql`
    SELECT s.org_id, p.policy_key, p.indicator_id, p.target_id, p.from_period,
           (SELECT count(*)::integer FROM org_closure above WHERE above.descendant_id = s.org_id
              AND above.ancestor_id IN (SELECT descendant_id FROM org_closure WHERE ancestor_id = p.org_id)) - 1 AS distance
    FROM (SELECT DISTINCT org_id FROM ${orgYearRows(orgYears)}) s
    JOIN org_closure c ON c.descendant_id = s.org_id
    JOIN policy_scope p ON p.org_id = c.ancestor_id
    WHERE p.ended_at IS NULL ORDER BY p.id`);
  const policies = new Map<string, Policy>(Object.entries(PRESETS));
  for (const row of stored) {
    policies.set(row.key, {
      key: row.key,
      version: row.version,
      rules: row.rules,
      ...(row.from_month === null ? {} : { fromMonth: row.from_month }),
      ...(row.clear_through === null
        ? {}
        : { clearThrough: row.clear_through as NonNullable<Policy['clearThrough']> }),
      ...(row.alert_from === null ? {} : { alertFrom: row.alert_from as NonNullable<Policy['alertFrom']> }),
    });
  }
  const scopes: HungPolicy[] = hung.map((row) => ({
    orgId: row.org_id,
    distance: row.distance,
    policyKey: row.policy_key,
    indicatorId: row.indicator_id,
    targetId: row.target_id,
    from: row.from_period,
  }));

  const concerning = (of: PolicyPlace) =>
    scopes.filter(
      (scope) =>
        scope.orgId === of.orgId &&
        (scope.targetId === null || scope.targetId === of.targetId) &&
        (scope.indicatorId === null || scope.indicatorId === of.indicatorId),
    );
  return {
    turns: (of, year) =>
      concerning(of)
        .filter((scope) => scope.from.startsWith(`${year}-`))
        .map((scope) => Number(scope.from.slice(5))),
    choose(of) {
      const nearest = concerning(of)
        .filter((scope) => scope.from <= of.period)
        .sort(nearestFirst)[0];
      const key = of.named ?? nearest?.policyKey ?? defaultPolicyKey(of.subject);
      return policies.get(key) ?? PRESETS[defaultPolicyKey(of.subject)];
    },
  };
}

function nearestFirst(a: HungPolicy, b: HungPolicy): number {
  return (
    Number(b.targetId !== null) - Number(a.targetId !== null) ||
    a.distance - b.distance ||
    Number(b.indicatorId !== null) - Number(a.indicatorId !== null) ||
    (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)
  );
}
