import { convert, Fraction } from '@xushi/domain';
import type { Language } from './language.js';
import type { NamedIndicator } from './subject.js';
import { unitName } from './unit-name.js';

/** The minus sign of texts and tables for people; data keeps the ASCII hyphen. */
export const MINUS = '−';

/** Decimals of rates and percentage points in sentences (domain.md §2, §12). */
export const SENTENCE_DECIMALS = 1;

/** Decimals from which the search for a line that adds up begins. */
export const LEAST_DECIMALS = 2;

/** A figure of 30 digits in a unit of 10⁸ has no more decimals. */
export const MOST_DECIMALS = 38;

/** How many decimals beyond the usual ones a number may have and still stand exactly as it is. */
const MORE_DECIMALS = 6;

/** A number for people: rounded once, half away from zero, with a true minus sign. */
export function decimal(value: Fraction, decimals: number): string {
  return value.toDecimal(decimals).replace('-', MINUS);
}

/** The same with its sign always said: +0.33, −10.19; 0 has none. */
export function signed(value: Fraction, decimals: number): string {
  const text = decimal(value, decimals);
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** Whether a number that is rounded reads as 0. */
export function roundsToZero(value: Fraction, decimals: number): boolean {
  return !/[1-9]/.test(value.toDecimal(decimals));
}

/** As many decimals from `decimals` on as keep a number that is not 0 from reading as 0. */
export function decimalsThatTell(value: Fraction, decimals: number): number {
  let enough = decimals;
  while (value.sign !== 0 && roundsToZero(value, enough)) enough += 1;
  return enough;
}

/**
 * As many decimals from `decimals` on as keep the rounded number on the side of every bound that it lies on:
 * −9.996 is not −10.00 next to “≤ −10”. A bound that no decimal ends is never met: there the most that are read.
 */
export function decimalsThatCompare(value: Fraction, bounds: readonly Fraction[], decimals: number): number {
  let enough = decimals;
  const holds = (bound: Fraction) =>
    Fraction.parse(value.toDecimal(enough)).compare(bound) === value.compare(bound);
  while (enough < MOST_DECIMALS && !bounds.every(holds)) enough += 1;
  return enough;
}

/** Exactly as it is (55, 21.5); one that no short decimal ends with `decimals` decimals. */
export function asGiven(value: Fraction, decimals: number): string {
  return shortDecimal(value, decimals + MORE_DECIMALS) ?? decimal(value, decimals);
}

/** Exactly as it is, where `most` decimals are enough for it; else null. */
export function shortDecimal(value: Fraction, most: number = MORE_DECIMALS): string | null {
  const exact = value.toExactDecimal();
  return exact !== null && decimalsOf(exact) <= most ? exact.replace('-', MINUS) : null;
}

/** How many decimals a printed number has. */
export function decimalsOf(text: string): number {
  return (text.split('.')[1] ?? '').length;
}

/** The unit that leaders read, the figures' own where the two measure different things. */
export function reportUnitOf(indicator: NamedIndicator): string {
  return convert(Fraction.ONE, indicator.unit, indicator.reportUnit) ? indicator.reportUnit : indicator.unit;
}

/** A number of the indicator in the unit that leaders read, exact. */
export function inReportUnit(value: Fraction, indicator: NamedIndicator): Fraction {
  return convert(value, indicator.unit, indicator.reportUnit) ?? value;
}

/** Decimals at which the indicator's amounts are read: those of its report unit. */
export function reportDecimalsOf(indicator: NamedIndicator): number {
  return reportUnitOf(indicator) === indicator.reportUnit ? indicator.reportDecimals : indicator.decimals;
}

/** Decimals of the percentage points of an indicator that is a percentage itself: those it is read with. */
export function pointDecimalsOf(indicator: NamedIndicator): number {
  return Math.max(reportDecimalsOf(indicator), SENTENCE_DECIMALS);
}

/** Decimals of a gap in points: growth goes with one, a share is read with its own. */
export function gapDecimalsOf(indicator: NamedIndicator, growth: boolean): number {
  const isShare = indicator.type === 'ratio' || indicator.type === 'stock';
  return isShare && !growth ? pointDecimalsOf(indicator) : SENTENCE_DECIMALS;
}

/**
 * 50.6亿元: an amount as leaders read it. What is derived of a whole number (a monthly need) and is not whole
 * itself has one decimal.
 */
export function amount(value: Fraction, indicator: NamedIndicator, language: Language): string {
  const reported = inReportUnit(value, indicator);
  const usual = reportDecimalsOf(indicator);
  const decimals = usual === 0 && !reported.isWhole && wholeByNature(indicator) ? 1 : usual;
  const text = decimal(reported, decimalsThatTell(reported, decimals));
  const unit = unitName(reportUnitOf(indicator), language);
  return language === 'zh' || unit === '%' ? `${text}${unit}` : `${text} ${unit}`.trimEnd();
}

/** 0.3个百分点, without a sign. */
export function points(value: Fraction, decimals: number, language: Language): string {
  const text = decimal(value.absolute(), decimals);
  return language === 'zh' ? `${text}个百分点` : `${text} percentage points`;
}

function wholeByNature({ type, unit, reportUnit }: NamedIndicator): boolean {
  return type === 'count' || (type === 'stock' && unit === reportUnit);
}
