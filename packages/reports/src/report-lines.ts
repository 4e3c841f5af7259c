import { type Evaluation, monthOf, yearOf } from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import type { NamedIndicator, WordedTarget, WordingContext } from '@xushi/wording';
import { isExpected, placeKey } from './expected.js';
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
    const judged = judgedOf(material, { org, indicator });
    const expected = isExpected(material, { org, indicator, period: indicator.own });
    if (!expected && judged.every(({ row }) => row === null)) return [];
    const entries = deciding(judged).map(({ row, version }): ReportEntry => {
      const { evaluation, terms } = rejudge(material, { org, indicator, version, row });
      const context = {
        org,
        indicator: named(indicator),
        target: terms,
        due: dueOf(indicator, sheet),
      };
      return { row, version, evaluation, target: terms, context };
    });
    const responsible = judged.find(({ version }) => version?.responsible)?.version?.responsible;
    return [{ org, indicator, responsible: responsible?.unit ?? responsible?.post ?? null, entries }];
  });
}

interface Judged {
  row: EvaluationRow | null;
  version: TargetVersionRow | null;
}

/**
 * Each target of the indicator's year with the version that judged its row; without a row, with the one in force
 * at the indicator's own month. What was judged without any target stands by itself.
 */
function judgedOf(
  material: Material,
  { org, indicator }: { org: ReportOrg; indicator: ReportIndicator },
): Judged[] {
  const place = placeKey(org, indicator);
  const rows = material.evaluations.get(place) ?? [];
  const versions = (material.targets.get(place) ?? []).filter(({ year }) => year === yearOf(indicator.own));
  const targets = groupBy(versions, ({ targetId }) => String(targetId));
  const judged = [...targets.values()].flatMap((mine): Judged[] => {
    const row = rows.find(({ targetId }) => targetId === mine[0]?.targetId) ?? null;
    const version =
      mine.find((one) => one.version === row?.targetVersion) ?? versionRowAt(mine, monthOf(indicator.own));
    return version ? [{ row, version }] : [];
  });
  const untargeted = rows.find(({ targetVersion }) => targetVersion === null);
  const stands = judged.length === 0 || (untargeted && judged.every(({ row }) => row === null));
  return stands ? [{ row: untargeted ?? null, version: null }] : judged;
}

/** The deciding ones, value before growth; where none decides, all. */
function deciding(judged: Judged[]): Judged[] {
  const decide = judged.filter(({ version }) => version?.deciding);
  return (decide.length === 0 ? judged : decide).sort((one, other) => order(one) - order(other));
}

const order = ({ version }: Judged): number => (version?.measure === 'yoy' ? 1 : 0);

/** Only the sheet of the report's own period says when a figure was due. */
function dueOf(indicator: ReportIndicator, sheet: Sheet | null) {
  return sheet?.due && sheet.expected.some(({ id }) => id === indicator.id) ? sheet.due : undefined;
}

function named(indicator: ReportIndicator): NamedIndicator {
  const { name, unit, decimals, reportUnit, reportDecimals } = indicator;
  return { name, type: indicator.type as NamedIndicator['type'], unit, decimals, reportUnit, reportDecimals };
}
