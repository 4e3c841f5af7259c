import type { Unit } from '@xushi/events';
import { type AliasesBody, type Fault, refuse } from '@xushi/protocol';
import { type Principal, type Transaction, tables } from '@xushi/store';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { findIndicators } from './find.js';
import { oneWriter } from './one-writer.js';

const { alias, org } = tables;

/** Other systems' codes and our keys for them. */
export interface Aliases {
  system: string;
  orgs: Record<string, string>;
  indicators: Record<string, string>;
}

/**
 * Says what another system calls orgs and indicators: replaces all that the caller's org said of that system before.
 * It counts for keys of that org and below. Throws `Problem`.
 */
export async function putAliases(
  unit: Unit,
  { system, principal, body }: { system: string; principal: Principal; body: AliasesBody },
): Promise<Aliases> {
  const wantedOrgs = Object.entries(body.orgs ?? {});
  const wantedIndicators = Object.entries(body.indicators ?? {});
  const orgKeys = [...new Set(wantedOrgs.map(([, key]) => key))];
  const orgRows =
    orgKeys.length === 0
      ? []
      : await unit.tx.select({ id: org.id, key: org.key }).from(org).where(inArray(org.key, orgKeys));
  const orgs = new Map(orgRows.map((row) => [row.key, row.id]));
  const indicators = await findIndicators(unit.tx, [...new Set(wantedIndicators.map(([, key]) => key))]);
  refuse([
    ...wantedOrgs.flatMap(([code, key]): Fault[] =>
      orgs.has(key) ? [] : [{ pointer: `/orgs/${escaped(code)}`, code: 'unknownOrg', params: { org: key } }],
    ),
    ...wantedIndicators.flatMap(([code, indicator]): Fault[] =>
      indicators.has(indicator)
        ? []
        : [
            {
              pointer: `/indicators/${escaped(code)}`,
              code: 'unknownIndicator',
              params: { indicator },
            },
          ],
    ),
  ]);
  await oneWriter(unit.tx, `alias.${principal.orgId}.${system}`);
  const own = and(eq(alias.orgId, principal.orgId), eq(alias.system, system));
  const before = await ownAliases(unit.tx, { system, orgId: principal.orgId });
  await unit.tx.delete(alias).where(own);
  const place = { orgId: principal.orgId, system };
  const rows = [
    ...wantedOrgs.map(([code, key]) => ({
      ...place,
      kind: 'org' as const,
      code,
      meansOrgId: orgs.get(key) ?? null,
    })),
    ...wantedIndicators.map(([code, key]) => ({
      ...place,
      kind: 'indicator' as const,
      code,
      meansIndicatorId: indicators.get(key)?.id ?? null,
    })),
  ];
  // One parameter, however many there are.
  await unit.tx.execute(sql`
    INSERT INTO alias (org_id, system, kind, code, means_org_id, means_indicator_id)
    SELECT r."orgId", r.system, r.kind, r.code, r."meansOrgId", r."meansIndicatorId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      AS r("orgId" integer, system text, kind text, code text, "meansOrgId" integer, "meansIndicatorId" integer)`);
  const detail = { orgs: body.orgs ?? {}, indicators: body.indicators ?? {} };
  await recordAudit(unit, {
    orgId: principal.orgId,
    action: 'aliases.set',
    subject: system,
    before,
    detail,
  });
  return { system, ...detail };
}

/** The codes of a system that count for the caller, the nearest org's where several say something of one code. */
export async function readAliases(tx: Transaction, system: string): Promise<Aliases> {
  const rows = await tx.execute<AliasRow>(sql`SELECT kind, code, key FROM xushi_aliases(${system})`);
  return { system, ...byKind(rows) };
}

async function ownAliases(tx: Transaction, of: { system: string; orgId: number }) {
  const rows = await tx.execute<AliasRow>(sql`
    SELECT a.kind, a.code, coalesce(o.key, i.key) AS key
    FROM alias a LEFT JOIN org o ON o.id = a.means_org_id LEFT JOIN indicator i ON i.id = a.means_indicator_id
    -- One that has moved out of the caller's subtree has no key for him any more.
    WHERE a.org_id = ${of.orgId} AND a.system = ${of.system} AND coalesce(o.key, i.key) IS NOT NULL
    ORDER BY a.kind, a.code`);
  return rows.length === 0 ? null : byKind(rows);
}

interface AliasRow extends Record<string, unknown> {
  kind: 'org' | 'indicator';
  code: string;
  key: string;
}

function byKind(rows: readonly AliasRow[]): Pick<Aliases, 'orgs' | 'indicators'> {
  const of = (kind: AliasRow['kind']) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map(({ code, key }) => [code, key]));
  return { orgs: of('org'), indicators: of('indicator') };
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
