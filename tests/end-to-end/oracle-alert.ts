import { Exact } from './exact.js';
import { type Figure, type Goal, isBehind, type Light, type Verdict, WORST_FIRST } from './oracle.js';

/** What domain.md §10 says becomes of a lagging alert, month by month, while nobody touches it. */
export interface AlertLife {
  light: Light;
  state: 'open' | 'resolved' | 'settled';
  verdict: 'met' | 'missed' | null;
  first: number;
  latest: number;
}

export interface Transition {
  month: number;
  /** The reasons that domain.md allows: more than one only where it does not say how far off is measured. */
  reasons: string[];
  light: Light;
  life: AlertLife;
}

const severity = (light: Light): number => -WORST_FIRST.indexOf(light);

/** The alerts of one target in a year, and every transition that is told. */
export function alertsOf(
  verdicts: Map<number, Verdict>,
  { goal, figures }: { goal: Goal | null; figures: Map<number, Figure> },
): Transition[] {
  const told: Transition[] = [];
  let open: { light: Light; off: Exact | null; first: number } | null = null;
  for (const [month, judged] of verdicts) {
    const { light, off } = judged;
    if (light === null) continue;
    const first: number = open?.first ?? month;
    const tell = (reasons: string[], state: AlertLife['state'], verdict: AlertLife['verdict'] = null) =>
      told.push({ month, reasons, light, life: { light, state, verdict, first, latest: month } });
    if (month === 12) {
      // 年终结转: what is open ends with the year, and the year's own month raises nothing new.
      if (open)
        tell(
          ['settled'],
          'settled',
          isMissed(judged, { goal, december: figures.get(12) }) ? 'missed' : 'met',
        );
      open = null;
    } else if (light === 'green') {
      if (open) tell(['resolved'], 'resolved');
      open = null;
    } else {
      tell(open ? moveOf(open, { light, off }) : ['raised'], 'open');
      open = { light, off, first };
    }
  }
  return told;
}

/** Worse light, or the same and at least 1.00 further off; the mirror; else it persists. */
function moveOf(
  before: { light: Light; off: Exact | null },
  now: { light: Light; off: Exact | null },
): string[] {
  const worse = severity(now.light) - severity(before.light);
  if (worse !== 0) return worse > 0 ? ['worsened'] : ['improved'];
  if (!before.off || !now.off) return ['worsened', 'improved', 'persisted'];
  const further = before.off.minus(now.off);
  if (!further.isBelow(1)) return ['worsened'];
  return further.isAtMost(-1) ? ['improved'] : ['persisted'];
}

/** Met is what December's plan asks for; where checkpoints end before it, that is the year's target itself. */
function isMissed(
  judged: Verdict,
  { goal, december }: { goal: Goal | null; december: Figure | undefined },
): boolean {
  const given = goal ? december?.[goal.measure] : undefined;
  if (goal?.plan.kind !== 'checkpoints' || goal.plan.points.at(-1)?.month === 12 || given === undefined) {
    return isBehind(judged);
  }
  const by = Exact.of(given).minus(Exact.of(goal.value));
  return (goal.comparator === 'atLeast' ? by : by.negated()).sign < 0;
}
