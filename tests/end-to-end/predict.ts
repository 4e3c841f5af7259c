import { periodOf } from './days.js';
import type { Case } from './draw.js';
import { judgeYear, type Verdict } from './oracle.js';
import { alertsOf, type Transition } from './oracle-alert.js';
import { wireOf } from './shown.js';
import type { Park, World } from './world.js';

/** What the oracle expects of a case in every channel. */
export interface Prediction {
  park: Park;
  one: Case;
  verdicts: Map<number, Verdict>;
  transitions: Transition[];
  /** What the case is called where one fails: everything that is needed to judge it by hand. */
  title: string;
}

export function predict(world: World): Prediction[] {
  return world.parks.flatMap((park) =>
    park.cases.map((one) => {
      const verdicts = judgeYear(one, one.goal, one.figures);
      return {
        park,
        one,
        verdicts,
        transitions: alertsOf(verdicts, one),
        title: `${one.type} ${one.unit} ${JSON.stringify(one.goal)} begins ${one.begins} ${JSON.stringify([...one.figures])}`,
      };
    }),
  );
}

const LEVELS = { green: null, yellow: 'daily', orange: 'weekly', red: 'monthly' } as const;

/** An evaluation of GET /v1/evaluations, as far as the oracle knows it. */
export function evaluationOf(world: World, { park, one, verdicts }: Prediction, month: number) {
  const verdict = verdicts.get(month);
  if (!verdict) throw new Error(`${one.key} has no figure in month ${month}`);
  const { goal } = one;
  const { state, light, consecutiveLag, next } = verdict;
  const places = goal?.measure === 'yoy' || one.unit === '%' ? 2 : one.decimals;
  return {
    org: park.key,
    period: periodOf(world.year, month),
    indicator: one.key,
    measure: goal?.measure ?? 'value',
    grade: 'annual',
    state,
    light,
    ...(state === 'evaluated' ? { consecutiveLag } : {}),
    target: goal && { value: goal.value, comparator: goal.comparator, plan: { kind: goal.plan.kind } },
    ...(state === 'notReported' ? {} : { source: world.source }),
    ...(goal?.policy && light ? { policy: { key: goal.policy } } : {}),
    ...wireOf(one, month, verdict),
    ...(next
      ? { nextCheckpoint: { month: next.month, value: next.value, gap: next.gap.toFixed(places) } }
      : {}),
  };
}

/** Alerts of a case as GET /v1/alerts gives them, oldest first. */
export function alertsToSee(world: World, { transitions }: Prediction) {
  // The last word on each alert: the next one is raised anew, or there is none.
  const lives = transitions.filter(
    (_, index) => (transitions[index + 1]?.reasons[0] ?? 'raised') === 'raised',
  );
  return lives.map(({ life: { state, light, verdict, first, latest } }) => ({
    state,
    verdict,
    ...(state === 'open' ? { light, level: LEVELS[light] } : {}),
    periods: { first: periodOf(world.year, first), latest: periodOf(world.year, latest) },
  }));
}
