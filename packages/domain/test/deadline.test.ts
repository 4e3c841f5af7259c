import fc from 'fast-check';
import t from 'tap';
import {
  type DueRule,
  dueAt,
  monthlyTickDate,
  nextPeriod,
  opensOn,
  type Period,
  parsePeriod,
  period,
  ROLLS,
  reminderDate,
  WorkCalendar,
  workdaysLate,
} from '../src/index.js';
import { seededCalendar } from './seeded-calendar.js';

const calendar = seededCalendar();
const timeZone = 'Asia/Shanghai';

function due(text: string, rule: DueRule = {}) {
  return dueAt({ period: parsePeriod(text)!, calendar, timeZone, ...rule });
}

/** Due dates that fall in 2026, month 1 first. */
function dueDatesOf2026(dueDay: number): string[] {
  const periods: Period[] = [];
  for (let of = period(2025, 12); periods.length < 12; of = nextPeriod(of)) periods.push(of);
  return periods.map((of) => dueAt({ period: of, dueDay, calendar, timeZone }).date.slice(5));
}

t.test('双牌 2017年1—11月 is due on Friday 8 December at six', async (t) => {
  const { dueAt: instant, ...rest } = due('2017-11');
  t.same(rest, { date: '2017-12-08', estimated: false });
  t.equal(instant.toISOString(), '2017-12-08T10:00:00.000Z');
});

t.test('2026, the 5th and the 8th of each month, moved to the next working day', async (t) => {
  const moved5: Record<string, string> = {
    '04': '07',
    '05': '06',
    '07': '06',
    '09': '07',
    '10': '08',
    '12': '07',
  };
  const moved8: Record<string, string> = { '02': '09', '03': '09', '08': '10', '11': '09' };
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  t.same(
    dueDatesOf2026(5),
    months.map((month) => `${month}-${moved5[month] ?? '05'}`),
  );
  t.same(
    dueDatesOf2026(8),
    months.map((month) => `${month}-${moved8[month] ?? '08'}`),
  );
});

t.test('rolling back, not at all, and another hour', async (t) => {
  t.equal(due('2026-09', { dueDay: 5, roll: 'previousWorkday' }).date, '2026-09-30');
  t.equal(due('2026-09', { dueDay: 5, roll: 'none' }).date, '2026-10-05');
  t.equal(due('2026-09', { dueTime: '12:00' }).dueAt.toISOString(), '2026-10-08T04:00:00.000Z');
});

t.test('not before a working day of the month', async (t) => {
  t.equal(due('2026-09', { minWorkdays: 4 }).date, '2026-10-12');
  t.equal(due('2026-10', { minWorkdays: 4 }).date, '2026-11-09');
  t.equal(due('2026-09', { roll: 'previousWorkday', dueDay: 5, minWorkdays: 1 }).date, '2026-10-08');
  t.equal(due('2026-01', { minWorkdays: 40 }).date, '2026-02-28', 'its last, where the month has fewer');
});

t.test('year ends, 29 February and short months', async (t) => {
  t.equal(due('2017-12').date, '2018-01-08');
  t.equal(due('2016-01', { dueDay: 29 }).date, '2016-02-29');
  t.equal(due('2017-01', { dueDay: 29 }).date, '2017-02-28');
  t.equal(due('2026-03', { dueDay: 31, roll: 'none' }).date, '2026-04-30');
  t.equal(dueAt({ period: period(2100, 12), calendar, timeZone }).date, '2101-01-10');
});

t.test('what a year without a notice has a part in is estimated', async (t) => {
  t.same(due('2026-12').estimated, true);
  t.equal(due('2026-12').date, '2027-01-08');
  t.equal(due('2026-12', { roll: 'none' }).estimated, false, 'a fixed date needs no calendar');
  t.equal(due('2026-12', { roll: 'none', minWorkdays: 3 }).estimated, true);
  const none = new WorkCalendar([]);
  t.same(monthlyTickDate({ period: period(2017, 11), calendar: none, timeZone }), {
    date: '2017-12-11',
    estimated: true,
  });
});

t.test('rules out of range are refused', async (t) => {
  for (const rule of [
    { dueDay: 0 },
    { dueDay: 32 },
    { dueDay: 8.5 },
    { dueTime: '24:00' },
    { minWorkdays: -1 },
    { minWorkdays: 1.5 },
  ]) {
    t.throws(() => due('2017-11', rule), RangeError, JSON.stringify(rule));
  }
});

t.test('the monthly list goes out on the working day after the deadline', async (t) => {
  const tick = (text: string) => monthlyTickDate({ period: parsePeriod(text)!, calendar, timeZone });
  t.same(tick('2017-11'), { date: '2017-12-11', estimated: false });
  t.same(tick('2026-09'), { date: '2026-10-09', estimated: false });
  t.same(tick('2026-01'), { date: '2026-02-10', estimated: false });
});

t.test('the reminder goes out 3 working days before, never before the period opens', async (t) => {
  const remind = (text: string, rule: DueRule = {}, grade: 'estimate' | 'statistical' = 'statistical') =>
    reminderDate({ period: parsePeriod(text)!, calendar, timeZone, grade, ...rule }).date;
  t.equal(remind('2017-11'), '2017-12-05');
  t.equal(remind('2026-09'), '2026-10-01', 'three working days before 8 October is 28 September');
  t.equal(remind('2026-09', {}, 'estimate'), '2026-09-28');
  t.equal(remind('2017-11', { dueDay: 2, roll: 'none' }), '2017-12-01');
});

t.test('how many working days late', async (t) => {
  const late = (on: string) => workdaysLate({ dueDate: '2017-12-08', on, calendar }).days;
  t.same(
    ['2017-12-01', '2017-12-08', '2017-12-09', '2017-12-10', '2017-12-11', '2017-12-12'].map(late),
    [0, 0, 0, 0, 1, 2],
  );
  t.same(workdaysLate({ dueDate: '2026-12-31', on: '2027-01-01', calendar }), { days: 1, estimated: true });
});

t.test(
  'a rolled deadline is a working day on the side it rolled to, and the dates about it keep their order',
  async (t) => {
    const months = fc
      .integer({ min: 0, max: 12 * 14 - 1 })
      .map((n) => period(2014 + Math.floor(n / 12), (n % 12) + 1));
    const rules = fc.record({
      dueDay: fc.integer({ min: 1, max: 28 }),
      roll: fc.constantFrom(...ROLLS),
      minWorkdays: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(months, rules, (of, rule) => {
        const question = { period: of, calendar, timeZone, ...rule };
        const { date } = dueAt(question);
        const named = `${nextPeriod(of)}-${String(rule.dueDay).padStart(2, '0')}`;
        const minimum =
          rule.minWorkdays > 0
            ? calendar.nthWorkdayOfMonth(
                Number(named.slice(0, 4)),
                Number(named.slice(5, 7)),
                rule.minWorkdays,
              )!.date
            : '';
        const onItsSide =
          date >= minimum &&
          (rule.roll === 'previousWorkday' ? date <= named || date === minimum : date >= named) &&
          (rule.roll === 'none' || calendar.isWorkday(date));
        const reminder = reminderDate({ ...question, grade: 'statistical' }).date;
        const opens = opensOn(of, 'statistical');
        return (
          onItsSide &&
          monthlyTickDate(question).date > date &&
          reminder >= opens &&
          (reminder < date || reminder === opens)
        );
      }),
      { numRuns: 500 },
    );
    t.pass();
  },
);
