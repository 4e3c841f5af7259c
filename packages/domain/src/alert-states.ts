/** The life of an `indicatorLagging` alert (domain.md §10) as a table: where each reason may lead. */

export const ALERT_STATES = [
  'open',
  'acknowledged',
  'rectifying',
  'closeRequested',
  'closed',
  'resolved',
  'settled',
  'withdrawn',
] as const;
/** 未签收, 签收, 整改中, 申请销号, 销号, condition ended, 年终结转, raised on a figure that was wrong. */
export type AlertState = (typeof ALERT_STATES)[number];

export const ALERT_REASONS = [
  'raised',
  'worsened',
  'improved',
  'persisted',
  'targetRevised',
  'escalated',
  'deEscalated',
  'acknowledged',
  'rectificationFiled',
  'closeRequested',
  'sentBack',
  'closed',
  'resolved',
  'reopened',
  'confirmed',
  'corrected',
  'withdrawn',
  'settled',
] as const;
/** Why an alert changed; the event of a transition is `alert.<reason>`. */
export type AlertReason = (typeof ALERT_REASONS)[number];

type Ways = Partial<Record<AlertReason, readonly AlertState[]>>;

/**
 * The states each reason may lead to. `none` is a subject without an alert. `raised` from a state that ended
 * begins a new alert. A state is kept through what observation alone changes.
 */
export const ALERT_TRANSITIONS: Readonly<Record<AlertState | 'none', Ways>> = {
  none: { raised: ['open'], targetRevised: ['open'] },
  open: { ...kept('open'), acknowledged: ['acknowledged'], rectificationFiled: ['rectifying'] },
  acknowledged: { ...kept('acknowledged'), rectificationFiled: ['rectifying'] },
  rectifying: {
    ...kept('rectifying'),
    rectificationFiled: ['rectifying'],
    closeRequested: ['closeRequested'],
  },
  closeRequested: { ...kept('closeRequested'), sentBack: ['rectifying'], closed: ['closed'] },
  closed: {
    reopened: ['open'],
    resolved: ['resolved'],
    confirmed: ['closed'],
    corrected: ['closed', 'open', 'resolved'],
    targetRevised: ['closed', 'open', 'resolved'],
    withdrawn: ['withdrawn'],
    settled: ['settled'],
  },
  resolved: {
    raised: ['open'],
    corrected: ['resolved', 'open'],
    targetRevised: ['open'],
    withdrawn: ['withdrawn'],
  },
  withdrawn: { raised: ['open'], corrected: ['open', 'resolved'], targetRevised: ['open'] },
  settled: { settled: ['settled'], corrected: ['settled'], withdrawn: ['withdrawn'] },
};

/** What a state that is still worked on allows whatever it is. */
function kept(state: AlertState): Ways {
  return {
    worsened: [state],
    improved: [state],
    persisted: [state],
    confirmed: [state],
    corrected: [state, 'resolved'],
    targetRevised: [state, 'resolved'],
    escalated: [state],
    deEscalated: [state],
    resolved: ['resolved'],
    withdrawn: ['withdrawn'],
    settled: ['settled'],
  };
}

/** Whether an alert is still worked on: in lists, one a subject. */
export function isActive(state: AlertState): boolean {
  return ALERT_STATES.indexOf(state) <= ALERT_STATES.indexOf('closeRequested');
}

/**
 * The state a reason leads to from `from`, null where it may not happen (409). Where a reason has several
 * ways (`corrected`, `targetRevised`), the first: the state is kept.
 */
export function nextAlertState(from: AlertState | 'none', reason: AlertReason): AlertState | null {
  return ALERT_TRANSITIONS[from][reason]?.[0] ?? null;
}
