import { carriedPeriod, Fraction, monthOf, type Period, period, readDecimal, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import type { Fault, RegisterChange, SubmissionBody } from '@xushi/protocol';
import { integers, tables } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { CatalogueIndicator } from './read-figure.js';

/** A register change read from a sheet, its amounts exact decimals in the indicator's unit. */
export interface ReadRegisterChange {
  indicator: CatalogueIndicator;
  kind: RegisterChange['kind'];
  firms: number | null;
  base: string | null;
  value: string | null;
  note: string | null;
}

/** Reads the register changes of a sheet (退库、入库、口径调整) and every fault of them. */
export function readRegisterChanges(
  body: SubmissionBody,
  indicators: ReadonlyMap<string, CatalogueIndicator>,
): { changes: ReadRegisterChange[]; faults: Fault[] } {
  const changes: ReadRegisterChange[] = [];
  const faults: Fault[] = [];
  (body.adjustments ?? []).forEach((change, position) => {
    const at = `/adjustments/${position}`;
    const indicator = indicators.get(change.indicator);
    if (!indicator) {
      const params = { indicator: change.indicator };
      faults.push({ pointer: `${at}/indicator`, code: 'unknownIndicator', params });
      return;
    }
    const amount = (field: 'base' | 'value'): string | null => {
      const input = change[field];
      if (input === undefined) return null;
      const reading = readDecimal(input);
      if (reading.ok) return reading.text;
      faults.push({
        pointer: `${at}/${field}`,
        code: reading.fault,
        params: { value: String(input).slice(0, 40) },
      });
      return null;
    };
    changes.push({
      indicator,
      kind: change.kind,
      firms: change.firms ?? null,
      base: amount('base'),
      value: amount('value'),
      note: change.note ?? null,
    });
  });
  return { changes, faults };
}

/** What the newest submission that says anything of an indicator's register said, by `orgId/indicatorId/period`. */
export type RegisterInForce = ReadonlyMap<string, SaidChange[]>;

/** Reads it for the indicators of the given sheets. One query, none where no sheet says anything of the register. */
export async function registerInForce(
  unit: Unit,
  sheets: readonly { org: { id: number }; changes: ReadRegisterChange[] }[],
): Promise<RegisterInForce> {
  const speaking = sheets.filter(({ changes }) => changes.length > 0);
  if (speaking.length === 0) return new Map();
  const rows = await unit.tx.execute<SaidChange & RegisterAt & Record<string, unknown>>(sql`
    SELECT r.org_id, r.indicator_id, r.year, r.month, r.kind, r.firms, r.base::text AS base, r.value::text AS value, r.note,
           s.revision
    FROM register_change r JOIN submission s ON s.id = r.submission_id
    WHERE r.org_id = ANY (${integers(new Set(speaking.map(({ org }) => org.id)))})
      AND r.indicator_id = ANY (${integers(new Set(speaking.flatMap(({ changes }) => changes.map((each) => each.indicator.id))))})
    ORDER BY s.revision DESC`);
  const groups = groupBy(rows, (row) => `${row.org_id}/${row.indicator_id}/${period(row.year, row.month)}`);
  return new Map(
    [...groups].map(([key, all]) => [key, all.filter(({ revision }) => revision === all[0]?.revision)]),
  );
}

interface RegisterAt {
  org_id: number;
  indicator_id: number;
  year: number;
  month: number;
  revision: number;
}

/** Of a sheet's changes those of indicators of which it says anything else than what is in force. */
export function newRegisterChanges(
  sheet: { org: { id: number }; period: Period; changes: ReadRegisterChange[] },
  known: RegisterInForce,
): ReadRegisterChange[] {
  return [...groupBy(sheet.changes, ({ indicator }) => indicator)].flatMap(([indicator, given]) => {
    const own = carriedPeriod(sheet.period, indicator.lagMonths);
    const inForce = known.get(`${sheet.org.id}/${indicator.id}/${own}`) ?? [];
    return saidOf(given) === saidOf(inForce) ? [] : given;
  });
}

type SaidChange = Pick<ReadRegisterChange, 'firms' | 'base' | 'value' | 'note'> & { kind: string };

/** Changes as they compare: in any order, 24 and 24.0 alike. */
function saidOf(changes: readonly SaidChange[]): string {
  const amount = (text: string | null) => text && Fraction.parse(text).toExactDecimal();
  const said = changes.map(({ kind, firms, base, value, note }) =>
    JSON.stringify([kind, firms, amount(base), amount(value), note]),
  );
  return said.sort().join();
}

/** Keeps the sheets' register changes beside their figures: of one that trails, by its own month. */
export async function insertRegisterChanges(
  unit: Unit,
  admissions: readonly {
    submission: { id: string; orgId: number; period: Period };
    changes: ReadRegisterChange[];
  }[],
): Promise<void> {
  const rows = admissions.flatMap(({ submission, changes }) =>
    changes.map(({ indicator, ...change }) => {
      const own = carriedPeriod(submission.period, indicator.lagMonths);
      return {
        ...change,
        submissionId: submission.id,
        orgId: submission.orgId,
        year: yearOf(own),
        month: monthOf(own),
        indicatorId: indicator.id,
        knownAt: unit.now,
      };
    }),
  );
  if (rows.length > 0) await unit.tx.insert(tables.registerChange).values(rows);
}
