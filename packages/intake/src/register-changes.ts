import { carriedPeriod, Fraction, monthOf, type Period, readDecimal, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import type { Fault, RegisterChange, SubmissionBody } from '@xushi/protocol';
import { tables } from '@xushi/store';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { CatalogueIndicator } from './reading.js';

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

interface SheetPlace {
  orgId: number;
  /** The sheet's. */
  period: Period;
}

/** Of a sheet's changes those of indicators of which it says anything else than what is in force. */
export async function newRegisterChanges(
  unit: Unit,
  sheet: SheetPlace,
  changes: ReadRegisterChange[],
): Promise<ReadRegisterChange[]> {
  if (changes.length === 0) return [];
  const { registerChange, submission } = tables;
  const rows = await unit.tx
    .select({ row: registerChange, revision: submission.revision })
    .from(registerChange)
    .innerJoin(submission, eq(submission.id, registerChange.submissionId))
    .where(
      and(
        eq(registerChange.orgId, sheet.orgId),
        inArray(
          registerChange.indicatorId,
          changes.map(({ indicator }) => indicator.id),
        ),
      ),
    )
    .orderBy(desc(submission.revision));
  const known = groupBy(rows, ({ row }) => `${row.indicatorId}/${row.year}/${row.month}`);
  return [...groupBy(changes, ({ indicator }) => indicator)].flatMap(([indicator, given]) => {
    const own = carriedPeriod(sheet.period, indicator.lagMonths);
    const all = known.get(`${indicator.id}/${yearOf(own)}/${monthOf(own)}`) ?? [];
    const inForce = all.filter(({ revision }) => revision === all[0]?.revision).map(({ row }) => row);
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

/** Keeps a sheet's register changes beside its figures: of one that trails, by its own month. */
export async function insertRegisterChanges(
  unit: Unit,
  of: SheetPlace & { submissionId: string },
  changes: ReadRegisterChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await unit.tx.insert(tables.registerChange).values(
    changes.map(({ indicator, ...change }) => {
      const own = carriedPeriod(of.period, indicator.lagMonths);
      return {
        ...change,
        submissionId: of.submissionId,
        orgId: of.orgId,
        year: yearOf(own),
        month: monthOf(own),
        indicatorId: indicator.id,
        knownAt: unit.now,
      };
    }),
  );
}
