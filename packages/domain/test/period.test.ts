import fc from 'fast-check';
import t from 'tap';
import {
  carriedPeriod,
  dueWithSheet,
  isDue,
  isOpen,
  monthOf,
  nextPeriod,
  opensOn,
  parsePeriod,
  period,
  previousPeriod,
  yearOf,
} from '../src/index.js';

const anyPeriod = fc.tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }));

t.test('a period is read only in its one form', async (t) => {
  for (const text of ['1990-01', '2017-11', '2100-12']) t.equal(parsePeriod(text), text);
  const wrong = [
    '1989-12',
    '2101-01',
    '2017-13',
    '2017-00',
    '2017-1',
    '2017-011',
    '2017/11',
    ' 2017-11',
    '2017-11\n',
  ];
  for (const text of [...wrong, '', '0', '２０１７-11', '2017-11-01']) t.equal(parsePeriod(text), null, text);
});

t.test('periods are made of whole years and months in range', async (t) => {
  t.equal(period(2017, 1), '2017-01');
  for (const [year, month] of [
    [2017, 0],
    [2017, 13],
    [2017, 1.5],
    [1989, 12],
    [2101, 1],
    [Number.NaN, 1],
  ] as const) {
    t.throws(() => period(year, month), RangeError, `${year}, ${month}`);
  }
});

t.test('periods follow on each other across the year’s end', async (t) => {
  t.equal(nextPeriod(period(2017, 12)), '2018-01');
  t.equal(previousPeriod(period(2018, 1)), '2017-12');
  t.throws(() => previousPeriod(period(1990, 1)), RangeError);
  t.throws(() => nextPeriod(period(2100, 12)), RangeError);
  fc.assert(
    fc.property(anyPeriod, ([year, month]) => {
      const made = period(year, month);
      if (parsePeriod(made) !== made || yearOf(made) !== year || monthOf(made) !== month) return false;
      if (made === '2100-12') return true;
      return previousPeriod(nextPeriod(made)) === made && nextPeriod(made) > made;
    }),
  );
});

t.test('estimates open on the 25th, other grades on the 1st of the next month', async (t) => {
  const november = period(2017, 11);
  t.equal(opensOn(november, 'estimate'), '2017-11-25');
  t.equal(opensOn(november, 'statistical'), '2017-12-01');
  t.equal(opensOn(november, 'final'), '2017-12-01');
  t.equal(opensOn(period(2017, 12), 'statistical'), '2018-01-01');
  t.equal(opensOn(period(2100, 12), 'final'), '2101-01-01');
  t.equal(isOpen(november, 'estimate', '2017-11-24'), false);
  t.equal(isOpen(november, 'estimate', '2017-11-25'), true);
  t.equal(isOpen(november, 'statistical', '2017-11-30'), false);
  t.equal(isOpen(november, 'statistical', '2017-12-01'), true);
  t.equal(isOpen(november, 'statistical', '2026-01-01'), true);
});

t.test('which months are due', async (t) => {
  const every = { noJanuary: false, dueMonths: null };
  const merged = { noJanuary: true, dueMonths: null };
  const quarterly = { noJanuary: false, dueMonths: [3, 6, 9, 12] };
  const months = Array.from({ length: 14 }, (_, month) => month);
  t.same(
    months.filter((month) => isDue(every, month)),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  );
  t.same(
    months.filter((month) => isDue(merged, month)),
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  );
  t.same(
    months.filter((month) => isDue(quarterly, month)),
    [3, 6, 9, 12],
  );
  t.equal(isDue({ noJanuary: true, dueMonths: [1, 2] }, 1), false, 'no January, whatever the list says');
});

t.test('a sheet carries the figure that trails by the lag', async (t) => {
  t.equal(carriedPeriod(period(2017, 11), 0), '2017-11');
  t.equal(carriedPeriod(period(2017, 11), 1), '2017-10');
  t.equal(carriedPeriod(period(2018, 1), 1), '2017-12');
  t.equal(carriedPeriod(period(2018, 1), 13), '2016-12');
  for (const lag of [-1, 0.5, Number.NaN]) t.throws(() => carriedPeriod(period(2018, 1), lag), RangeError);
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: 0, max: 24 }), ([year, month], lag) => {
      if (year < 1993) return true;
      let expected = period(year, month);
      for (let step = 0; step < lag; step += 1) expected = previousPeriod(expected);
      return carriedPeriod(period(year, month), lag) === expected;
    }),
  );
});

t.test(
  'a December figure that runs late is due with the January sheet; January’s own never is',
  async (t) => {
    const taxes = { noJanuary: true, dueMonths: null, lagMonths: 1 };
    t.equal(dueWithSheet(taxes, period(2018, 1)), '2017-12');
    t.equal(dueWithSheet(taxes, period(2018, 2)), null);
    t.equal(dueWithSheet(taxes, period(2018, 3)), '2018-02');
  },
);
