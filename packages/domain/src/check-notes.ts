import type { CheckFinding } from './check-finding.js';
import { type Checked, lastYearOf } from './checked-figure.js';
import { exactText } from './exact-text.js';
import { Fraction } from './fraction.js';
import { previousPeriod } from './period.js';
import { type Amount, halfDigit } from './printed.js';
import { convert, unitWorth } from './units.js';

/** A base that is off by no more is not worth a word. */
const BASE_DIFFERENCE = Fraction.of(5);
const TEN_THOUSANDTH = Fraction.of(1, 10000);

/**
 * `sumMismatch` (domain.md §8): last month's cumulative figure in force + this month ≠ this cumulative figure, of flows
 * and counts. Only where there is a figure of the very month before, or the year begins with this month: the month of a
 * merged 1—2月 is nobody's sum.
 */
export function sumMismatch(about: Checked): CheckFinding | null {
  const { figure, value, unit, month } = about;
  const { indicator } = figure;
  if (indicator.type !== 'flow' && indicator.type !== 'count') return null;
  const monthValue = figure.monthValue && about.read(figure.monthValue);
  const before = month === 1 ? null : previousPeriod(figure.period);
  const previous = before === null ? NOTHING : about.at(before);
  if (!monthValue || !previous) return null;
  const sum = previous.value.plus(monthValue.value);
  if (sum.equals(value.value)) return null;
  const open = previous.half.plus(monthValue.half).plus(value.half);
  return {
    code: 'sumMismatch',
    severity: 'note',
    indicator: indicator.key,
    period: figure.period,
    field: 'monthValue',
    params: {
      value: exactText(value.value),
      unit,
      previousPeriod: before ?? '',
      previous: exactText(previous.value),
      monthValue: exactText(monthValue.value),
      sum: exactText(sum),
      withinRounding: open.compare(sum.minus(value.value).absolute()) > 0 ? 'true' : 'false',
    },
  };
}

/** January begins with nothing, exactly. */
const NOTHING: Amount = { value: Fraction.ZERO, half: Fraction.ZERO, whole: true };

/**
 * `baseMismatch` (domain.md §8): growth at current prices that does not follow from the two values. The base that value
 * and growth imply, within what their printed decimals leave open, does not meet last year's figure (the sheet's own,
 * else the one in force), and is over 5% of it away. Growth on a comparable basis has another base by right.
 */
export function baseMismatch(about: Checked): CheckFinding | null {
  const { figure, value, unit } = about;
  const { indicator, yoy } = figure;
  const ofSheet = figure.lastYear && about.read(figure.lastYear);
  const lastYear = ofSheet ?? lastYearOf(about);
  if (indicator.growthBasis !== 'current' || !['flow', 'count', 'stock'].includes(indicator.type))
    return null;
  if (yoy === null || !lastYear || lastYear.value.sign <= 0 || value.value.sign <= 0) return null;
  const growth = { value: Fraction.parse(yoy), half: halfDigit(yoy) };
  const [slow, shrunk, fast] = [
    growth.value.minus(growth.half),
    growth.value,
    growth.value.plus(growth.half),
  ].map((rate) => rate.plus(Fraction.HUNDRED).dividedBy(Fraction.HUNDRED)) as [Fraction, Fraction, Fraction];
  // A figure that lost all of last year's says nothing of it.
  if (slow.sign <= 0) return null;
  const base = value.value.dividedBy(shrunk);
  const least = value.value.minus(value.half).dividedBy(fast);
  const most = value.value.plus(value.half).dividedBy(slow);
  const difference = base.dividedBy(lastYear.value).minus(Fraction.ONE).times(Fraction.HUNDRED);
  if (difference.absolute().compare(BASE_DIFFERENCE) <= 0) return null;
  if (lastYear.value.plus(lastYear.half).atLeast(least) && most.atLeast(lastYear.value.minus(lastYear.half)))
    return null;
  return {
    code: 'baseMismatch',
    severity: 'note',
    indicator: indicator.key,
    period: figure.period,
    field: ofSheet ? 'lastYear' : 'yoy',
    params: {
      value: exactText(value.value),
      unit,
      yoy: exactText(growth.value),
      impliedBase: exactText(base),
      lastYear: exactText(lastYear.value),
      lastYearFrom: ofSheet ? 'sheet' : 'inForce',
      difference: exactText(difference),
    },
  };
}

/**
 * `coarse` (domain.md §8): half the last printed digit of an amount exceeds 1% of the year's target, so that the figure
 * cannot show its pace. Flows, and levels with decimals: what is counted whole has none to add.
 */
export function coarse({ figure, value, unit }: Checked): CheckFinding | null {
  const { indicator, target } = figure;
  const { type } = indicator;
  if (type !== 'flow' && !(type === 'stock' && figure.value?.text.includes('.'))) return null;
  const aim = target && convert(target, indicator.unit, unit);
  if (!aim || aim.sign === 0) return null;
  const share = value.half.times(Fraction.HUNDRED).dividedBy(aim.absolute());
  if (share.compare(Fraction.ONE) <= 0) return null;
  return {
    code: 'coarse',
    severity: 'note',
    indicator: indicator.key,
    period: figure.period,
    field: 'value',
    params: {
      value: exactText(value.value),
      unit,
      half: exactText(value.half),
      target: exactText(aim),
      share: exactText(share),
      finerUnit: unitWorth(unit, TEN_THOUSANDTH) ?? '',
    },
  };
}
