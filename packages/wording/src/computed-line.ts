import { type Evaluation, Fraction } from '@xushi/domain';
import type { Language } from './language.js';
import { asGiven, decimal, MOST_DECIMALS, shortDecimal } from './number-words.js';
import type { ComputedFrom, Operand, WordingContext } from './subject.js';
import { unitName } from './unit-name.js';

/**
 * How a computed figure comes about (domain.md §4): 工业集中度 = 50.6 ÷ 72.48 × 100 = 69.81%（分子：…；分母：…）.
 * The operands have as many decimals as it takes to come to the printed figure. Null where nothing is computed.
 */
export function computedLine(
  { origin, figure }: Pick<Evaluation, 'origin' | 'figure'>,
  { computed, indicator }: Pick<WordingContext, 'computed' | 'indicator'>,
  { decimals, language = 'zh' }: { decimals: number; language?: Language },
): string | null {
  if (origin !== 'computed' || !figure || !computed || computed.denominator.value.sign === 0) return null;
  const { numerator, denominator, scale } = computed;
  const result = quotient(numerator.value, denominator.value, scale);
  const printed = decimal(result, decimals);
  const enough = operandDecimals(computed, (above, below) => {
    return below.sign !== 0 && decimal(quotient(above, below, scale), decimals) === printed;
  });
  const times = scale.equals(Fraction.ONE) ? '' : ` × ${asGiven(scale, 0)}`;
  const [above, below] = [numerator, denominator].map(
    ({ value }) => shortDecimal(value) ?? decimal(value, enough),
  );
  const unit = unitName(indicator.unit, language);
  const spaced = language === 'en' && unit !== '%' && unit !== '' ? ` ${unit}` : unit;
  const line = `${indicator.name} = ${above} ÷ ${below}${times} = ${printed}${spaced}`;
  return `${line}${operandNames(computed, language)}`;
}

function quotient(above: Fraction, below: Fraction, scale: Fraction): Fraction {
  return above.dividedBy(below).times(scale);
}

/** The fewest decimals of both operands with which the division comes to what is printed. */
function operandDecimals(
  { numerator, denominator }: ComputedFrom,
  holds: (above: Fraction, below: Fraction) => boolean,
): number {
  const as = (value: Fraction, decimals: number) =>
    shortDecimal(value) === null ? Fraction.parse(value.toDecimal(decimals)) : value;
  const at = (decimals: number) => holds(as(numerator.value, decimals), as(denominator.value, decimals));
  let decimals = 2;
  while (decimals < MOST_DECIMALS && !at(decimals)) decimals += 1;
  return decimals;
}

/** （分子：园区规模以上工业总产值，亿元；分母：双牌县规模以上工业总产值，亿元）; nothing for operands without a name. */
function operandNames({ numerator, denominator }: ComputedFrom, language: Language): string {
  if (numerator.name === '' || denominator.name === '') return '';
  const named = ({ name, unit }: Operand) => {
    const said = unitName(unit, language);
    return said === '' ? name : `${name}${language === 'zh' ? '，' : ', '}${said}`;
  };
  return language === 'zh'
    ? `（分子：${named(numerator)}；分母：${named(denominator)}）`
    : ` (numerator: ${named(numerator)}; denominator: ${named(denominator)})`;
}
