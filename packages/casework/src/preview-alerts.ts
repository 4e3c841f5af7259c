import {
  type AlertReason,
  type AlertState,
  decideLagging,
  isActive,
  type LaggingAlert,
  type LaggingObservation,
  type Light,
  severity,
} from '@xushi/domain';
import type { JudgedMonth, JudgedYear } from '@xushi/judgement';
import { INDICATOR_ALERTS, yearEnd } from './indicator-alerts.js';
import { alertWords } from './lagging-event.js';
import { type IndicatorAlertKind, type LaggingRow, laggingSubject } from './lagging-row.js';

/** An alert that a replay of stored history opened. */
export interface PreviewedAlert {
  kind: IndicatorAlertKind;
  org: string;
  orgName: string;
  indicator: string;
  indicatorName: string;
  measure: string;
  grade: string;
  /** Periods; `closed` null: still open at the end. */
  opened: string;
  closed: string | null;
  state: AlertState;
  worst: Light;
  title: string;
  transitions: { period: string; reason: AlertReason; light: Light; from: string | null; to: AlertState }[];
}

/**
 * What alerts judged years would have opened and closed, had every month been judged as it came (domain.md §7,
 * preview). Pure: the same decisions as in earnest, from nothing, and nothing is written. Only what begins or moves
 * between the two periods is listed.
 */
export function previewAlerts(
  judged: readonly JudgedYear[],
  span: { from: string; to: string },
): PreviewedAlert[] {
  return judged
    .filter(({ target }) => target?.versions.some(({ deciding }) => deciding))
    .flatMap((year) => replayYear(year))
    .map((alert) => ({
      ...alert,
      transitions: alert.transitions.filter(({ period }) => span.from <= period && period <= span.to),
    }))
    .filter(({ transitions }) => transitions.length > 0);
}

function replayYear(year: JudgedYear): PreviewedAlert[] {
  const kinds = Object.keys(INDICATOR_ALERTS) as IndicatorAlertKind[];
  const rows = new Map<IndicatorAlertKind, LaggingRow>();
  const current = new Map<IndicatorAlertKind, PreviewedAlert>();
  const alerts: PreviewedAlert[] = [];
  const see = (kind: IndicatorAlertKind, month: JudgedMonth, observation: LaggingObservation): void => {
    const row = rows.get(kind) ?? null;
    const decision = decideLagging(row?.life ?? null, observation);
    if (!decision) return;
    rows.set(kind, rowOf(year, kind, decision.next));
    const begun = row === null || decision.effects.includes('create');
    const alert = begun ? beginning(year, kind, month) : current.get(kind)!;
    if (begun) {
      alerts.push(alert);
      current.set(kind, alert);
    }
    const from = begun ? null : (row?.life.state ?? null);
    move(alert, { year, month, reason: decision.reason, from, next: decision.next });
  };
  const seen = year.months.filter(
    (month) => month.evaluation.state === 'evaluated' && isDeciding(year, month),
  );
  for (const month of seen) {
    for (const kind of kinds) {
      const sight = { year, month: asItCame(month), isLatest: true, alert: rows.get(kind) ?? null };
      see(kind, month, INDICATOR_ALERTS[kind]({ ...sight, lagging: rows.get('indicatorLagging') ?? null }));
    }
  }
  const last = seen.at(-1);
  if (year.ended && last && last.month < 12) for (const kind of kinds) see(kind, last, yearEnd(last));
  return alerts;
}

/** As if it had been reported in its own time, under the target that judges it. */
const asItCame = (month: JudgedMonth): JudgedMonth => ({
  ...month,
  before: null,
  evaluation: { ...month.evaluation, backJudged: false },
});

const isDeciding = (year: JudgedYear, { evaluation }: JudgedMonth): boolean =>
  year.target?.versions.find((version) => version.version === evaluation.version)?.deciding ?? false;

const periodOf = ({ file }: JudgedYear, { month }: JudgedMonth): string =>
  `${file.year}-${String(month).padStart(2, '0')}`;

function rowOf(year: JudgedYear, kind: IndicatorAlertKind, life: LaggingAlert): LaggingRow {
  return {
    id: '',
    kind,
    subjectKey: laggingSubject(year),
    openedAt: new Date(0),
    owner: null,
    historical: false,
    life,
  };
}

function beginning(year: JudgedYear, kind: IndicatorAlertKind, month: JudgedMonth): PreviewedAlert {
  const { file, indicator, measure, grade } = year;
  return {
    kind,
    org: file.org.key,
    orgName: file.org.name,
    indicator: indicator.key,
    indicatorName: indicator.name,
    measure,
    grade,
    opened: periodOf(year, month),
    closed: null,
    state: 'open',
    worst: 'green',
    title: '',
    transitions: [],
  };
}

function move(
  alert: PreviewedAlert,
  of: { year: JudgedYear; month: JudgedMonth; reason: AlertReason; from: string | null; next: LaggingAlert },
): void {
  const { year, month, reason, from, next } = of;
  const period = reason === 'settled' ? `${year.file.year}-12` : periodOf(year, month);
  alert.state = next.state;
  alert.closed = isActive(next.state) ? null : period;
  if (severity(next.light) > severity(alert.worst)) alert.worst = next.light;
  alert.title = alertWords(alert.kind, year, { month, verdict: next.verdict, reason }).title;
  alert.transitions.push({ period, reason, light: next.light, from, to: next.state });
}
