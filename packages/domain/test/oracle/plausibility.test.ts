import fc from 'fast-check';
import t from 'tap';
import { Fraction, type Period } from '../../src/index.js';
import { powerOff } from '../../src/power-off.js';
import { check, figure } from '../checking.js';
import { jumps, slipOf, type TwoYears } from './plausibility.js';

/** Two years of a flow: steady, seasonal or wild months, some missing, the judged one often off by a power of ten. */
const twoYears: fc.Arbitrary<TwoYears & { decimals: number }> = fc
  .record({
    magnitude: fc.integer({ min: 0, max: 15 }),
    decimals: fc.integer({ min: 0, max: 4 }),
    spread: fc.constantFrom(0, 10, 100, 900),
    months: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 24, maxLength: 24 }),
    still: fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 8 }),
    missing: fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 6 }),
    first: fc.constantFrom(0, 0, 5, 12),
    place: fc.integer({ min: 12, max: 23 }),
    lastYearLevel: fc.constantFrom(1000n, 1000n, 300n, 2500n),
    slip: fc.constantFrom(
      [1n, 1n],
      [10n, 1n],
      [1n, 10n],
      [10_000n, 1n],
      [1n, 10_000n],
      [100_000n, 1n],
      [2n, 1n],
    ),
    leap: fc.constantFrom(0, 0, 2, 3, 5, 40),
    noJanuary: fc.boolean(),
    plan: fc.constantFrom(null, null, 1n, 12n, 30n),
  })
  .map((drawn) => {
    const unit = 10n ** BigInt(drawn.magnitude);
    const months = drawn.months.map((month, place) => {
      if (drawn.still.includes(place)) return BigInt(month % 30) * unit;
      const steady = BigInt(1000 + Math.floor((month - 500) * (drawn.spread / 1000))) * unit;
      return place < 12 ? (steady * drawn.lastYearLevel) / 1000n : steady;
    });
    months[drawn.place]! += BigInt(drawn.leap) * 1000n * unit;
    let sum = 0n;
    const figures = months.map((month, place): bigint | null => {
      sum = place % 12 === 0 ? month : sum + month;
      if (place === drawn.place) return (sum * drawn.slip[0]!) / drawn.slip[1]!;
      return place < drawn.first || place > drawn.place || drawn.missing.includes(place) ? null : sum;
    });
    const target = drawn.plan && drawn.plan * 1000n * unit;
    const place = drawn.noJanuary && drawn.place === 12 ? 13 : drawn.place;
    if (place !== drawn.place) figures[place] = figures[12]!;
    return { figures, place, noJanuary: drawn.noJanuary, target, decimals: drawn.decimals };
  });

const periodAt = (place: number) =>
  `${place < 12 ? 2016 : 2017}-${String((place % 12) + 1).padStart(2, '0')}` as Period;

const shifted = (digits: bigint, decimals: number): string =>
  Fraction.of(digits, 10n ** BigInt(decimals)).toDecimal(decimals);

function heldFor({ figures, place, noJanuary, target, decimals }: TwoYears & { decimals: number }) {
  const print = (value: bigint) => shifted(value, decimals);
  const output: Record<string, string> = {};
  figures.forEach((value, at) => {
    if (value !== null && at !== place) output[periodAt(at)] = print(value);
  });
  const judged = figure(periodAt(place), {
    value: print(figures[place]!),
    indicator: { noJanuary },
    ...(target === null ? {} : { target: print(target) }),
  });
  const findings = check(judged, { output });
  const slip = findings.find((finding) => finding.code === 'unitSlip');
  return {
    slip: slip?.code === 'unitSlip' ? Number(slip.params.power) : null,
    decreased: findings.some((finding) => finding.code === 'cumulativeDecreased'),
    jump: findings.some((finding) => finding.code === 'jump'),
  };
}

t.test('unit slips and jumps are those of the written rules', async (t) => {
  const seen = { slips: 0, tenfold: 0, jumps: 0, fine: 0 };
  fc.assert(
    fc.property(twoYears, (years) => {
      const found = heldFor(years);
      const slip = slipOf(years);
      const jump = slip === null && !found.decreased && jumps(years);
      if (found.slip !== slip) throw new Error(`slip ${found.slip}, by the rules ${slip}`);
      if (found.jump !== jump) throw new Error(`jump ${found.jump}, by the rules ${jump}`);
      seen.slips += slip === null ? 0 : 1;
      seen.tenfold += slip === 1 ? 1 : 0;
      seen.jumps += jump ? 1 : 0;
      seen.fine += slip === null && !jump ? 1 : 0;
    }),
    { numRuns: 4000 },
  );
  for (const [kind, times] of Object.entries(seen)) t.ok(times > 20, `${kind} were among them: ${times}`);
});

t.test('a power of ten to the last digit, from 10^-4 to 10^12', async (t) => {
  // 10^0.3 and 10^0.7 in 40 places: a hair below and above is decided by the last.
  const bounds = [
    ['0.5011872336272722850015541868849457680604', '0.5011872336272722850015541868849457680605'],
    ['1.9952623149688796013524553967395355579862', '1.9952623149688796013524553967395355579863'],
  ].map((pair) => pair.map((text) => Fraction.parse(text)));
  const ten = (k: number) => (k < 0 ? Fraction.of(1n, 10n ** BigInt(-k)) : Fraction.of(10n ** BigInt(k)));
  fc.assert(
    fc.property(
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -4, max: 12 }),
      fc.integer({ min: 1, max: 999_999 }),
      (k, magnitude, digits) => {
        const reference = ten(magnitude).times(Fraction.of(digits));
        const held = (factor: Fraction) =>
          powerOff(reference.times(factor).times(ten(k)).dividedBy(reference));
        const expected = [1, -1, 4, -4, 5, -5, 8, -8].includes(k) ? k : null;
        const [[low, inLow], [inHigh, high]] = bounds as [[Fraction, Fraction], [Fraction, Fraction]];
        for (const factor of [inLow, Fraction.ONE, inHigh]) if (held(factor) !== expected) return false;
        // Beside the window of k there is none: the powers of §8 are far enough apart.
        return held(low) === null && held(high) === null;
      },
    ),
    { numRuns: 500 },
  );
  t.equal(powerOff(Fraction.ZERO), null);
  t.equal(powerOff(Fraction.of(-10)), null);
});
