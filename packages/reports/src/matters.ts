import { type Evaluation, yearOf } from '@xushi/domain';
import { placeKey } from './expected.js';
import type { Material, ReportIndicator } from './read-material.js';
import type { ReportEntry, ReportLine } from './report-lines.js';
import type { Sheet } from './sheets.js';

/** Places of lines that have a figure, whatever of it. */
export function reportedPlaces(lines: ReportLine[]): Set<string> {
  const reported = ({ figure, yoy }: Evaluation) => figure !== null || yoy !== null;
  return new Set(
    lines
      .filter(({ entries }) => entries.some(({ evaluation }) => reported(evaluation)))
      .map(({ org, indicator }) => placeKey(org, indicator)),
  );
}

/** Expected indicators of a sheet that have no figure. */
export function missingOf(sheet: Sheet, reported: ReadonlySet<string>): ReportIndicator[] {
  return sheet.expected.filter((indicator) => !reported.has(placeKey(sheet.org, indicator)));
}

/** The open lagging alert on what an entry judges. */
export function alertOf(material: Material, line: ReportLine, { version, evaluation }: ReportEntry) {
  if (!version) return null;
  return (
    material.alerts.find(
      ({ orgId, year, subject }) =>
        orgId === line.org.id &&
        year === yearOf(line.indicator.own) &&
        subject.indicator === line.indicator.key &&
        subject.measure === evaluation.measure &&
        subject.grade === version.grade,
    ) ?? null
  );
}
