import { type CheckFinding, checkFigures, type Period, type Printed, parsePeriod } from '@xushi/domain';
import t from 'tap';
import { readSeeds } from '../src/index.js';
import { facts, periodOf } from './facts.js';

const { catalogue, places } = readSeeds();
const indicators = new Map(
  catalogue.map((one) => [
    one.key,
    { ...one, formula: null, partOf: null, growthBasis: 'comparable' as const },
  ]),
);
const period = (text: string): Period => parsePeriod(text)!;

/** What a value is held for or told, the figures that came before it being in force. */
function told(
  key: string,
  { at, value, before }: { at: Period; value: Printed; before: ReadonlyMap<Period, Printed> },
): CheckFinding[] {
  const indicator = indicators.get(key)!;
  const figure = { monthValue: null, lastYear: null, yoy: null, target: null, operands: null, joined: null };
  return checkFigures([{ ...figure, indicator, period: at, value }], {
    figures: new Map([[key, before]]),
    parts: new Map(),
  });
}

t.test('no published figure is held, each beside the others of its place', async (t) => {
  for (const { place, figures } of places) {
    const series = new Map<string, Map<Period, Printed>>();
    for (const { org, indicator, period: at, value, unit } of figures) {
      if (value === null) continue;
      const before = series.get(`${org}/${indicator}`) ?? new Map<Period, Printed>();
      const printed = { text: value, unit: unit ?? indicators.get(indicator)!.unit };
      t.strictSame(
        told(indicator, { at: period(at), value: printed, before }),
        [],
        `${place.key} ${org} ${indicator}`,
      );
      series.set(`${org}/${indicator}`, before.set(period(at), printed));
    }
  }
});

t.test('nor is a fact that documents give for a month, a year before it or without one', async (t) => {
  const amounts = facts.filter(
    (fact, index) =>
      fact.kind === 'actual' && /^-?\d+(\.\d+)?$/.test(fact.value!) && periodOf(index + 1) !== null,
  );
  t.ok(amounts.length > 50, `${amounts.length} facts`);
  for (const fact of amounts) {
    const at = period(periodOf(facts.indexOf(fact) + 1)!);
    // The year before with a tenth less, month by month: the growth that such documents speak of.
    const before = new Map<Period, Printed>();
    for (let month = 1; month <= 12; month += 1) {
      const lastYear = (Number(fact.value) * 0.9 * month) / Number(at.slice(5));
      before.set(period(`${Number(at.slice(0, 4)) - 1}-${String(month).padStart(2, '0')}`), {
        text: lastYear.toFixed(4),
        unit: fact.unit!,
      });
    }
    const flow = { ...indicators.get('tax-paid')!, unit: fact.unit! };
    indicators.set('any', flow);
    const value = { text: fact.value!, unit: fact.unit! };
    for (const standing of [before, new Map<Period, Printed>()]) {
      t.strictSame(told('any', { at, value, before: standing }), [], `${fact.place} ${fact.indicator_zh}`);
    }
  }
});
