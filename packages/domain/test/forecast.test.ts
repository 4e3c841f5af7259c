import fc from 'fast-check';
import t from 'tap';
import {
  type EarlierYear,
  type Forecast,
  type ForecastQuestion,
  Fraction,
  forecastBy,
  forecastFullYear,
  type YearSoFar,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

/** Cumulative figures by month, the rest not reported. */
function months(given: Record<number, string | number>): (Fraction | null)[] {
  return Array.from({ length: 12 }, (_, index) => {
    const figure = given[index + 1];
    return figure === undefined ? null : dec(String(figure));
  });
}

function earlier(year: number, given: Record<number, string | number>): EarlierYear {
  return { year, figures: months(given) };
}

function forecast(
  month: number,
  figures: Record<number, string | number>,
  more: Partial<ForecastQuestion> = {},
): Forecast | null {
  return forecastFullYear({
    indicator: { type: 'flow', noJanuary: false },
    year: 2018,
    month,
    figures: months(figures),
    earlier: [],
    ...more,
  });
}

function shown(found: Forecast | null) {
  return (
    found && [
      found.method,
      found.value.toDecimal(2),
      found.low?.toDecimal(2) ?? null,
      found.high?.toDecimal(2) ?? null,
      found.error?.toDecimal(2) ?? null,
      found.replayedYears,
    ]
  );
}

function recentPace(month: number, figures: Record<number, string | number>, more: Partial<YearSoFar> = {}) {
  const year = { month, from: 1, noJanuary: false, figures: months(figures), yearBefore: undefined };
  return forecastBy('recentPace', { ...year, ...more })?.toDecimal(2) ?? null;
}

t.test('pace: the average month times the months that count', async (t) => {
  const output = forecast(11, { 11: '50.6' });
  t.same(shown(output), ['pace', '55.20', null, null, null, 0], '双牌: 4.6 a month');
  t.equal(forecast(6, { 6: 30 }, { from: 4 })?.value.toDecimal(0), '90', '10 a month from April on');
  t.equal(
    forecast(2, { 2: 10 }, { indicator: { type: 'flow', noJanuary: true } })?.value.toDecimal(0),
    '60',
    '1—2月 is two months',
  );
  t.equal(forecast(3, { 3: -3 })?.value.toDecimal(0), '-12', 'a loss goes on');
});

t.test('recentPace: the last three increments', async (t) => {
  const even = { 1: 10, 2: 20, 3: 30, 4: 40, 5: 60, 6: 90 };
  // 10 + 20 + 30 over three months is 20 a month, six to go.
  t.equal(recentPace(6, even), '210.00');
  t.equal(recentPace(3, { 1: 4, 2: 5, 3: 12 }), '48.00', "January's increment is January itself");
  t.equal(recentPace(2, { 1: 4, 2: 5 }), null, 'two months are not three');
  t.equal(recentPace(6, { ...even, 7: 500, 12: 900 }), '210.00', 'later months are not looked at');
});

t.test('recentPace: months that are not reported share their increment evenly', async (t) => {
  // May to June 30; March to May 30 in two months, 15 of it April's and 15 May's.
  t.equal(recentPace(6, { 3: 30, 5: 60, 6: 90 }), '210.00', 'the gap lies inside the three months');
  // February to May 39 in three months, 13 each, of which April and May count; June 21.
  t.equal(recentPace(6, { 2: 10, 5: 49, 6: 70 }), '164.00', 'the gap reaches over their edge');
  t.equal(recentPace(6, { 3: 30, 6: 60 }), '120.00', 'one increment of exactly three months');
  t.equal(recentPace(6, { 2: 30, 6: 60 }), '105.00', 'a block of four months');
  t.equal(recentPace(5, { 1: 33, 5: 333 }), '858.00', '75 in each of them');
  t.equal(recentPace(6, { 6: 60 }), null, 'nothing but the average of the year');
  t.equal(recentPace(3, { 3: 30 }), '120.00', 'the first quarter is its three months');
});

t.test('recentPace: 1—2月 are two months', async (t) => {
  const noJanuary = true;
  t.equal(recentPace(2, { 2: 20 }, { noJanuary }), null);
  t.equal(recentPace(3, { 2: 20, 3: 36 }, { noJanuary }), '144.00', '12 a month');
  // Half of 20 is February's: 10 + 16 + 14 over three months, eight to go.
  t.equal(recentPace(4, { 2: 20, 3: 36, 4: 50 }, { noJanuary }), '156.67');
  t.equal(recentPace(4, { 1: 19, 2: 20, 3: 36, 4: 50 }, { noJanuary }), '156.67', 'January is not looked at');
  t.equal(recentPace(5, { 2: 20, 3: 36, 4: 50, 5: 66 }, { noJanuary }), '173.33', 'February is before them');
  t.equal(recentPace(4, { 2: 20, 3: 36, 4: 50 }, { noJanuary, from: 2 }), '156.67', 'whatever the plan says');
});

t.test('recentPace: the months before the plan do not count', async (t) => {
  const from = 4;
  t.equal(recentPace(5, { 4: 10, 5: 20 }, { from }), null);
  t.equal(recentPace(6, { 4: 10, 5: 20, 6: 36 }, { from }), '108.00', '12 a month');
  t.equal(
    recentPace(6, { 3: 6, 4: 10, 5: 20, 6: 36 }, { from }),
    '96.00',
    'what stood in March is no increment',
  );
  t.equal(recentPace(6, { 1: 6, 4: 10, 5: 20, 6: 36 }, { from }), '96.00', 'nor what stood in January');
});

t.test("lastYearShape: last year's share, where last year has one", async (t) => {
  const at = (last: Record<number, string | number>, year = 2017) =>
    shown(forecast(6, { 6: 33 }, { earlier: [earlier(year, last)] }))?.slice(0, 2);
  t.same(at({ 12: 100 }), ['pace', '66.00'], 'no month 6');
  t.same(at({ 6: 40 }), ['pace', '66.00'], 'no full year');
  t.same(at({ 6: 0, 12: 100 }), ['pace', '66.00'], 'no share');
  t.same(at({ 6: -4, 12: -8 }), ['pace', '66.00'], 'a year of losses');
  t.same(at({ 6: 40, 11: 101, 12: 100 }), ['pace', '66.00'], 'a month above the full year');
  t.same(at({ 6: 40, 12: 100 }, 2016), ['pace', '66.00'], 'not the year before');
});

t.test('without a replay the order decides, and there is no band', async (t) => {
  const figures = { 3: 15, 4: 22, 5: 28, 6: 33 };
  t.same(shown(forecast(6, figures)), ['recentPace', '69.00', null, null, null, 0]);
  const shape = { indicator: { type: 'flow' as const, noJanuary: false }, year: 2018, from: 4, month: 6 };
  const young = { year: 2017, from: 7, figures: months({ 6: 40, 12: 100 }) };
  t.same(
    shown(forecastFullYear({ ...shape, figures: months({ 6: 33 }), earlier: [young] })),
    ['lastYearShape', '82.50', null, null, null, 0],
    '2017 counted from July on: nothing to replay in June',
  );
});

t.test('the method that erred least is used, with the band of its own replays', async (t) => {
  // Each year 40 by June of 100, 50 of 120, 30 of 80; recent increments of 10 a month throughout.
  const past = [
    earlier(2015, { 3: 10, 6: 40, 12: 100 }),
    earlier(2017, { 3: 0, 6: 30, 12: 80 }),
    earlier(2016, { 3: 20, 6: 50, 12: 120 }),
  ];
  // recentPace says 100, 110, 90: off by 0, 10 of 120 and 10 of 80; over 2016 and 2017 10.42 %.
  // pace says 80, 100, 60: off by 20 %, 16.67 %, 25 %; lastYearShape 125 and 72: off by 4.17 % and 10 %.
  const all = forecast(6, { 3: 10, 6: 33 }, { earlier: past });
  // 33 of a share of 3/8; corrected by 120/125 and 80/72.
  t.same(shown(all), ['lastYearShape', '88.00', '84.48', '97.78', '7.08', 2]);
  // With 2017 alone the shape has no replay and takes no part; recentPace is 12.5 % off, pace 25 %.
  const alone = forecast(6, { 3: 10, 6: 33 }, { earlier: [past[1]!] });
  t.same(shown(alone), ['recentPace', '79.00', '70.22', '70.22', '12.50', 1], '23 in three months');
});

t.test('four years are replayed, and a fifth gives the oldest its shape', async (t) => {
  const shape = { 3: 20, 6: 40, 12: 100 };
  const past = [2013, 2014, 2015, 2016, 2017].map((year) => earlier(year, shape));
  t.same(shown(forecast(6, { 6: 33 }, { earlier: past })), [
    'lastYearShape',
    '82.50',
    '82.50',
    '82.50',
    '0.00',
    4,
  ]);
  const wide = [earlier(2013, { ...shape, 6: 50 }), ...past.slice(1)];
  // 2014 by the half of 2013: 40 ÷ 0.5 = 80 of 100, 20 % off in one of four years. Pace is 20 % off in each.
  t.same(shown(forecast(6, { 6: 33 }, { earlier: wide })), [
    'lastYearShape',
    '82.50',
    '82.50',
    '103.13',
    '5.00',
    4,
  ]);
});

t.test('the years to come are not known', async (t) => {
  const past = [earlier(2018, { 6: 1, 12: 100 }), earlier(2019, { 6: 2, 12: 100 })];
  t.same(shown(forecast(6, { 6: 33 }, { earlier: past })), ['pace', '66.00', null, null, null, 0]);
});

t.test('methods are compared over the years they share', async (t) => {
  // pace is exact in 2016 and 10 % off in 2017, 5 % over both; the other two have only 2017 to be replayed on.
  const past = [earlier(2016, { 6: 50, 12: 100 }), earlier(2017, { 3: 9, 6: 45, 12: 100 })];
  const found = forecast(6, { 3: 30, 6: 60 }, { earlier: [past[0]!, past[1]!] });
  // lastYearShape: 2017 from 2016's half is 90, 10 % off; recentPace 45 + 12 × 6 = 117, 17 % off.
  t.same(
    shown(found),
    ['lastYearShape', '133.33', '148.15', '148.15', '10.00', 1],
    'a tie with pace over 2017',
  );
  // Without 2016's full year the shape has no replay; pace has 10 % to 17 %.
  const one = forecast(6, { 3: 30, 6: 60 }, { earlier: [past[1]!] });
  t.same(shown(one), ['pace', '120.00', '133.33', '133.33', '10.00', 1]);
});

t.test('a method wins over the shared years, and its error tells of all of its own', async (t) => {
  const past = [earlier(2016, { 6: 80, 12: 100 }), earlier(2017, { 2: 10, 3: 20, 6: 50, 12: 100 })];
  // Over 2017 pace is exact, recentPace 10 % off and lastYearShape 37.5 %; in 2016 pace was 60 % off.
  const found = forecast(6, { 3: 30, 6: 60 }, { earlier: past });
  t.same(shown(found), ['pace', '120.00', '75.00', '120.00', '30.00', 2]);
});

t.test('where methods share no year, each is taken at its own', async (t) => {
  const past = [
    // recentPace says 110, 8.33 % off; a month above the full year makes this no shape for 2016.
    earlier(2015, { 3: 20, 6: 50, 11: 130, 12: 120 }),
    earlier(2016, { 6: 50, 12: 100 }),
    // The shape says 20, 80 % off; recentPace has no March of it, and pace is off by 16.67, 0 and 80 %.
    earlier(2017, { 6: 10, 12: 100 }),
  ];
  const found = forecast(6, { 3: 30, 6: 60 }, { earlier: past });
  t.same(shown(found)?.slice(0, 2), ['recentPace', '120.00']);
});

t.test('a replay that forecast nothing has no factor, and there is no band', async (t) => {
  const past = [earlier(2016, { 6: 0, 12: 100 }), earlier(2015, { 6: 50, 12: 100 })];
  const found = forecast(6, { 6: 33 }, { earlier: past });
  t.same(shown(found), ['pace', '66.00', null, null, '50.00', 2]);
});

t.test('an earlier year that began late is replayed from its own first month', async (t) => {
  const past: EarlierYear[] = [{ year: 2017, from: 4, figures: months({ 6: 30, 12: 90 }) }];
  t.same(shown(forecast(6, { 6: 60 }, { earlier: past })), ['pace', '120.00', '120.00', '120.00', '0.00', 1]);
});

t.test('silent', async (t) => {
  const full = { 1: 1, 2: 2, 3: 3, 4: 4, 11: 11, 12: 12 };
  t.equal(forecast(12, full), null, 'the year is over');
  t.equal(forecast(5, full), null, 'no figure for the month');
  t.equal(forecast(3, full, { from: 4 }), null, 'before the plan');
  t.equal(forecast(1, full, { indicator: { type: 'flow', noJanuary: true } }), null, 'January is merged');
  for (const type of ['stock', 'ratio', 'growth', 'milestone'] as const) {
    t.equal(forecast(4, full, { indicator: { type, noJanuary: false } }), null, type);
  }
  t.equal(forecast(4, full, { indicator: { type: 'count', noJanuary: false } })?.value.toDecimal(0), '12');
});

t.test('property: a year like those before it is forecast to the digit', async () => {
  const increments = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(increments, fc.integer({ min: 1, max: 11 }), (monthly, month) => {
      const shape = monthly.map((_, at) => Fraction.of(total(monthly.slice(0, at + 1))));
      const past = [2015, 2016, 2017].map((year) => ({ year, figures: shape }));
      const found = forecastFullYear({
        indicator: { type: 'flow', noJanuary: false },
        year: 2018,
        month,
        figures: shape,
        earlier: past,
      })!;
      const full = shape[11]!;
      return (
        found.method === 'lastYearShape' &&
        found.error?.sign === 0 &&
        [found.value, found.low!, found.high!].every((value) => value.equals(full))
      );
    }),
  );
});

