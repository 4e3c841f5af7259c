import { type Evaluation, type Fraction, judgedInPoints } from '@xushi/domain';
import { addUp } from './add-up.js';
import type { Language } from './language.js';
import {
  asGiven,
  decimal,
  inReportUnit,
  LEAST_DECIMALS,
  reportUnitOf,
  shortDecimal,
  signed,
} from './number-words.js';
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

/** The three numbers in print; `adds` is false where no number of decimals makes them add up. */
export function differenceWritten(first: Fraction, second: Fraction, result: Fraction) {
  const exact = [first, second, result].every((value) => shortDecimal(value) !== null);
  if (exact) {
    const text = asGiven(result, 0);
    const plus = result.sign > 0 ? '+' : '';
    return { first: asGiven(first, 0), second: asGiven(second, 0), result: `${plus}${text}`, adds: true };
  }
  const { decimals, adds } = addUp([first, second.negated()], result, LEAST_DECIMALS);
  return {
    first: decimal(first, decimals),
    second: decimal(second, decimals),
    result: signed(result, decimals),
    adds,
  };
}
