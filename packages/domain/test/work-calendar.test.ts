import fc from 'fast-check';
import t from 'tap';
import { addDays, dateOfDayNumber, dayNumberOf, lastDayOfMonth, WorkCalendar } from '../src/index.js';
import { seededCalendar, seededNotices } from './seeded-calendar.js';

const calendar = seededCalendar();
const anyDate = fc
  .integer({ min: dayNumberOf('2014-01-01'), max: dayNumberOf('2028-12-31') })
  .map(dateOfDayNumber);

t.test('dates count in days, leap years included', async (t) => {
  t.equal(dayNumberOf('1970-01-01'), 0);
  t.equal(addDays('2016-02-28', 1), '2016-02-29');
  t.equal(addDays('2017-02-28', 1), '2017-03-01');
  t.equal(addDays('2000-02-29', 366), '2001-03-01');
  t.equal(addDays('2018-01-01', -1), '2017-12-31');
  t.same(
    [lastDayOfMonth(2016, 2), lastDayOfMonth(2017, 2), lastDayOfMonth(2100, 2), lastDayOfMonth(2017, 12)],
    [29, 28, 28, 31],
  );
  for (const wrong of [
    '2017-02-29',
    '2100-02-29',
    '2017-13-01',
    '2017-00-10',
    '2017-04-31',
    '2017-1-1',
    '',
    'today',
    '+012017-01-01',
  ]) {
    t.throws(() => dayNumberOf(wrong), RangeError, wrong);
  }
});

t.test('the seeded years follow their notices', async (t) => {
  const notices = seededNotices();
  t.same(
    notices.map((notice) => notice.year),
    [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026],
  );
  for (const { year, notice, workdays, daysOff } of notices) {
    t.ok(calendar.covers(year));
    t.match(notice?.title, `${year}年部分节假日安排的通知`);
    t.ok(
      daysOff.includes(`${year}-10-01`) && daysOff.includes(`${year}-01-01`),
      `${year} knows its holidays`,
    );
    t.ok(
      workdays.every((date) => (dayNumberOf(date) + 3) % 7 >= 5),
      `${year}: only weekend days are made up`,
    );
    t.same([...daysOff].sort(), daysOff);
  }
  const off = [
    '2015-09-03',
    '2015-09-04',
    '2018-12-31',
    '2019-05-02',
    '2020-01-31',
    '2020-02-01',
    '2022-12-31',
    '2026-02-23',
  ];
  const worked = [
    '2015-09-06',
    '2018-12-29',
    '2019-04-28',
    '2019-05-05',
    '2020-02-03',
    '2023-01-03',
    '2026-02-14',
    '2026-10-10',
  ];
  for (const date of off) t.equal(calendar.isWorkday(date), false, date);
  for (const date of worked) t.equal(calendar.isWorkday(date), true, date);
});

t.test('rolling and counting in 2026', async (t) => {
  t.same(calendar.nextWorkday('2026-10-01'), { date: '2026-10-08', estimated: false });
  t.same(calendar.nextWorkday('2026-10-08'), { date: '2026-10-08', estimated: false });
  t.same(calendar.previousWorkday('2026-02-23'), { date: '2026-02-14', estimated: false });
  t.same(calendar.addWorkdays('2026-10-08', -3), { date: '2026-09-28', estimated: false });
  t.same(calendar.addWorkdays('2026-09-30', 1), { date: '2026-10-08', estimated: false });
  t.same(calendar.addWorkdays('2026-10-03', 0), { date: '2026-10-03', estimated: false });
  t.same(calendar.workdaysBetween('2026-09-30', '2026-10-10'), { days: 3, estimated: false });
  t.same(calendar.workdaysBetween('2026-10-10', '2026-09-30'), { days: -3, estimated: false });
  t.same(calendar.workdaysBetween('2026-10-01', '2026-10-01'), { days: 0, estimated: false });
  t.same(calendar.nthWorkdayOfMonth(2026, 10, 1), { date: '2026-10-08', estimated: false });
  t.same(calendar.nthWorkdayOfMonth(2026, 2, 16), { date: '2026-02-28', estimated: false });
  t.equal(calendar.nthWorkdayOfMonth(2026, 2, 17), null);
  for (const n of [0, -1, 1.5]) t.throws(() => calendar.nthWorkdayOfMonth(2026, 2, n), RangeError);
  t.throws(() => calendar.addWorkdays('2026-02-01', Number.NaN), RangeError);
});

