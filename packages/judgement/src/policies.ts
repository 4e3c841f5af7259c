import { defaultPolicyKey, type Policy, type PolicySubject, PRESETS } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, knownBy } from './as-of.js';

/** Where a policy hangs, seen from one org: `distance` 0 is the org itself, larger is further up the tree. */
interface HungPolicy {
  distance: number;
  policyKey: string;
  indicatorId: number | null;
  targetId: number | null;
  /** YYYY-MM */
  from: string;
}

/** A policy as if it hung somewhere: what a preview asks about. */
export interface TrialPolicy {
  policyKey: string;
  indicatorId: number | null;
  from: string;
  /** The orgs it would reach, with how far up it would hang. */
  distances: ReadonlyMap<number, number>;
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
 * else the preset for what is judged. Two queries.
 */
export async function loadPolicies(
  tx: Transaction,
  of: { orgIds: readonly number[]; asOf: AsOf; trial?: TrialPolicy | undefined },
): Promise<PolicyBook> {
  const [stored, hung] = await Promise.all([
    tx.execute<{
      key: string;
      version: number;
      rules: Policy['rules'];
      from_month: number | null;
      clear_through: NonNullable<Policy['clearThrough']> | null;
      alert_from: NonNullable<Policy['alertFrom']> | null;
    }>(sql`
      SELECT DISTINCT ON (key) key, version, rules, from_month, clear_through, alert_from
      FROM policy_version WHERE known_at <= ${knownBy(of.asOf)} ORDER BY key, version DESC`),
    tx.execute<{
      org_id: number;
      distance: number;
      policy_key: string;
      indicator_id: number | null;
      target_id: number | null;
      from_period: string;
    }>(sql`SELECT * FROM xushi_hung_policies(${integers(of.orgIds)}, ${knownBy(of.asOf)})`),
  ]);
  const policies = new Map<string, Policy>(Object.entries(PRESETS));
  for (const row of stored) {
    policies.set(row.key, {
      key: row.key,
      version: row.version,
      rules: row.rules,
      ...(row.from_month === null ? {} : { fromMonth: row.from_month }),
      ...(row.clear_through === null ? {} : { clearThrough: row.clear_through }),
      ...(row.alert_from === null ? {} : { alertFrom: row.alert_from }),
    });
  }
  const scopesOf = groupBy(hung, (row) => row.org_id);
  const scopes = new Map<number, HungPolicy[]>();
  return policyBook(policies, (orgId) => {
    const known = scopes.get(orgId);
    if (known) return known;
    const distance = of.trial?.distances.get(orgId);
    const made = [
      ...(of.trial && distance !== undefined ? [{ ...of.trial, targetId: null, distance }] : []),
      ...(scopesOf.get(orgId) ?? []).map((row) => ({
        distance: row.distance,
        policyKey: row.policy_key,
        indicatorId: row.indicator_id,
        targetId: row.target_id,
        from: row.from_period,
      })),
    ];
    scopes.set(orgId, made);
    return made;
  });
}

function policyBook(
  policies: ReadonlyMap<string, Policy>,
  scopesOf: (orgId: number) => HungPolicy[],
): PolicyBook {
  const concerning = (of: PolicyPlace) =>
    scopesOf(of.orgId).filter(
      (scope) =>
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
