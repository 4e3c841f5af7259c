import type { Printed } from '@xushi/domain';

/** A number as it was filled in, where that is known; else as it is kept, in the indicator's unit. */
export function printedOf(
  figure: { value: string | null; givenValue: string | null; givenUnit: string | null },
  unit: string,
): Printed | null {
  const { value, givenValue, givenUnit } = figure;
  if (value === null) return null;
  // What was given as a number with an exponent is no plain text any more.
  return givenUnit !== null && givenValue !== null && /^-?\d+(\.\d+)?$/.test(givenValue)
    ? { text: givenValue, unit: givenUnit }
    : { text: value, unit };
}
