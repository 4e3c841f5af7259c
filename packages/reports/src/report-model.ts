import type {
  IndicatorGroup,
  LaggingGroup,
  LaggingItem,
  LaggingSection,
  ReportModel,
  ReportSection,
  SubmissionsSection,
} from '@xushi/documents';
import { Fraction, LIGHTS, type Light, monthOf, severity } from '@xushi/domain';
import {
  alertStateName,
  asOfWords,
  decimal,
  explanationOf,
  gapWords,
  levelName,
  momentWords,
  monthRange,
  NOTHING,
  openAlertWords,
  periodName,
  ROUNDING_NOTE,
  reportTitle,
  sentenceOf,
  sentenceOfLine,
  sheetsSummary,
  sheetWords,
  shortLightName,
  tableRow,
  targetRevisedWords,
  targetRevisionOf,
} from '@xushi/wording';
import { placeKey } from './expected.js';
import { alertOf, missingOf, reportedPlaces } from './matters.js';
import type { Material } from './read-material.js';
import type { ReportEntry, ReportLine } from './report-lines.js';
import type { Sheet } from './sheets.js';

/**
 * The words of the report (domain.md §12): the sections that have something to say, in order. What the system does
 * not know yet (decisions, projects, forecasts) is left out.
 */
export function reportModel(material: Material, lines: ReportLine[], sheets: Sheet[]): ReportModel {
  const { period, now, timeZone } = material;
  const head = material.orgs[0]!;
  const estimates = lines.filter(({ entries }) => entries[0]?.evaluation.grade === 'estimate').length;
  const sections: ReportSection[] = [];
  if (lines.length > 0) {
    sections.push({
      kind: 'indicators',
      heading: '主要指标完成情况',
      groups: byOrg(lines).map((group) => indicatorGroup(material, group)),
    });
    sections.push(laggingSection(material, lines));
  }
  if (sheets.length > 0) sections.push(submissionsSection(material, lines, sheets));
  return {
    title: reportTitle(head.name, period),
    asOf: asOfWords({ at: now, timeZone, estimates }),
    sections,
    notes: [ROUNDING_NOTE.zh],
  };
}

function indicatorGroup(material: Material, lines: ReportLine[]): IndicatorGroup {
  const { period } = material;
  const { org } = lines[0]!;
  const month = monthOf(period);
  return {
    orgName: org.name,
    sentences: lines.map((line) => sentenceOfLine(line.entries) + revisionsOf(material, line)),
    caption: `${periodName(period)}${org.name}主要指标完成情况`,
    timeProgress: `时间进度${decimal(Fraction.of(month * 100, 12), 2)}%`,
    rows: lines.map(({ entries, responsible }) =>
      tableRow({ indicator: entries[0]!.context.indicator, entries, reportMonth: month, responsible }),
    ),
  };
}

/** 目标调整：调整前…，调整后…（document）: of each target of the line that is judged by a revision (domain.md §5). */
function revisionsOf(material: Material, { org, indicator, entries }: ReportLine): string {
  return entries
    .flatMap(({ version, context }) => {
      if (!version) return [];
      const versions = (material.targets.get(placeKey(org, indicator)) ?? []).filter(
        (row) => row.targetId === version.targetId,
      );
      const of = { version: version.version, month: monthOf(material.period) };
      const revision = targetRevisionOf(versions, of);
      return revision ? [`${targetRevisedWords(revision, context)}。`] : [];
    })
    .join('');
}

/** What is not green, the worst first, and warnings that stand because nothing came that could end them. */
function laggingSection(material: Material, lines: ReportLine[]): LaggingSection {
  const groups = byOrg(lines)
    .map((group): LaggingGroup => {
      const items = group.flatMap((line) =>
        line.entries.flatMap((entry) => laggingItem(material, line, entry)),
      );
      return {
        orgName: group[0]!.org.name,
        items: items.sort((one, other) => severity(other.light) - severity(one.light)),
      };
    })
    .filter(({ items }) => items.length > 0);
  const lights = groups.flatMap(({ items }) => items.map(({ light }) => light));
  return { kind: 'lagging', heading: '滞后指标分析', summary: laggingSummary(lights), groups };
}

/** 滞后指标2项，其中红灯1项、橙灯1项。 */
function laggingSummary(lights: Light[]): string {
  if (lights.length === 0) return '本期无滞后指标。';
  const counts = [...LIGHTS].reverse().flatMap((light) => {
    const count = lights.filter((one) => one === light).length;
    return count > 0 ? [`${shortLightName(light)}${count}项`] : [];
  });
  return `滞后指标${lights.length}项，其中${counts.join('、')}。`;
}

function laggingItem(material: Material, line: ReportLine, entry: ReportEntry): LaggingItem[] {
  const { evaluation, context } = entry;
  const alert = alertOf(material, line, entry);
  const now = evaluation.decided?.light ?? null;
  const light = now ?? (alert?.light as Light | null | undefined) ?? null;
  if (!light || light === 'green') return [];
  const explained = explanationOf(evaluation, context);
  const facts = [
    ...(explained ? [{ term: '计算', text: explained }] : []),
    ...(evaluation.consecutiveLag > 1 ? [{ term: '连续落后', text: `${evaluation.consecutiveLag}期` }] : []),
    ...(line.responsible ? [{ term: '责任单位', text: line.responsible }] : []),
    ...(alert ? [{ term: '预警', text: alertWords(alert, now) }] : []),
  ];
  const gap = gapWords(evaluation, context);
  return [
    { light, heading: `${line.indicator.name} ${gap}`, sentence: sentenceOf(evaluation, context), facts },
  ];
}

/** A warning whose month has no light of its own stands on the last one it saw. */
function alertWords(
  alert: { state: string; level: string; firstMonth: number; latestMonth: number },
  now: Light | null,
): string {
  const words = openAlertWords({
    stateName: alertStateName(alert.state as Parameters<typeof alertStateName>[0]),
    levelName: levelName(alert.level as Parameters<typeof levelName>[0]),
    firstMonth: alert.firstMonth,
  });
  return now ? words : `${words}，灯色为${monthRange(alert.latestMonth)}所亮，本期未报不予解除`;
}

function submissionsSection(material: Material, lines: ReportLine[], sheets: Sheet[]): SubmissionsSection {
  const reported = reportedPlaces(lines);
  return {
    kind: 'submissions',
    heading: '报送情况',
    summary: sheetsSummary(sheets.map(({ org, state }) => ({ orgName: org.name, state }))),
    caption: `${periodName(material.period)}报送情况`,
    rows: sheets.map((sheet) => ({
      orgName: sheet.org.name,
      due: sheet.due ? momentWords(sheet.due) : NOTHING,
      received: sheet.received ? momentWords(sheet.received) : NOTHING,
      standing: sheetWords({
        ...sheet,
        missing: sheet.received ? missingOf(sheet, reported).map(({ name }) => name) : [],
      }),
    })),
  };
}

/** Lines org by org, in the order they come. */
function byOrg(lines: ReportLine[]): ReportLine[][] {
  const groups = new Map<number, ReportLine[]>();
  for (const line of lines) groups.set(line.org.id, [...(groups.get(line.org.id) ?? []), line]);
  return [...groups.values()];
}
