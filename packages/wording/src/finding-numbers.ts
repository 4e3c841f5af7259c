import { exactText, Fraction, readExact } from '@xushi/domain';
import type { Language } from './language.js';
import { decimal, MINUS, MOST_DECIMALS } from './number-words.js';
import { unitName } from './unit-name.js';

/** Digits that a derived number is read with. */
const DIGITS = 4;

/** 30000万元, 0.3亿元: a number as it was given, with its unit. */
export function given(text: string, unit: string, language: Language): string {
  return withUnit(text.replace('-', MINUS), unit, language);
}

/** A derived number with its unit: as it is where four digits do, else rounded to them, 约 before it. */
export function derived(text: string, unit: string, language: Language): string {
  const value = readExact(text);
  const decimals = decimalsFor(value);
  const printed = value.toDecimal(decimals);
  const exact = Fraction.parse(printed).equals(value);
  const about = exact ? '' : language === 'zh' ? '约' : 'about ';
  return `${about}${withUnit(trimmed(decimal(value, decimals)), unit, language)}`;
}

/** A number that is read beside another, with as many decimals as keep them apart: 10.004 is not 10.00 beside 10. */
export function apart(text: string, other: string, least: number): string {
  const [value, bound] = [readExact(text), readExact(other)];
  let decimals = least;
  const reads = () => Fraction.parse(value.toDecimal(decimals)).compare(bound);
  while (decimals < MOST_DECIMALS && reads() !== value.compare(bound)) decimals += 1;
  return decimal(value, decimals);
}

/** How many times one number is another, of a part how many parts: 约10101. */
export function times(ratio: string, language: Language): string {
  const value = readExact(ratio);
  return derived(
    exactText(value.lessThan(Fraction.ONE) ? Fraction.ONE.dividedBy(value) : value),
    '',
    language,
  );
}

/** Decimals that give a number four digits, its whole part never cut. */
function decimalsFor(value: Fraction): number {
  const size = value.absolute();
  if (size.atLeast(Fraction.ONE)) return Math.max(0, DIGITS - size.floor().numerator.toString().length);
  let decimals = DIGITS - 1;
  for (let least = size; least.sign > 0 && least.lessThan(Fraction.of(1, 10)); decimals += 1)
    least = least.times(Fraction.of(10));
  return decimals;
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

function withUnit(text: string, unit: string, language: Language): string {
  const name = unitName(unit, language);
  return language === 'zh' || unit === '%' || name === '' ? `${text}${name}` : `${text} ${name}`;
}
