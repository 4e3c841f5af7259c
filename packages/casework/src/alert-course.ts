import type { LaggingDecision } from '@xushi/domain';
import type { JudgedMonth, JudgedYear } from '@xushi/judgement';
import type { AlertWords } from './lagging-event.js';
import type { IndicatorAlertKind, LaggingRow } from './lagging-row.js';

/** An alert on its way through the months that were judged now. */
export interface Course {
  kind: IndicatorAlertKind;
  judged: JudgedYear;
  row: LaggingRow | null;
  /** It is over, and another one followed: only what it said can still be put right. */
  past: boolean;
  /** Alerts that differ from what is stored, as they stand now; two where one ended and another began. */
  touched: Map<string, Standing>;
  transitions: Transition[];
}

/** An alert as it stands at a month, in words: they are worked out once for row, transition and event. */
export interface Standing {
  row: LaggingRow;
  month: JudgedMonth;
  words: AlertWords;
}

export interface Transition {
  alert: LaggingRow;
  from: string | null;
  decision: LaggingDecision;
  month: JudgedMonth;
  words: AlertWords;
  /** The words of its latest month, where the transition is about an earlier one. */
  standing: AlertWords;
}
