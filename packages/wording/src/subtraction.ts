import { type Evaluation, type Fraction, judgedInPoints } from '@xushi/domain';
import { addUp } from './add-up.js';
import type { Language } from './language.js';
import { decimal, inReportUnit, LEAST_DECIMALS, reportUnitOf, shortDecimal, signed } from './number-words.js';
import type { WordingContext } from './subject.js';
import { unitName } from './unit-name.js';

/** first − second = result, each as exact as it is or with enough decimals to add up. */
export function subtraction({
  first,
  second,
  result,
  context,
  measure,
  language,
}: {
  first: Fraction;
  second: Fraction;
  result: Fraction;
  context: WordingContext;
  measure: Evaluation['measure'];
  language: Language;
}): string {
  const { indicator } = context;
  const inPoints = judgedInPoints({ ...indicator, measure });
  const [a, b, c] = inPoints
    ? [first, second, result]
    : [first, second, result].map((value) => inReportUnit(value, indicator));
  const unit = inPoints ? '%' : unitName(reportUnitOf(indicator), language);
  const resultUnit = inPoints ? (language === 'zh' ? '个百分点' : ' percentage points') : unit;
  const space = language === 'en' && unit !== '%' && unit !== '' ? ' ' : '';
  const written = differenceWritten(a!, b!, c!);
  return `${written.first}${space}${unit} − ${written.second}${space}${unit} = ${written.result}${inPoints ? '' : space}${resultUnit}${written.adds ? '' : language === 'zh' ? '（四舍五入）' : ' (rounded)'}`;
}

/**
 * With how many decimals the three numbers still stand exactly as they are: rounded, −4.99999999 would read as the
 * −5.00 that decides for another light.
 */
const MOST_EXACT_DECIMALS = 12;

/** The three numbers in print; `adds` is false where no number of decimals makes them add up. */
export function differenceWritten(first: Fraction, second: Fraction, result: Fraction) {
  const [a, b, c] = [first, second, result].map((value) => shortDecimal(value, MOST_EXACT_DECIMALS));
  if (a && b && c) return { first: a, second: b, result: `${result.sign > 0 ? '+' : ''}${c}`, adds: true };
  const { decimals, adds } = addUp([first, second.negated()], result, LEAST_DECIMALS);
  return {
    first: decimal(first, decimals),
    second: decimal(second, decimals),
    result: signed(result, decimals),
    adds,
  };
}
