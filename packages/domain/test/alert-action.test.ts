import t from 'tap';
import {
  ALERT_STATES,
  ALERT_TRANSITIONS,
  decideAction,
  Fraction,
  type LaggingAlert,
  LEVELS,
} from '../src/index.js';

const alert: LaggingAlert = {
  state: 'open',
  light: 'orange',
  offTarget: Fraction.of(6),
  level: 'weekly',
  firstMonth: 5,
  latestMonth: 6,
  grade: 'estimate',
  verdict: null,
};

const ACTIONS = ['acknowledged', 'rectificationFiled', 'closeRequested', 'closed', 'sentBack'] as const;

t.test('a person does what the table allows in every state, and nothing else', async (t) => {
  for (const state of ALERT_STATES) {
    for (const reason of ACTIONS) {
      const to = ALERT_TRANSITIONS[state][reason]?.[0];
      const decision = decideAction({ ...alert, state }, { reason });
      t.equal(decision?.next.state, to, `${state} ${reason}`);
      if (decision) t.same({ ...decision.next, state }, { ...alert, state }, 'nothing but the state changes');
    }
  }
});

t.test('the way through: signed, worked on, asked to be closed, sent back, closed', async (t) => {
  const way = [
    'acknowledged',
    'rectificationFiled',
    'closeRequested',
    'sentBack',
    'closeRequested',
    'closed',
  ];
  let now = alert;
  for (const reason of way) {
    const decision = decideAction(now, { reason: reason as (typeof ACTIONS)[number] });
    t.ok(decision, reason);
    now = decision?.next ?? now;
  }
  t.equal(now.state, 'closed');
  t.equal(decideAction(alert, { reason: 'closeRequested' }), null, 'nothing was done yet');
});

t.test('a level is left upwards and downwards, and only while the alert is worked on', async (t) => {
  const reasons = LEVELS.map((level) => decideAction(alert, { level })?.reason ?? null);
  t.same(reasons, ['deEscalated', null, 'escalated']);
  t.equal(decideAction(alert, { level: 'monthly' })?.next.level, 'monthly');
  for (const state of ['closed', 'resolved', 'settled', 'withdrawn'] as const) {
    t.equal(decideAction({ ...alert, state }, { level: 'monthly' }), null, state);
  }
});
