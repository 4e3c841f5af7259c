import fc from 'fast-check';
import t from 'tap';
import {
  ALERT_REASONS,
  ALERT_STATES,
  ALERT_TRANSITIONS,
  type AlertState,
  decideLagging,
  decidePast,
  Fraction,
  isActive,
  type LaggingAlert,
  type LaggingObservation,
  LIGHTS,
  levelOf,
  nextAlertState,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

function alert(more: Partial<LaggingAlert> = {}): LaggingAlert {
  return {
    state: 'open',
    light: 'orange',
    offTarget: dec('6'),
    level: 'weekly',
    firstMonth: 3,
    latestMonth: 5,
    grade: 'statistical',
    verdict: null,
    ...more,
  };
}

function saw(more: Partial<LaggingObservation> = {}): LaggingObservation {
  return {
    month: 6,
    state: 'evaluated',
    light: 'orange',
    offTarget: dec('6'),
    grade: 'statistical',
    isLatest: true,
    backJudged: false,
    cause: 'report',
    ...more,
  };
}

const green = { light: 'green', offTarget: dec('-1') } as const;
const red = { light: 'red', offTarget: dec('12') } as const;
const same = { month: 5 } as const;

/** `reason → state`, or null. */
function outcome(previous: LaggingAlert | null, observation: LaggingObservation): string | null {
  const decision = decideLagging(previous, observation);
  return decision && `${decision.reason} → ${decision.next.state}`;
}

t.test('every cell of the transition table', async (t) => {
  const observed = ['worsened', 'improved', 'persisted', 'confirmed', 'escalated', 'deEscalated'];
  const ends = { resolved: 'resolved', withdrawn: 'withdrawn', settled: 'settled' };
  const active = (state: AlertState) => ({
    ...Object.fromEntries(observed.map((reason) => [reason, state])),
    ...ends,
    corrected: `${state}|resolved`,
    targetRevised: `${state}|resolved`,
  });
  const expected: Record<AlertState | 'none', Record<string, string>> = {
    none: { raised: 'open', targetRevised: 'open' },
    open: { ...active('open'), acknowledged: 'acknowledged', rectificationFiled: 'rectifying' },
    acknowledged: { ...active('acknowledged'), rectificationFiled: 'rectifying' },
    rectifying: {
      ...active('rectifying'),
      rectificationFiled: 'rectifying',
      closeRequested: 'closeRequested',
    },
    closeRequested: { ...active('closeRequested'), sentBack: 'rectifying', closed: 'closed' },
    closed: {
      reopened: 'open',
      resolved: 'resolved',
      confirmed: 'closed',
      corrected: 'closed|open|resolved',
      targetRevised: 'closed|open|resolved',
      withdrawn: 'withdrawn',
      settled: 'settled',
    },
    resolved: { raised: 'open', corrected: 'resolved|open', targetRevised: 'open', withdrawn: 'withdrawn' },
    withdrawn: { raised: 'open', corrected: 'open|resolved', targetRevised: 'open' },
    settled: { settled: 'settled', corrected: 'settled', withdrawn: 'withdrawn' },
  };
  for (const from of ['none', ...ALERT_STATES] as const) {
    for (const reason of ALERT_REASONS) {
      const cell = expected[from][reason];
      t.equal(ALERT_TRANSITIONS[from][reason]?.join('|'), cell, `${from} ${reason}`);
      t.equal(nextAlertState(from, reason), cell?.split('|')[0] ?? null);
    }
  }
});

t.test('every state meets every kind of observation', async (t) => {
  const states = ['none', ...ALERT_STATES] as const;
  const kept = (reason: string) =>
    ['open', 'acknowledged', 'rectifying', 'closeRequested'].map((state) => `${reason} → ${state}`);
  const four = (text: string) => [text, text, text, text];
  // Outcomes for none, the four active states, closed, resolved, settled, withdrawn.
  const rows: [string, Partial<LaggingObservation>, (string | null)[]][] = [
    [
      'next, the same',
      {},
      ['raised → open', ...kept('persisted'), 'reopened → open', 'raised → open', null, 'raised → open'],
    ],
    [
      'next, worse light',
      red,
      ['raised → open', ...kept('worsened'), 'reopened → open', 'raised → open', null, 'raised → open'],
    ],
    [
      'next, better light',
      { light: 'yellow', offTarget: dec('4') },
      ['raised → open', ...kept('improved'), 'reopened → open', 'raised → open', null, 'raised → open'],
    ],
    ['next, green', green, [null, ...four('resolved → resolved'), 'resolved → resolved', null, null, null]],
    [
      'next, target revised',
      { ...red, cause: 'targetRevision' },
      [
        'targetRevised → open',
        ...kept('targetRevised'),
        'reopened → open',
        'targetRevised → open',
        null,
        'targetRevised → open',
      ],
    ],
    [
      'next, green by a revised target',
      { ...green, cause: 'targetRevision' },
      [null, ...four('targetRevised → resolved'), 'resolved → resolved', null, null, null],
    ],
    ['next, not reported', { state: 'notReported', light: null, offTarget: null }, Array(9).fill(null)],
    ['next, no light', { light: null }, Array(9).fill(null)],
    ['next, an older back-judged month', { backJudged: true, isLatest: false }, Array(9).fill(null)],
    [
      'December, red',
      { ...red, month: 12 },
      [null, ...four('settled → settled'), 'settled → settled', null, 'settled → settled', null],
    ],
    [
      'December, green',
      { ...green, month: 12 },
      [null, ...four('settled → settled'), 'settled → settled', null, 'settled → settled', null],
    ],
    [
      'December without a light',
      { month: 12, light: null },
      [null, ...four('settled → settled'), 'settled → settled', null, null, null],
    ],
    [
      'same, unchanged',
      same,
      ['raised → open', ...four(''), null, null, null, null].map((text) => text || null),
    ],
    [
      'same, a little off',
      { ...same, offTarget: dec('6.99') },
      [
        'raised → open',
        ...kept('confirmed'),
        'confirmed → closed',
        'corrected → open',
        null,
        'corrected → open',
      ],
    ],
    [
      'same, a better grade',
      { ...same, grade: 'final' },
      [
        'raised → open',
        ...kept('confirmed'),
        'confirmed → closed',
        'corrected → open',
        null,
        'corrected → open',
      ],
    ],
    [
      'same, corrected worse',
      { ...same, ...red, cause: 'restatement' },
      [
        'raised → open',
        ...kept('corrected'),
        'corrected → open',
        'corrected → open',
        null,
        'corrected → open',
      ],
    ],
    [
      'same, corrected by 1.00',
      { ...same, offTarget: dec('5') },
      [
        'raised → open',
        ...kept('corrected'),
        'corrected → closed',
        'corrected → open',
        null,
        'corrected → open',
      ],
    ],
    [
      'same, corrected to green',
      { ...same, ...green, cause: 'restatement' },
      [null, ...four('corrected → resolved'), 'corrected → resolved', null, null, null],
    ],
    [
      'same, never lagged',
      { ...same, ...green, laggedOtherwise: false },
      [null, ...four('withdrawn → withdrawn'), 'withdrawn → withdrawn', null, null, null],
    ],
    [
      'same, target revised',
      { ...same, ...red, cause: 'targetRevision' },
      [
        'targetRevised → open',
        ...kept('targetRevised'),
        'targetRevised → open',
        'targetRevised → open',
        null,
        'targetRevised → open',
      ],
    ],
    [
      'same, green by a revised target',
      { ...same, ...green, cause: 'targetRevision' },
      [null, ...four('targetRevised → resolved'), 'targetRevised → resolved', null, null, null],
    ],
    [
      'earlier, light changed',
      { ...red, month: 4, isLatest: false, was: { light: 'orange' } },
      [
        null,
        ...kept('corrected'),
        'corrected → closed',
        'corrected → resolved',
        'corrected → settled',
        'corrected → resolved',
      ],
    ],
    [
      'same, a later month has come since',
      { ...same, ...red, isLatest: false, was: { light: 'orange' }, cause: 'restatement' },
      [
        null,
        ...kept('corrected'),
        'corrected → open',
        'corrected → resolved',
        'corrected → settled',
        'corrected → resolved',
      ],
    ],
    [
      'earlier, no month of it lags any more',
      { ...green, month: 4, isLatest: false, was: { light: 'orange' }, laggedOtherwise: false },
      [
        null,
        ...kept('corrected'),
        'corrected → closed',
        'withdrawn → withdrawn',
        'withdrawn → withdrawn',
        null,
      ],
    ],
    [
      'earlier than its first, light changed',
      { ...red, month: 2, isLatest: false, was: { light: 'orange' } },
      Array(9).fill(null),
    ],
    [
      'next, worse by a target that was revised before',
      { ...red, underEarlierTarget: { light: 'orange' } },
      ['raised → open', ...kept('targetRevised'), 'reopened → open', 'raised → open', null, 'raised → open'],
    ],
    [
      'next, green by a target that was revised before',
      { ...green, underEarlierTarget: { light: 'orange' } },
      [null, ...four('targetRevised → resolved'), 'resolved → resolved', null, null, null],
    ],
    [
      'next, green under either target',
      { ...green, underEarlierTarget: { light: 'green' } },
      [null, ...four('resolved → resolved'), 'resolved → resolved', null, null, null],
    ],
    [
      'December, of which its sheet says nothing',
      { month: 12, state: 'notReported', light: null, offTarget: null, endsYear: true, met: false },
      [null, ...four('settled → settled'), 'settled → settled', null, 'settled → settled', null],
    ],
    [
      'December, of which its sheet says nothing, by a month that says something else',
      { ...red, month: 12, state: 'notReported', endsYear: true, met: false },
      [null, ...four('settled → settled'), 'settled → settled', null, 'settled → settled', null],
    ],
    ['earlier, light kept', { month: 4, isLatest: false, was: { light: 'orange' } }, Array(9).fill(null)],
    ['earlier, first seen', { ...red, month: 4, isLatest: false }, Array(9).fill(null)],
  ];
  for (const [name, observation, expected] of rows) {
    for (const [index, state] of states.entries()) {
      const previous = state === 'none' ? null : alert({ state });
      t.equal(outcome(previous, saw(observation)), expected[index], `${state}: ${name}`);
    }
  }
});

t.test('1.00 further off is worsened, exactly', async (t) => {
  for (const [offTarget, reason] of [
    ['7', 'worsened'],
    ['6.9999999999', 'persisted'],
    ['5.0000000001', 'persisted'],
    ['5', 'improved'],
  ] as const) {
    t.equal(outcome(alert(), saw({ offTarget: dec(offTarget) })), `${reason} → open`, offTarget);
  }
});

t.test('alertFrom: what is better than it does not raise, and resolves', async (t) => {
  const yellow = { light: 'yellow', offTarget: dec('2'), alertFrom: 'orange' } as const;
  t.equal(outcome(null, saw(yellow)), null);
  t.equal(outcome(null, saw({ alertFrom: 'orange' })), 'raised → open');
  t.equal(outcome(alert(), saw(yellow)), 'resolved → resolved');
  t.equal(outcome(null, saw({ ...yellow, alertFrom: undefined })), 'raised → open');
});

t.test('levels follow the light; an escalation stays until it is taken back', async (t) => {
  t.same(LIGHTS.map(levelOf), ['daily', 'daily', 'weekly', 'monthly']);
  const level = (previous: LaggingAlert | null, more: Partial<LaggingObservation>) =>
    decideLagging(previous, saw(more))?.next.level;
  t.equal(level(null, red), 'monthly');
  t.equal(level(alert(), red), 'monthly');
  t.equal(level(alert({ light: 'red', level: 'monthly' }), { light: 'yellow' }), 'daily');
  t.equal(level(alert({ light: 'yellow', level: 'weekly' }), { light: 'yellow' }), 'weekly', 'escalated');
  t.equal(level(alert({ level: 'monthly' }), { light: 'yellow' }), 'monthly', 'escalated');
  t.equal(level(alert({ state: 'closed', level: 'monthly' }), { light: 'yellow' }), 'daily', 'reopened');
});

t.test('settled with a verdict, again when the final figure comes', async (t) => {
  const settled = decideLagging(
    alert(),
    saw({ month: 12, light: 'yellow', offTarget: dec('0.5'), grade: 'estimate' }),
  )!;
  t.match(settled, {
    reason: 'settled',
    next: { state: 'settled', verdict: 'missed' },
    effects: ['leaveLists', 'notify'],
  });
  const final = saw({ month: 12, light: 'green', offTarget: dec('0'), grade: 'final' });
  const again = decideLagging(settled.next, final)!;
  t.match(again, { reason: 'settled', next: { verdict: 'met', grade: 'final' } });
  t.equal(decideLagging(again.next, final), null);
});

t.test('effects', async (t) => {
  const effects = (previous: LaggingAlert | null, more: Partial<LaggingObservation>) =>
    decideLagging(previous, saw(more))?.effects;
  t.same(effects(null, {}), ['create', 'enterLists', 'notify']);
  t.same(effects(null, { historical: true }), ['create', 'enterLists']);
  t.same(effects(alert(), {}), ['notify']);
  t.same(effects(alert(), green), ['leaveLists', 'notify']);
  t.same(effects(alert({ state: 'closed' }), {}), ['enterLists', 'notify']);
  t.same(effects(alert({ state: 'resolved' }), {}), ['create', 'enterLists', 'notify']);
  t.same(effects(alert({ firstMonth: 5 }), { ...same, ...green }), ['leaveLists', 'notifyEarlierReceivers']);
  t.same(effects(alert(), { ...same, ...red }), ['notifyEarlierReceivers']);
  t.same(effects(alert({ state: 'resolved', ...green }), { ...same, ...red }), [
    'enterLists',
    'notifyEarlierReceivers',
  ]);
});

t.test('property: repetition changes nothing, and every move is in the table', async () => {
  const observation = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    state: fc.constantFrom('evaluated' as const, 'evaluated' as const, 'notReported' as const),
    light: fc.option(fc.constantFrom(...LIGHTS)),
    offTarget: fc.integer({ min: -300, max: 1500 }).map((cents) => Fraction.of(cents, 100)),
    grade: fc.constantFrom('estimate' as const, 'final' as const),
    isLatest: fc.boolean(),
    backJudged: fc.boolean(),
    cause: fc.constantFrom('report' as const, 'restatement' as const, 'targetRevision' as const),
    alertFrom: fc.constantFrom('yellow' as const, 'orange' as const, 'red' as const),
    laggedOtherwise: fc.option(fc.boolean(), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 20 }), (observations) => {
      let previous: LaggingAlert | null = null;
      for (const each of observations) {
        const decision = decideLagging(previous, each);
        if (!decision) continue;
        const ways = ALERT_TRANSITIONS[previous?.state ?? 'none'][decision.reason];
        if (!ways?.includes(decision.next.state)) return false;
        if (each.state !== 'evaluated') return false;
        if (decideLagging(decision.next, each) !== null) return false;
        if (decision.effects.includes('create') && previous && isActive(previous.state)) return false;
        previous = decision.next;
      }
      return true;
    }),
    { numRuns: 500 },
  );
});

