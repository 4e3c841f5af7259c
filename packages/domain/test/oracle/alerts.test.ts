import t from 'tap';
import { ALERT_REASONS, ALERT_STATES, ALERT_TRANSITIONS, Fraction, nextAlertState } from '../../src/index.js';
import type { Step } from './alert-expectation.js';
import { brokenBy } from './alert-rules.js';
import { drawStep } from './alert-step.js';
import { AlertYear } from './alert-year.js';
import { show } from './boundary.js';
import { tryCases } from './draw.js';

function tell({ previous, observation, decision }: Step): string {
  const from = previous
    ? `${previous.state} ${previous.light} ${show(previous.offTarget)} months ${previous.firstMonth}–${previous.latestMonth}`
    : 'no alert';
  const seen = { ...observation, offTarget: show(observation.offTarget) };
  const to = decision
    ? `${decision.reason} ${decision.next.state} (${decision.next.verdict}) ${decision.effects}`
    : 'nothing';
  return `${from}, ${JSON.stringify(seen)} gives ${to}`;
}

/** Cells that only people or the dispatch make (§10, §11). */
const NOT_BY_OBSERVATION = [
  'acknowledged',
  'rectificationFiled',
  'closeRequested',
  'sentBack',
  'closed',
  'escalated',
  'deEscalated',
];

t.test('years as they happen keep to the rules of alerts, and reach every way there is', async (t) => {
  const reached = new Set<string>();
  let steps = 0;
  tryCases(t, 500, (draw) => {
    const year = new AlertYear(draw);
    year.run();
    for (const step of year.steps) {
      const { previous, decision } = step;
      if (decision) reached.add(`${previous?.state ?? 'none'} ${decision.reason} ${decision.next.state}`);
      const broken = brokenBy(step);
      if (broken) return `${broken}: ${tell(step)}`;
      steps += 1;
    }
    return null;
  });
  t.comment(`${steps} observations`);
  const reachable = Object.entries(ALERT_TRANSITIONS).flatMap(([from, ways]) =>
    Object.entries(ways)
      .filter(([reason]) => !NOT_BY_OBSERVATION.includes(reason))
      .flatMap(([reason, states]) => states.map((to) => `${from} ${reason} ${to}`)),
  );
  t.same([...reached].sort(), reachable.sort(), 'every cell that an observation can reach, and no other');
});

t.test('any alert and any observation, often exactly 1.00 further off or nearer', async (t) => {
  const reached = new Set<string>();
  tryCases(t, 5000, (draw) => {
    const step = drawStep(draw);
    const { previous, observation, decision } = step;
    if (decision && previous && isExactlyOne(previous.offTarget, observation.offTarget))
      reached.add(decision.reason);
    const broken = brokenBy(step);
    return broken && `${broken}: ${tell(step)}`;
  });
  t.ok(reached.has('worsened') && reached.has('improved'), '1.00 was met on both sides');
});

const isExactlyOne = (before: Fraction, now: Fraction | null): boolean =>
  now?.minus(before).absolute().equals(Fraction.ONE) ?? false;

t.test('what people do leads where §10 says, from every state, and nowhere else', async (t) => {
  const ways: Record<string, string> = {
    'open acknowledged': 'acknowledged',
    'open rectificationFiled': 'rectifying',
    'acknowledged rectificationFiled': 'rectifying',
    'rectifying rectificationFiled': 'rectifying',
    'rectifying closeRequested': 'closeRequested',
    'closeRequested sentBack': 'rectifying',
    'closeRequested closed': 'closed',
  };
  for (const state of ['open', 'acknowledged', 'rectifying', 'closeRequested']) {
    ways[`${state} escalated`] = state;
    ways[`${state} deEscalated`] = state;
  }
  for (const state of ['none', ...ALERT_STATES] as const) {
    for (const reason of ALERT_REASONS.filter((one) => NOT_BY_OBSERVATION.includes(one))) {
      t.equal(nextAlertState(state, reason), ways[`${state} ${reason}`] ?? null, `${state}, ${reason}`);
    }
  }
});
