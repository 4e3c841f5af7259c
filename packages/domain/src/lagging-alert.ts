import type { AlertReason, AlertState } from './alert-states.js';
import type { Fraction } from './fraction.js';
import type { AlertFrom } from './policy.js';
import type { EvaluationState, FigureGrade, Level, Light } from './terms.js';

/** What a lagging alert remembers of the last observation it took in. Fractions are kept exactly. */
export interface LaggingAlert {
  state: AlertState;
  light: Light;
  /** How far off the target, above 0 where behind, in the gap the light goes by (`offTarget`). */
  offTarget: Fraction;
  level: Level;
  /** The first and last month 1…12 it stands for. */
  firstMonth: number;
  latestMonth: number;
  /** The grade of the figure of latestMonth. */
  grade: FigureGrade | null;
  /** Set once settled. */
  verdict: Verdict | null;
}

/** 年终结转: whether the year's target was met. */
export type Verdict = 'met' | 'missed';

/** One judged month of the alert's subject, seen now. */
export interface LaggingObservation {
  month: number;
  state: EvaluationState;
  light: Light | null;
  offTarget: Fraction | null;
  grade: FigureGrade | null;
  /** The policy's; default yellow. */
  alertFrom?: AlertFrom | undefined;
  /** Whether its condition holds, for kinds that do not go by the light; default: the light is at least `alertFrom`. */
  holds?: boolean | undefined;
  /** Whether no later month of the year is reported: only such a one raises. */
  isLatest: boolean;
  /** Reported before the first target arrived. */
  backJudged: boolean;
  /**
   * Why it is judged now: a figure arrived, a figure of a month judged before changed, the target did, or the policy
   * alone. A changed result of a month already observed counts as a restatement.
   */
  cause: 'report' | 'restatement' | 'targetRevision' | 'policyRevision';
  /** How this month was last judged, where that is known: earlier months than latestMonth need it. */
  was?: { light: Light | null } | undefined;
  /**
   * Of a milestone that was judged by its date, and said now for the first time to be done: nothing that was known is
   * put right, it has been reached.
   */
  firstWord?: boolean | undefined;
  /** Whether, as judged now, another month the alert stood for lags; default: where one was observed. */
  laggedOtherwise?: boolean | undefined;
  /** The light under the target that judged the month before, where another one judges from this month on. */
  underEarlierTarget?: { light: Light | null } | undefined;
  /** Whether the year's end met the target, where `offTarget` does not tell: of a milestone, or without December's figure. */
  met?: boolean | undefined;
  /** December's sheet is in, and nothing of this target is to come: it is settled by what is known. */
  endsYear?: boolean | undefined;
  /** Loaded as history: kept, and told to nobody. */
  historical?: boolean | undefined;
}

/**
 * What to do beside storing the next state: begin a new alert, put it into or take it from the dispatch
 * lists, tell its receivers, tell whoever heard the first version.
 */
export type AlertEffect = 'create' | 'enterLists' | 'leaveLists' | 'notify' | 'notifyEarlierReceivers';

export interface LaggingDecision {
  next: LaggingAlert;
  reason: AlertReason;
  effects: AlertEffect[];
}
