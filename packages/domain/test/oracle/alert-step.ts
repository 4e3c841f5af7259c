import {
  ALERT_STATES,
  decideLagging,
  FIGURE_GRADES,
  type FigureGrade,
  type LaggingAlert,
  type LaggingObservation,
  LEVELS,
  type Light,
} from '../../src/index.js';
import { type Step, WORKED_ON } from './alert-expectation.js';
import { add, type Q, q } from './arithmetic.js';
import { toFraction } from './boundary.js';
import type { Draw } from './draw.js';
import { RANK } from './lights.js';

const BEHIND: readonly Light[] = ['yellow', 'orange', 'red'];

/** An alert and an observation that years bring about seldom or never together; often only just 1.00 apart. */
export function drawStep(draw: Draw): Step {
  const offTarget = q(draw.whole(1, 400), 20);
  const previous = draw.chance(0.1) ? null : drawAlert(draw, offTarget);
  const observation = drawObservation(draw, previous, offTarget);
  return { previous, observation, decision: decideLagging(previous, observation) };
}

function drawAlert(draw: Draw, offTarget: Q): LaggingAlert {
  const state = draw.pick([...ALERT_STATES, ...WORKED_ON]);
  const light = draw.pick(BEHIND);
  const byLight = RANK[light] - 1;
  const firstMonth = draw.whole(1, 11);
  return {
    state,
    light: state === 'resolved' || state === 'withdrawn' ? 'green' : light,
    offTarget: toFraction(offTarget),
    level: LEVELS[draw.chance(0.2) ? draw.whole(byLight, 2) : byLight]!,
    firstMonth,
    latestMonth: state === 'settled' ? 12 : draw.whole(firstMonth, 11),
    grade: draw.pick<FigureGrade>(FIGURE_GRADES),
    verdict: state === 'settled' ? 'missed' : null,
  };
}

function drawObservation(draw: Draw, previous: LaggingAlert | null, before: Q): LaggingObservation {
  const green = draw.chance(0.2);
  const light = green ? 'green' : draw.chance(0.5) ? (previous?.light ?? 'red') : draw.pick(BEHIND);
  const further = draw.near(q(draw.pick([-1, -1, 0, 1, 1, 5])));
  const latest = previous?.latestMonth ?? 6;
  const month = draw.pick([latest, Math.min(latest + 1, 12), Math.min(latest + 1, 12), draw.whole(1, 12)]);
  const judged = draw.chance(0.9);
  return {
    month,
    state: judged ? 'evaluated' : draw.pick(['notReported', 'notDue', 'noTarget']),
    light: judged && draw.chance(0.95) ? light : null,
    offTarget: judged ? toFraction(green ? q(-draw.whole(0, 9)) : add(before, further)) : null,
    grade: draw.pick<FigureGrade>(FIGURE_GRADES),
    isLatest: month >= latest ? draw.chance(0.8) : false,
    backJudged: false,
    cause: draw.pick(['report', 'report', 'restatement', 'targetRevision']),
    was: month < latest ? { light: draw.pick(BEHIND) } : undefined,
    laggedOtherwise: draw.pick([true, false, undefined]),
    underEarlierTarget: draw.chance(0.2) ? { light: draw.pick([...BEHIND, 'green', null]) } : undefined,
    historical: draw.chance(0.1),
  };
}
