import {
  type DutyEntry,
  type DutyVersion,
  type ExpectedFigure,
  expectedFigures,
  type Indicator,
  type Period,
} from '@xushi/domain';
import { integers, readDuties, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

export type CatalogueIndicator = Pick<
  Indicator,
  'key' | 'name' | 'type' | 'formula' | 'noJanuary' | 'dueMonths' | 'lagMonths'
> & { id: number };

export interface OwingOrg {
  id: number;
  key: string;
  name: string;
  activeFrom: string | null;
  activeTo: string | null;
}

/** Who has to report what, as it stands. */
export interface Obligations {
  /** Those that have a duty, in order of creation. */
  orgs: ReadonlyMap<number, OwingOrg>;
  /** Oldest first. */
  versionsOf(orgId: number): readonly DutyVersion[];
  /** What a sheet has to hold by a duty, the newest where none is given. */
  expected(
    of: { orgId: number; period: Period },
    duty?: readonly DutyEntry[],
  ): ExpectedFigure<CatalogueIndicator>[];
}

/** The duties of orgs, of all where null, with the catalogue they name. Three queries. */
export async function readObligations(
  tx: Transaction,
  orgIds: Iterable<number> | null,
): Promise<Obligations> {
  const [duties, orgs, catalogue] = await Promise.all([
    readDuties(tx, orgIds),
    tx.execute<{
      id: number;
      key: string;
      name: string;
      active_from: string | null;
      active_to: string | null;
    }>(sql`
      SELECT o.id, o.key, o.name, o.active_from::text AS active_from, o.active_to::text AS active_to FROM org o
      WHERE ${orgIds === null ? sql`true` : sql`o.id = ANY (${integers(orgIds)})`}
        AND EXISTS (SELECT 1 FROM duty d WHERE d.org_id = o.id) ORDER BY o.id`),
    tx.execute<CatalogueIndicator & Record<string, unknown>>(sql`
      SELECT id, key, name, type, formula, no_january AS "noJanuary", to_jsonb(due_months) AS "dueMonths",
             lag_months AS "lagMonths"
      FROM indicator ORDER BY position, key`),
  ]);
  const known = new Map(
    orgs.map(({ active_from, active_to, ...org }) => [
      org.id,
      { ...org, activeFrom: active_from, activeTo: active_to },
    ]),
  );
  const versionsOf = (orgId: number) => duties.get(orgId) ?? [];
  return {
    orgs: known,
    versionsOf,
    expected({ orgId, period }, duty = versionsOf(orgId).at(-1)?.indicators ?? []) {
      const org = known.get(orgId);
      return org ? expectedFigures({ sheet: period, duty, org, catalogue }) : [];
    },
  };
}
