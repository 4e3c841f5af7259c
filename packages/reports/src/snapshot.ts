import type { ReportModel } from '@xushi/documents';
import type { EvaluationState, Light, Measure, Plan, WireEvaluation } from '@xushi/domain';
import type { SheetState } from '@xushi/wording';

/**
 * What a report was made from, and what it says. The facts are kept as they were read: figures and targets as
 * decimal strings, with version, plan and policy. The words are kept as they were made from them, in the same
 * moment: re-judging when a format is rendered would let a later release of the rules or the wording change a
 * report that was locked.
 */
export interface Snapshot {
  schema: 1;
  org: { key: string; name: string; level: string };
  period: string;
  /** The moment of the snapshot, ISO. */
  at: string;
  timeZone: string;
  lines: SnapshotLine[];
  alerts: SnapshotAlert[];
  sheets: SnapshotSheet[];
  /** What every format lays out. */
  model: ReportModel;
}

/** An indicator of an org with all that is judged of it. */
export interface SnapshotLine {
  org: string;
  indicator: { key: string; name: string; unit: string; reportUnit: string };
  /** The figure's own period; of an indicator that trails or is not due, an earlier one. */
  period: string;
  responsible: string | null;
  entries: SnapshotEntry[];
}

export interface SnapshotEntry {
  measure: Measure;
  grade: string;
  state: EvaluationState;
  light: Light | null;
  consecutiveLag: number;
  figure: { id: number | null; value: string | null; yoy: string | null; source: string | null };
  previous: { period: string; value: string | null; yoy: string | null; light: Light | null } | null;
  target: {
    version: number;
    comparator: string;
    value: string;
    plan: Plan;
    appliesFrom: number;
    source: unknown;
  } | null;
  policy: { key: string; version: number; rule: number | null } | null;
  /** The fields of the judgement, rounded once; null where nothing was judged. */
  numbers: WireEvaluation | null;
  sentence: string;
  explanation: string | null;
}

/** A lagging alert that was open. */
export interface SnapshotAlert {
  id: string;
  org: string;
  indicator: string;
  measure: string;
  grade: string;
  year: number;
  light: Light | null;
  state: string;
  level: string;
  periods: { first: string; latest: string };
  openedAt: string;
  owner: string | null;
}

/** How an org's sheet of the period stood. */
export interface SnapshotSheet {
  org: string;
  state: SheetState;
  dueAt: string | null;
  /** First arrival. */
  receivedAt: string | null;
  revision: number | null;
  workdaysLate: number;
  /** Keys of expected indicators without a figure. */
  missing: string[];
}
