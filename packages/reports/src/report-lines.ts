import { type Evaluation, monthOf, yearOf } from '@xushi/domain';
import type { NamedIndicator, WordedTarget, WordingContext } from '@xushi/wording';
import { isExpected, placeKey } from './matters.js';
import type { EvaluationRow } from './read-evaluations.js';
import type { Material, ReportIndicator } from './read-material.js';
import type { ReportOrg } from './read-orgs.js';
import { type TargetVersionRow, versionRowAt } from './read-targets.js';
import { rejudge } from './rejudge.js';
import type { Sheet } from './sheets.js';

/** An indicator of an org as the report speaks of it. */
export interface ReportLine {
  org: ReportOrg;
  indicator: ReportIndicator;
  responsible: string | null;
  /** The deciding targets, value before growth; one without a target where there is none. */
  entries: ReportEntry[];
}

export interface ReportEntry {
  row: EvaluationRow | null;
  version: TargetVersionRow | null;
  evaluation: Evaluation;
  target: WordedTarget | null;
  context: WordingContext;
}

/**
 * The lines of an org in the order of the catalogue: whatever it reported or had to report for the indicator's
 * own period. Targets that are not deciding stay out where a deciding one is there.
 */
export function reportLines(material: Material, org: ReportOrg, sheet: Sheet | null): ReportLine[] {
  return material.indicators.flatMap((indicator) => {
    const rows = material.evaluations.get(placeKey(org, indicator)) ?? [];
    const expected = isExpected(material, { org, indicator, period: indicator.own });
    if (rows.length === 0 && !expected) return [];
    const versions = versionsInForce(material, org, indicator);
    const entries = chosen(rows, versions).map(({ row, version }): ReportEntry => {
      const { evaluation, terms } = rejudge(material, { org, indicator, version, row });
      const context = {
        org,
        indicator: named(indicator),
        target: terms,
        due: dueOf(indicator, sheet),
      };
      return { row, version, evaluation, target: terms, context };
    });
    const responsible = versions.find((version) => version.responsible)?.responsible;
    return [{ org, indicator, responsible: responsible?.unit ?? responsible?.post ?? null, entries }];
  });
}

/** The version of each of the org's targets that judges the indicator's own month. */
function versionsInForce(material: Material, org: ReportOrg, indicator: ReportIndicator): TargetVersionRow[] {
  const mine = (material.targets.get(placeKey(org, indicator)) ?? []).filter(
    (version) => version.year === yearOf(indicator.own),
  );
  return [...new Set(mine.map((version) => version.targetId))].flatMap((targetId) => {
    const versions = mine.filter((version) => version.targetId === targetId);
    return versionRowAt(versions, monthOf(indicator.own)) ?? [];
  });
}

/** Rows with the version that judged them; of targets without a row the version in force. */
function chosen(
  rows: EvaluationRow[],
  versions: TargetVersionRow[],
): { row: EvaluationRow | null; version: TargetVersionRow | null }[] {
  if (versions.length === 0) return [{ row: rows[0] ?? null, version: null }];
  const deciding = versions.filter((version) => version.deciding);
  const counted = deciding.length === 0 ? versions : deciding;
  return counted
    .map((version) => ({ row: rows.find((row) => row.targetId === version.targetId) ?? null, version }))
    .sort((one, other) => order(one.version) - order(other.version));
}

const order = ({ measure }: TargetVersionRow): number => (measure === 'value' ? 0 : 1);

/** Only the sheet of the report's own period says when a figure was due. */
function dueOf(indicator: ReportIndicator, sheet: Sheet | null) {
  return sheet?.due && sheet.expected.some(({ id }) => id === indicator.id) ? sheet.due : undefined;
}

function named(indicator: ReportIndicator): NamedIndicator {
  const { name, unit, decimals, reportUnit, reportDecimals } = indicator;
  return { name, type: indicator.type as NamedIndicator['type'], unit, decimals, reportUnit, reportDecimals };
}
