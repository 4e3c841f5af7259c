import type {
  AlertState,
  LaggingAlert,
  LaggingDecision,
  LaggingObservation,
  Light,
} from '../../src/index.js';
import { compare, isZero, magnitude, type Q, q, subtract } from './arithmetic.js';
import { RANK } from './lights.js';

/** One observation put to the alert of its target, and what came of it. */
export interface Step {
  previous: LaggingAlert | null;
  observation: LaggingObservation;
  decision: LaggingDecision | null;
}

export const WORKED_ON: readonly AlertState[] = ['open', 'acknowledged', 'rectifying', 'closeRequested'];
export const OVER: readonly AlertState[] = ['resolved', 'withdrawn', 'settled'];

export const workedOn = (alert: LaggingAlert | null): boolean =>
  alert !== null && WORKED_ON.includes(alert.state);
export const off = ({ offTarget }: { offTarget: { numerator: bigint; denominator: bigint } }): Q =>
  q(offTarget.numerator, offTarget.denominator);

/** What §10 leaves no choice about, as `reason state` or `nothing`; null where it does. */
export function expectation({ previous, observation }: Step): string[] | null {
  const { month, light, state, cause } = observation;
  const lags = light !== null && RANK[light] >= RANK[observation.alertFrom ?? 'yellow'];
  if (state !== 'evaluated') return ['nothing'];
  // Back-judged months that are judged once more are tests of their own: back-judged.test.ts.
  if (observation.backJudged && (cause === 'targetRevision' || !observation.isLatest)) return null;
  if (previous?.state === 'settled') {
    if (month < 12) {
      if (!putRight(previous, observation)) return ['nothing'];
      return [isUndone(observation, lags) ? 'withdrawn withdrawn' : 'corrected settled'];
    }
    if (!light) return null;
    if (putRight(previous, observation) && isUndone(observation, lags)) return ['withdrawn withdrawn'];
    const again = differs(previous, observation);
    return again === null ? null : [again ? 'settled settled' : 'nothing'];
  }
  // What was closed for an earlier month gets its verdict, too.
  if ((workedOn(previous) || previous?.state === 'closed') && month === 12) return ['settled settled'];
  if (light === null) return ['nothing'];
  if (month === 12 && (!previous || month > previous.latestMonth || previous.state === 'withdrawn'))
    return ['nothing'];
  if (!previous) {
    const begins = cause === 'targetRevision' ? 'targetRevised open' : 'raised open';
    return [lags && observation.isLatest ? begins : 'nothing'];
  }
  if (month > previous.latestMonth && cause === 'report')
    return forward(previous, observation, { lags, light });
  if (month === previous.latestMonth && !lags && workedOn(previous)) {
    return cause === 'targetRevision'
      ? ['targetRevised resolved']
      : ['corrected resolved', 'withdrawn withdrawn', 'resolved resolved'];
  }
  if (month === previous.latestMonth && lags && workedOn(previous)) return sameMonth(previous, observation);
  if (month > previous.latestMonth) return null;
  const stands = workedOn(previous) || previous.state === 'closed';
  const changed =
    month >= previous.firstMonth && observation.was !== undefined && observation.was.light !== light;
  if (month === previous.latestMonth) {
    if (differs(previous, observation) === false) return ['nothing'];
    return stands || (lags && observation.isLatest) ? null : over(previous, observation, lags);
  }
  if (OVER.includes(previous.state)) return over(previous, observation, lags);
  if (!stands) return ['nothing'];
  const reason = cause === 'targetRevision' ? 'targetRevised' : 'corrected';
  return [changed ? `${reason} ${previous.state}` : 'nothing'];
}

/** One that is over does not come back for a month that is over; what it said of it is put right. */
function over(previous: LaggingAlert, observation: LaggingObservation, lags: boolean): string[] {
  if (!putRight(previous, observation)) return ['nothing'];
  if (previous.state === 'withdrawn') return [lags ? 'corrected resolved' : 'nothing'];
  return [isUndone(observation, lags) ? 'withdrawn withdrawn' : 'corrected resolved'];
}

/** No month of it lags: it should not have been. */
const isUndone = ({ laggedOtherwise }: LaggingObservation, lags: boolean): boolean =>
  !lags && laggedOtherwise === false;

/** A month it stood for has another light now, by a figure: who heard of it hears of that, too. */
const putRight = (previous: LaggingAlert, { month, was, light, cause }: LaggingObservation): boolean =>
  light !== null &&
  month >= previous.firstMonth &&
  was !== undefined &&
  was.light !== light &&
  cause !== 'targetRevision';

const furtherOff = (previous: LaggingAlert, observation: LaggingObservation): Q =>
  subtract(off({ offTarget: observation.offTarget! }), off(previous));

const GRADES = ['estimate', 'statistical', 'final'];
const gradeOf = (grade: string | null): number => GRADES.indexOf(grade ?? '');

/** Another light or number, or the same of a better grade; null where only the grade fell (a withdrawal). */
function differs(previous: LaggingAlert, observation: LaggingObservation): boolean | null {
  if (observation.light !== previous.light || !isZero(furtherOff(previous, observation))) return true;
  const better = gradeOf(observation.grade) - gradeOf(previous.grade);
  return better < 0 ? null : better > 0;
}

/** The latest month was judged again, and lags still: what is not worth a word of its own is confirmed. */
function sameMonth(previous: LaggingAlert, observation: LaggingObservation): string[] | null {
  if (!differs(previous, observation)) return differs(previous, observation) === null ? null : ['nothing'];
  if (observation.cause === 'targetRevision') return [`targetRevised ${previous.state}`];
  const further = furtherOff(previous, observation);
  const stays = observation.light === previous.light && compare(magnitude(further), q(1)) < 0;
  return [`${stays ? 'confirmed' : 'corrected'} ${previous.state}`];
}

/** A later month arrived. */
function forward(
  previous: LaggingAlert,
  observation: LaggingObservation,
  { lags, light }: { lags: boolean; light: Light },
): string[] {
  if (OVER.includes(previous.state)) return [lags && observation.isLatest ? 'raised open' : 'nothing'];
  if (previous.state === 'closed') return [lags ? 'reopened open' : 'resolved resolved'];
  const { underEarlierTarget: other } = observation;
  if (other && other.light !== light && light !== previous.light) {
    return [`targetRevised ${lags ? previous.state : 'resolved'}`];
  }
  if (!lags) return ['resolved resolved'];
  const worse = RANK[light] - RANK[previous.light];
  const further = furtherOff(previous, observation);
  if (worse > 0 || (worse === 0 && compare(further, q(1)) >= 0)) return [`worsened ${previous.state}`];
  if (worse < 0 || compare(further, q(-1)) <= 0) return [`improved ${previous.state}`];
  return [`persisted ${previous.state}`];
}