t.test(
  'a milestone that was judged by its date and is said to be done has been reached, not put right',
  async (t) => {
    const done = { ...same, ...green, cause: 'restatement', firstWord: true, met: true } as const;
    const byDate = alert({ grade: null });
    t.equal(outcome(byDate, saw(done)), 'resolved → resolved');
    t.equal(
      outcome(alert({ grade: null, firstMonth: 5 }), saw(done)),
      'resolved → resolved',
      'its first month, too',
    );
    t.equal(outcome(alert({ grade: null, state: 'closed' }), saw(done)), 'resolved → resolved');
    t.equal(
      outcome(byDate, saw({ ...done, firstWord: false, laggedOtherwise: true })),
      'corrected → resolved',
    );
    const earlier = { ...done, month: 4, was: { light: 'orange' } } as const;
    t.equal(outcome(byDate, saw(earlier)), null, 'the latest month says it');
    t.equal(outcome(byDate, saw({ ...earlier, firstWord: false })), 'corrected → open');
    const december = alert({ grade: null, state: 'settled', latestMonth: 12, verdict: 'missed' });
    t.equal(decideLagging(december, saw({ ...done, month: 12 }))?.next.verdict, 'met');
  },
);

t.test('a report that says what the date had said is no news; a better one of a report is', async (t) => {
  t.equal(outcome(alert({ grade: null }), saw({ ...same, cause: 'restatement' })), null);
  t.equal(outcome(alert(), saw({ ...same, cause: 'restatement', grade: 'final' })), 'confirmed → open');
});