t.test('29 February is a day like others', async (t) => {
  t.equal(calendar.isWorkday('2016-02-29'), true);
  t.equal(calendar.isWorkday('2020-02-29'), false);
  t.same(calendar.nextWorkday('2020-02-29'), { date: '2020-03-02', estimated: false });
  t.throws(() => calendar.isWorkday('2026-02-29'), RangeError);
});

t.test('a year without a notice goes by weekends and says so', async (t) => {
  t.equal(calendar.covers(2027), false);
  t.equal(calendar.isWorkday('2027-10-01'), true);
  t.same(calendar.nextWorkday('2027-10-01'), { date: '2027-10-01', estimated: true });
  t.same(calendar.nextWorkday('2027-10-02'), { date: '2027-10-04', estimated: true });
  t.same(calendar.addWorkdays('2026-12-31', 1), { date: '2027-01-01', estimated: true });
  t.same(calendar.addWorkdays('2027-01-01', -1), { date: '2026-12-31', estimated: false });
  t.same(calendar.workdaysBetween('2026-12-31', '2027-01-04'), { days: 2, estimated: true });
  t.same(calendar.nthWorkdayOfMonth(2027, 1, 1), { date: '2027-01-01', estimated: true });
});

t.test(
  'local days off go before the notice; the calendar they are not given to stays as it is',
  async (t) => {
    const local = seededCalendar(['2026-10-08', '2026-10-10']);
    t.same(local.nextWorkday('2026-10-05'), { date: '2026-10-09', estimated: false });
    t.equal(local.isWorkday('2026-10-10'), false);
    t.equal(calendar.isWorkday('2026-10-10'), true);
  },
);

t.test('a notice that contradicts itself is refused', async (t) => {
  const notice = { year: 2027, notice: null, daysOff: ['2027-01-01'], workdays: ['2027-01-02'] };
  t.ok(new WorkCalendar([notice]).covers(2027));
  t.throws(() => new WorkCalendar([notice, notice]), RangeError);
  t.throws(() => new WorkCalendar([{ ...notice, workdays: ['2027-01-01'] }]), RangeError);
  t.throws(() => new WorkCalendar([{ ...notice, daysOff: ['2027-02-29'] }]), RangeError);
  t.throws(() => new WorkCalendar([], ['soon']), RangeError);
});

t.test('the order of notices does not matter', async (t) => {
  const reversed = new WorkCalendar(seededNotices().reverse());
  fc.assert(fc.property(anyDate, (date) => reversed.isWorkday(date) === calendar.isWorkday(date)));
  t.pass();
});

t.test('rolling lands on the nearest working day, and stepping and counting undo each other', async (t) => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, n) => {
      const [next, previous] = [calendar.nextWorkday(date).date, calendar.previousWorkday(date).date];
      const rolls =
        calendar.isWorkday(next) &&
        calendar.isWorkday(previous) &&
        next >= date &&
        previous <= date &&
        (next === date) === calendar.isWorkday(date) &&
        (previous === date) === calendar.isWorkday(date);
      const stepped = calendar.addWorkdays(date, n).date;
      return rolls && calendar.workdaysBetween(date, stepped).days === n;
    }),
  );
  t.pass();
});

t.test('counts add up over any day between', async (t) => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (...dates) => {
      const [one, two, three] = dates.sort() as [string, string, string];
      const sum = calendar.workdaysBetween(one, two).days + calendar.workdaysBetween(two, three).days;
      return calendar.workdaysBetween(one, three).days === sum;
    }),
    { numRuns: 50 },
  );
  t.pass();
});

t.test('days count on and back', async (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: -200_000, max: 500_000 }),
      fc.integer({ min: -1000, max: 1000 }),
      (day, days) => {
        const date = dateOfDayNumber(day);
        return dayNumberOf(date) === day && dayNumberOf(addDays(date, days)) === day + days;
      },
    ),
  );
  t.pass();
});
