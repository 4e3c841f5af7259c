import { type Light, period as periodOf } from '@xushi/domain';
import { XushiError } from '@xushi/platform';
import { explanationOf, periodName, sentenceOf } from '@xushi/wording';
import { missingOf, reportedPlaces } from './matters.js';
import type { Material } from './read-material.js';
import { type ReportEntry, type ReportLine, reportLines } from './report-lines.js';
import { reportModel } from './report-model.js';
import { type Sheet, sheetOf } from './sheets.js';
import type { Snapshot, SnapshotAlert, SnapshotEntry, SnapshotLine, SnapshotSheet } from './snapshot.js';

/**
 * Makes the snapshot of what was read: facts and words together. Pure, so that a fault here is one that no retry
 * cures. Throws `XushiError` where the period has nothing to report.
 */
export function composeSnapshot(material: Material): Snapshot {
  const { period, now, timeZone, orgs } = material;
  const head = orgs[0]!;
  const sheets = orgs.flatMap((org) => sheetOf(material, org) ?? []);
  const lines = orgs.flatMap((org) =>
    reportLines(material, org, sheets.find((sheet) => sheet.org.id === org.id) ?? null),
  );
  if (lines.length === 0 && sheets.length === 0) {
    throw new XushiError(
      'nothingToReport',
      `${head.name}${periodName(period)}没有应报送的指标，也没有报送的数据：请先设置报送任务或补报数据`,
    );
  }
  const reported = reportedPlaces(lines);
  return {
    schema: 1,
    org: { key: head.key, name: head.name, level: head.level },
    period,
    at: now.toISOString(),
    timeZone,
    lines: lines.map((line) => snapshotLine(line)),
    alerts: material.alerts.map((alert) => snapshotAlert(material, alert)),
    sheets: sheets.map((sheet) => snapshotSheet(sheet, reported)),
    model: reportModel(material, lines, sheets),
  };
}

function snapshotLine({ org, indicator, responsible, entries }: ReportLine): SnapshotLine {
  const { key, name, unit, reportUnit } = indicator;
  return {
    org: org.key,
    indicator: { key, name, unit, reportUnit },
    period: indicator.own,
    responsible,
    entries: entries.map((entry) => snapshotEntry(entry, indicator.own)),
  };
}

function snapshotEntry(
  { row, version, evaluation, target, context }: ReportEntry,
  own: string,
): SnapshotEntry {
  const previous = row?.previous ?? null;
  return {
    measure: evaluation.measure,
    grade: version?.grade ?? 'annual',
    state: evaluation.state,
    light: evaluation.decided?.light ?? null,
    consecutiveLag: evaluation.consecutiveLag,
    figure: {
      id: row?.figureId ?? null,
      value: row?.numbers.figure ?? null,
      yoy: row?.numbers.yoy ?? null,
      source: evaluation.grade,
    },
    previous: previous && {
      period: periodOf(Number(own.slice(0, 4)), previous.month),
      value: previous.figure,
      yoy: previous.yoy,
      light: previous.light,
    },
    target:
      version && target
        ? {
            version: version.version,
            comparator: version.comparator,
            value: version.value,
            plan: target.plan,
            appliesFrom: version.appliesFrom,
            source: version.source ?? null,
          }
        : null,
    policy: row?.numbers.policy ?? null,
    numbers: row?.numbers ?? null,
    sentence: sentenceOf(evaluation, context),
    explanation: explanationOf(evaluation, context),
  };
}

function snapshotAlert(material: Material, alert: Material['alerts'][number]): SnapshotAlert {
  const { subject, year } = alert;
  return {
    id: alert.id,
    org: material.orgs.find((org) => org.id === alert.orgId)!.key,
    indicator: String(subject.indicator),
    measure: String(subject.measure),
    grade: String(subject.grade),
    year,
    light: alert.light as Light | null,
    state: alert.state,
    level: alert.level,
    periods: { first: periodOf(year, alert.firstMonth), latest: periodOf(year, alert.latestMonth) },
    openedAt: alert.openedAt.toISOString(),
    owner: alert.owner,
  };
}

function snapshotSheet(sheet: Sheet, reported: ReadonlySet<string>): SnapshotSheet {
  return {
    org: sheet.org.key,
    state: sheet.state,
    dueAt: sheet.dueAt?.toISOString() ?? null,
    receivedAt: sheet.received?.at.toISOString() ?? null,
    revision: sheet.revision,
    workdaysLate: sheet.workdaysLate,
    missing: missingOf(sheet, reported).map(({ key }) => key),
  };
}