t.test('an older warning of the subject is only put right', async (t) => {
  const past = (state: AlertState, more: Partial<LaggingObservation>) => {
    const decision = decidePast(
      alert({ state }),
      saw({ isLatest: false, was: { light: 'orange' }, ...more }),
    );
    return decision && `${decision.reason} → ${decision.next.state}`;
  };
  t.equal(past('resolved', { ...red, month: 4 }), 'corrected → resolved');
  t.equal(past('resolved', { ...red, month: 5 }), 'corrected → resolved', 'the month it ended in: not anew');
  const never = { ...green, month: 3, laggedOtherwise: false };
  t.equal(past('resolved', never), 'withdrawn → withdrawn');
  t.equal(past('resolved', { ...never, laggedOtherwise: true }), 'corrected → resolved');
  for (const month of [2, 6]) t.equal(past('resolved', { ...red, month }), null, 'not one of its months');
  t.equal(past('resolved', { month: 4 }), null, 'the light is the same');
  t.equal(past('resolved', { ...red, month: 4, cause: 'policyRevision' }), null);
  t.equal(past('withdrawn', { ...red, month: 4 }), 'corrected → resolved', 'it was right after all');
  for (const state of ['settled', 'open', 'closed'] as const)
    t.equal(past(state, { ...red, month: 4 }), null, state);
});