t.test('property: no method that was replayed erred less over the shared years', async () => {
  // The oracle works in floating point, from monthly increments without gaps.
  const year = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(year, { minLength: 3, maxLength: 5 }),
      fc.integer({ min: 3, max: 11 }),
      (years, month) => {
        const sums = years.map((monthly) => monthly.map((_, at) => total(monthly.slice(0, at + 1))));
        const by = {
          pace: (at: number) => (sums[at]![month - 1]! / month) * 12,
          recentPace: (at: number) =>
            sums[at]![month - 1]! + (total(years[at]!.slice(month - 3, month)) / 3) * (12 - month),
          lastYearShape: (at: number) =>
            (sums[at]![month - 1]! / sums[at - 1]![month - 1]!) * sums[at - 1]![11]!,
        };
        const replayed = sums.map((_, at) => at).slice(1, -1);
        const errors = Object.fromEntries(
          Object.entries(by).map(([method, forecast]) => {
            const off = replayed.map((at) => Math.abs(forecast(at) - sums[at]![11]!) / sums[at]![11]!);
            return [method, (total(off) / off.length) * 100];
          }),
        );
        const found = forecastFullYear({
          indicator: { type: 'count', noJanuary: false },
          year: 2000 + years.length - 1,
          month,
          figures: sums.at(-1)!.map((value) => Fraction.of(value)),
          earlier: sums.slice(0, -1).map((figures, at) => ({
            year: 2000 + at,
            figures: figures.map((value) => Fraction.of(value)),
          })),
        })!;
        const least = Math.min(...Object.values(errors));
        const expected = by[found.method](years.length - 1);
        return (
          errors[found.method]! <= least + 1e-9 &&
          Math.abs(Number(found.value.toDecimal(9)) - expected) < 1e-6 &&
          found.high!.atLeast(found.low!)
        );
      },
    ),
  );
});

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
