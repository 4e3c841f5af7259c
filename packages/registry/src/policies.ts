import { type Policy, PRESETS, parsePeriod, policyFaults, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type PolicyBody, type PolicyScopesBody, Problem, refuse } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators } from './find.js';
import { oneWriter } from './one-writer.js';
import { requestEvaluation } from './request-evaluation.js';
import { ruleFault } from './rule-fault.js';

const { indicator, org, policyScope, policyVersion, target } = tables;

/** Makes the next version of a light policy; what it lights is judged anew. Throws `Problem`. */
export async function putPolicy(
  unit: Unit,
  key: string,
  body: PolicyBody,
): Promise<{ key: string; version: number }> {
  const { version, before } = await nextVersion(unit, key);
  const policy = {
    key,
    version,
    ...body,
    rules: body.rules.map((rule) => ({ ...rule, ...(rule.when ? { when: asText(rule.when) } : {}) })),
  } as Policy;
  refuse(policyFaults(policy).map(ruleFault));
  await unit.tx.insert(policyVersion).values({
    key,
    version,
    rules: policy.rules,
    fromMonth: body.fromMonth ?? null,
    clearThrough: body.clearThrough ?? null,
    alertFrom: body.alertFrom ?? null,
    knownAt: unit.now,
  });
  await recordAudit(unit, { orgId: 0, action: 'policy.set', subject: key, before, detail: body });
  await requestEvaluation(
    unit,
    sql`
    SELECT DISTINCT t.org_id, t.year FROM target t JOIN target_version v ON v.target_id = t.id WHERE v.policy_key = ${key}
    UNION SELECT t.org_id, t.year FROM policy_scope p JOIN org_closure c ON c.ancestor_id = p.org_id
      JOIN target t ON t.org_id = c.descendant_id WHERE p.policy_key = ${key} AND p.ended_at IS NULL
    UNION SELECT e.org_id, e.year FROM evaluation e WHERE e.policy_key = ${key}`,
  );
  return { key, version };
}

async function nextVersion(unit: Unit, key: string) {
  await oneWriter(unit.tx, `policy.${key}`);
  const [latest] = await unit.tx
    .select()
    .from(policyVersion)
    .where(eq(policyVersion.key, key))
    .orderBy(desc(policyVersion.version))
    .limit(1);
  // A preset is version 1 of its key.
  const version = Math.max(latest?.version ?? 0, key in PRESETS ? 1 : 0) + 1;
  const before = latest && {
    version: latest.version,
    rules: latest.rules,
    fromMonth: latest.fromMonth,
    clearThrough: latest.clearThrough,
    alertFrom: latest.alertFrom,
  };
  return { version, before: before ?? null };
}

/** Conditions keep their numbers as decimal text, exactly as they were written. */
function asText(when: NonNullable<PolicyBody['rules'][number]['when']>) {
  const conditions = 'all' in when ? when.all : when.any;
  const text = conditions.map((condition) => ({ ...condition, value: String(condition.value) }));
  return 'all' in when ? { all: text } : { any: text };
}

/** Hangs a policy: replaces the places where it hung before. Throws `Problem`. */
export async function putPolicyScopes(
  unit: Unit,
  key: string,
  body: PolicyScopesBody,
): Promise<{ scopes: number }> {
  const [known] = await unit.tx
    .select({ key: policyVersion.key })
    .from(policyVersion)
    .where(eq(policyVersion.key, key))
    .limit(1);
  if (!known && !(key in PRESETS)) throw new Problem('notFound');
  const indicators = await findIndicators(
    unit.tx,
    body.flatMap((scope) => (scope.indicator ? [scope.indicator] : [])),
  );
  const faults: Fault[] = [];
  const rows: (typeof policyScope.$inferInsert)[] = [];
  const years: number[] = [];
  for (const [position, scope] of body.entries()) {
    const period = parsePeriod(scope.from);
    if (!period) faults.push({ pointer: `/${position}/from`, code: 'notAPeriod' });
    else years.push(yearOf(period));
    if (scope.indicator && !indicators.has(scope.indicator)) {
      faults.push({
        pointer: `/${position}/indicator`,
        code: 'unknownIndicator',
        params: { indicator: scope.indicator },
      });
    }
    const hung = scope.target === undefined ? null : await targetOrg(unit, scope.target);
    if (scope.target !== undefined && hung === null) {
      faults.push({ pointer: `/${position}/target`, code: 'shape', params: { message: 'no such target' } });
    }
    const orgId = hung ?? (await orgNamed(unit, scope.org ?? 'all'));
    if (orgId === null) {
      faults.push({ pointer: `/${position}/org`, code: 'unknownOrg', params: { org: scope.org ?? 'all' } });
    }
    rows.push({
      policyKey: key,
      orgId: orgId ?? 0,
      indicatorId: scope.indicator ? (indicators.get(scope.indicator)?.id ?? null) : null,
      targetId: scope.target ?? null,
      from: scope.from,
      knownAt: unit.now,
    });
  }
  refuse(faults);
  const before = await unit.tx
    .select()
    .from(policyScope)
    .where(and(eq(policyScope.policyKey, key), isNull(policyScope.endedAt)));
  await unit.tx
    .update(policyScope)
    .set({ endedAt: unit.now })
    .where(and(eq(policyScope.policyKey, key), isNull(policyScope.endedAt)));
  if (rows.length > 0) await unit.tx.insert(policyScope).values(rows);
  await recordAudit(unit, {
    orgId: 0,
    action: 'policy.hung',
    subject: key,
    before: before.length === 0 ? null : { scopes: await shownScopes(unit, before) },
    detail: { scopes: body },
  });
  const touched = [...new Set([...before.map((row) => row.orgId), ...rows.map((row) => row.orgId)])];
  const first = Math.min(...years, ...before.map((row) => Number(row.from.slice(0, 4))));
  if (touched.length > 0) {
    await requestEvaluation(
      unit,
      sql`
      SELECT DISTINCT t.org_id, t.year FROM org_closure c JOIN target t ON t.org_id = c.descendant_id
      WHERE t.year >= ${first} AND c.ancestor_id = ANY (${`{${touched.join(',')}}`}::integer[])`,
    );
  }
  return { scopes: rows.length };
}

/** Where a policy hung, in the words of a body. */
async function shownScopes(unit: Unit, rows: (typeof policyScope.$inferSelect)[]) {
  const orgs = await unit.tx
    .select({ id: org.id, key: org.key })
    .from(org)
    .where(inArray(org.id, [...new Set(rows.map((row) => row.orgId))]));
  const indicators = await unit.tx.select({ id: indicator.id, key: indicator.key }).from(indicator);
  return rows.map((row) => ({
    org: orgs.find(({ id }) => id === row.orgId)?.key,
    indicator: indicators.find(({ id }) => id === row.indicatorId)?.key,
    target: row.targetId ?? undefined,
    from: row.from,
  }));
}

async function targetOrg(unit: Unit, id: number): Promise<number | null> {
  const [row] = await unit.tx.select({ orgId: target.orgId }).from(target).where(eq(target.id, id));
  return row?.orgId ?? null;
}

async function orgNamed(unit: Unit, key: string): Promise<number | null> {
  const [row] = await unit.tx.select({ id: org.id }).from(org).where(eq(org.key, key));
  return row?.id ?? null;
}
