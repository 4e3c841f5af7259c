import { carriedPeriod, monthOf, type Period, readDecimal, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import type { Fault, RegisterChange, SubmissionBody } from '@xushi/protocol';
import { tables } from '@xushi/store';
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

/** Keeps a sheet's register changes beside its figures: of one that trails, by its own month. */
export async function insertRegisterChanges(
  unit: Unit,
  of: { submissionId: string; orgId: number; period: Period },
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
