import fc from 'fast-check';
import t from 'tap';
import type { CheckedIndicator } from '../src/index.js';
import { check, figure, holds } from './checking.js';
import { cumulative, isReported, type OrdinaryYears, ordinaryYears, periodAt } from './ordinary-years.js';

/** What a place's figure is held for, all earlier ones being in force. `change` is what the park got wrong. */
function heldAt(
  years: OrdinaryYears,
  place: number,
  change: (printed: string) => string = (printed) => printed,
): string[] {
  const printed = cumulative(years);
  const output: Record<string, string> = {};
  for (let at = years.first; at < place; at += 1) {
    if (isReported(years, at)) output[periodAt(at)] = `${printed[at]} 万元`;
  }
  const indicator: Partial<CheckedIndicator> = { noJanuary: years.noJanuary };
  const target = years.target === null || place < 12 ? {} : { target: years.target.toFixed(2) };
  const value = change(printed[place]!);
  return holds(check(figure(periodAt(place), { value, indicator, ...target }), { output }));
}

t.test('a year of ordinary months is not held once', async () => {
  fc.assert(
    fc.property(ordinaryYears, (years) => {
      for (let place = years.first; place < 24; place += 1) {
        const held = isReported(years, place) ? heldAt(years, place) : [];
        if (held.length > 0) throw new Error(`${years.shape}, ${periodAt(place)}: ${held}`);
      }
    }),
    { numRuns: 1500 },
  );
});

t.test('a figure in another unit is held, whatever the year looks like', async (t) => {
  /** Shapes whose level does not move say which power it is; the others that something is wrong. */
  const steady = /steady|joined/;
  const full = ordinaryYears.filter(({ shape, first }) => shape !== 'smallTax' && first === 0);
  const slips: [string, number][] = [
    ['元 as 万元', 1e4],
    ['千元 as 亿元', 1e5],
    ['元 as 亿元', 1e8],
    ['亿元 as 万元', 1e-4],
  ];
  for (const [name, factor] of slips) {
    await t.test(name, async () => {
      fc.assert(
        fc.property(full, fc.constantFrom(14, 17, 20, 23), (years, place) => {
          fc.pre(isReported(years, place) && Number(cumulative(years)[place]) > 0.05);
          // The first figure of a quarter, or after a winter stop, has none in the year that it could fall below.
          fc.pre(place > 14 || (years.dueMonths === null && factor > 1));
          const held = heldAt(years, place, (printed) => (Number(printed) * factor).toFixed(8));
          const expected = steady.test(years.shape) ? held.includes('unitSlip') : held.length > 0;
          if (!expected) throw new Error(`${years.shape}, ${periodAt(place)}: held for [${held}]`);
        }),
        { numRuns: 400 },
      );
    });
  }
});

t.test('a digit too many is held, from the fourth figure on', async () => {
  const steady = ordinaryYears.filter(({ shape }) => ['steady', 'quarterEnds', 'joined'].includes(shape));
  fc.assert(
    fc.property(steady, fc.integer({ min: 4, max: 11 }), (years, month) => {
      const place = years.first > 11 ? 12 + month : 12 + (month % 12);
      fc.pre(isReported(years, place));
      const held = heldAt(years, place, (printed) => (Number(printed) * 10).toFixed(2));
      if (!held.some((code) => code === 'unitSlip' || code === 'jump'))
        throw new Error(`${years.shape}, ${periodAt(place)}: not held`);
    }),
    { numRuns: 400 },
  );
});

t.test('the month instead of the cumulative figure is held, from the second month on', async () => {
  const running = ordinaryYears.filter(
    ({ shape, dueMonths }) => /steady|joined|ramp/.test(shape) && !dueMonths,
  );
  fc.assert(
    fc.property(running, fc.integer({ min: 3, max: 11 }), (years, month) => {
      const held = heldAt(years, 12 + month, () => years.months[12 + month]!.toFixed(2));
      if (!held.includes('cumulativeDecreased'))
        throw new Error(`${periodAt(12 + month)}: held for [${held}]`);
    }),
    { numRuns: 400 },
  );
});

t.test('a part and its whole that are swapped are held', async () => {
  const amounts = fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 9_999_999 }));
  fc.assert(
    fc.property(amounts, ([one, other]) => {
      const [part, whole] = [Math.min(one, other), Math.max(one, other)];
      const sheet = (partText: string, wholeText: string) =>
        holds(
          check(
            [
              figure('2017-11', { value: partText, indicator: { key: 'leading', partOf: 'output' } }),
              figure('2017-11', { value: wholeText }),
            ],
            {},
            { output: ['leading'] },
          ),
        );
      const rightly = sheet(String(part), String(whole)).length === 0;
      return rightly && (part === whole || sheet(String(whole), String(part)).length === 1);
    }),
  );
});
