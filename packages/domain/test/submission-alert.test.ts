import fc from 'fast-check';
import t from 'tap';
import {
  decideSubmission,
  isActive,
  localDateOf,
  localTimeOf,
  NOTICE_TIME,
  nextLookAt,
  type SheetObservation,
  SUBMISSION_ALERT_KINDS,
  type SubmissionAlert,
  type SubmissionAlertKind,
  type SubmissionDecision,
  toInstant,
  workdaysLate,
} from '../src/index.js';
import { seededCalendar } from './seeded-calendar.js';

const calendar = seededCalendar();
const timeZone = 'Asia/Shanghai';
const moment = (date: string, time = '09:00') => toInstant(date, time, timeZone);

/** What is seen of a sheet due on a day at 18:00 and reminded of on another. */
function look(now: Date, of: { due: string; remind: string | null; missing: string[] }): SheetObservation {
  const today = localDateOf(now, timeZone);
  const dueAt = moment(of.due, '18:00');
  return {
    ...{ now, dueAt, remindAt: of.remind === null ? null : moment(of.remind), missing: of.missing },
    workdaysLate: now > dueAt ? workdaysLate({ dueDate: of.due, on: today, calendar }).days : 0,
    workday: calendar.isWorkday(today),
    noticeHour: localTimeOf(now, timeZone) >= NOTICE_TIME,
  };
}

const noticeAfter = (after: Date): Date => {
  for (let day = localDateOf(after, timeZone), step = 0; ; step += 1) {
    const date = calendar.isWorkday(day) ? day : calendar.nextWorkday(day).date;
    const notice = moment(date);
    if (notice > after) return notice;
    day = calendar.addWorkdays(day, 1).date;
    if (step > 3) throw new Error('no notice');
  }
};

t.test('a deadline on a day off is told of on the next working day, by nobody before', async (t) => {
  // Saturday 9 December 2017.
  const of = { due: '2017-12-09', remind: '2017-12-06', missing: ['a'] };
  const due = decideSubmission('submissionDue', null, look(moment('2017-12-06'), of));
  t.match(due, { reason: 'raised', effects: ['create', 'enterLists', 'notifyReporter'] });
  for (const at of [moment('2017-12-09', '18:01'), moment('2017-12-10'), moment('2017-12-11', '08:59')]) {
    t.equal(decideSubmission('submissionOverdue', null, look(at, of)), null);
    t.equal(decideSubmission('submissionDue', due?.next ?? null, look(at, of)), null, 'still only due');
  }
  const monday = look(moment('2017-12-11'), of);
  t.match(decideSubmission('submissionOverdue', null, monday), {
    reason: 'raised',
    next: { workdaysLate: 1, level: 'daily' },
  });
  const ended = decideSubmission('submissionDue', due?.next ?? null, monday);
  t.match(ended, { reason: 'resolved', next: { state: 'resolved' } });
  t.same(ended?.effects, ['leaveLists'], 'which the other alert tells');
});

t.test('one that people closed stays closed until more is missing', async (t) => {
  const of = { due: '2017-12-08', remind: null, missing: ['a'] };
  const closed: SubmissionAlert = {
    ...{ state: 'closed', level: 'monthly', missing: ['a'], workdaysLate: 3 },
    dueAt: moment('2017-12-08', '18:00'),
  };
  const on = moment('2017-12-18');
  t.equal(decideSubmission('submissionOverdue', closed, look(on, of)), null);
  t.match(decideSubmission('submissionOverdue', closed, look(on, { ...of, missing: ['a', 'b'] })), {
    reason: 'reopened',
    next: { state: 'open', level: 'monthly', workdaysLate: 6 },
  });
  const complete = decideSubmission('submissionOverdue', closed, look(on, { ...of, missing: [] }));
  t.match(complete, { reason: 'resolved' });
  t.same(complete?.effects, [], 'it was over for everybody');
});

