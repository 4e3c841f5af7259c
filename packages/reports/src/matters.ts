import { type Evaluation, yearOf } from '@xushi/domain';
import type { Material, ReportIndicator } from './read-material.js';
import type { ReportEntry, ReportLine } from './report-lines.js';
import type { Sheet } from './sheets.js';

/** Whether there is a figure, whatever of it. */
export function isReported({ figure, yoy }: Pick<Evaluation, 'figure' | 'yoy'>): boolean {
  return figure !== null || yoy !== null;
}

/** Expected indicators of a sheet that have no figure. */
export function missingOf(sheet: Sheet, lines: ReportLine[]): ReportIndicator[] {
  return sheet.expected.filter((indicator) => {
    const line = lines.find((one) => one.org.id === sheet.org.id && one.indicator.id === indicator.id);
    return !line?.entries.some(({ evaluation }) => isReported(evaluation));
  });
}

/** The open lagging alert on what an entry judges. */
export function alertOf(material: Material, line: ReportLine, entry: ReportEntry) {
  const { version, evaluation } = entry;
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