/** Drawn lives: hours of December 2017 to January 2018 at which somebody looks, and what is missing then. */
const hours = fc.array(
  fc.record({
    hour: fc.integer({ min: 0, max: 24 * 50 }),
    missing: fc.subarray(['a', 'b', 'c']),
    due: fc.constantFrom('2017-12-08', '2017-12-08', '2017-12-08', '2017-12-09', '2017-12-18'),
  }),
  { minLength: 1, maxLength: 40 },
);

t.test('whatever happens to a sheet: one matter at a time, told once, on working days', async (t) => {
  let reminded = 0;
  fc.assert(
    fc.property(hours, (drawn) => {
      const lives = new Map<SubmissionAlertKind, SubmissionAlert>();
      const begins = moment('2017-12-01', '00:00').getTime();
      for (const { hour, missing, due } of [...drawn].sort((one, other) => one.hour - other.hour)) {
        const now = new Date(begins + hour * 3_600_000 + 1_000);
        const seen = look(now, { due, remind: '2017-12-05', missing });
        for (const kind of SUBMISSION_ALERT_KINDS) {
          const before = lives.get(kind) ?? null;
          const decision = decideSubmission(kind, before, seen);
          if (decision) {
            if (kind === 'submissionDue' && decision.reason === 'raised') reminded += 1;
            check(kind, before, { decision, seen });
            lives.set(kind, decision.next);
          }
          const again = decideSubmission(kind, lives.get(kind) ?? null, seen);
          if (again) throw new Error(`the same look again: ${again.reason}`);
        }
        const active = [...lives].filter(([, { state }]) => isActive(state));
        if (active.length > 1) throw new Error('due and overdue at once');
        const [open] = active;
        if (missing.length === 0 && open) throw new Error('open though all is there');
        if (open && `${open[1].missing}` !== `${missing}`) throw new Error('it lists something else');
        const overdue = now > seen.dueAt && missing.length > 0;
        if (overdue && seen.workday && seen.noticeHour && open?.[0] !== 'submissionOverdue') {
          throw new Error('overdue and nobody knows');
        }
        const next = nextLookAt(seen, noticeAfter);
        if ((next === null) !== (missing.length === 0))
          throw new Error('looked at while something is missing');
        if (next && next <= now) throw new Error('the next look is not to come');
      }
    }),
    { numRuns: 500 },
  );
  t.ok(reminded > 50, 'reminders are among them');
});

function check(
  kind: SubmissionAlertKind,
  before: SubmissionAlert | null,
  { decision, seen }: { decision: SubmissionDecision; seen: SheetObservation },
): void {
  const told = decision.effects.some((effect) => effect.startsWith('notify'));
  const { reason, next } = decision;
  if (kind === 'submissionDue' && next.level !== 'daily') throw new Error('a reminder is daily');
  if (kind === 'submissionOverdue') {
    const byDay = reason === 'raised' || reason === 'persisted' || reason === 'escalated';
    if (byDay && !(seen.workday && seen.noticeHour)) throw new Error(`${reason} on a day off, or at night`);
    if (reason === 'persisted' && before && next.workdaysLate <= before.workdaysLate)
      throw new Error('the same day told twice');
    if (isActive(next.state) && byDay && (next.level === 'monthly') !== next.workdaysLate >= 3)
      throw new Error('the centre hears from the third working day on');
  }
  if (reason === 'improved' && told) throw new Error('what its reporter just did is told');
}

t.test('the next look: the reminder, the deadline, then every working morning', async (t) => {
  const of = { due: '2017-12-08', remind: '2017-12-05', missing: ['a'] };
  const next = (date: string, time: string) => nextLookAt(look(moment(date, time), of), noticeAfter);
  t.same(next('2017-12-01', '10:00'), moment('2017-12-05'));
  t.same(next('2017-12-05', '09:00'), new Date(moment('2017-12-08', '18:00').getTime() + 1));
  t.same(next('2017-12-08', '18:01'), moment('2017-12-11'));
  t.same(next('2017-12-11', '08:00'), moment('2017-12-11'));
  t.same(next('2017-12-11', '09:00'), moment('2017-12-12'));
  t.equal(nextLookAt({ ...look(moment('2017-12-11'), of), missing: [] }, noticeAfter), null);
});
