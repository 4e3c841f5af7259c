import type { Fraction } from './fraction.js';

/**
 * Last year's cumulative figures, months 1…12 at positions 0…11, as one series of the grade that the full year has
 * (domain.md §5): months of another grade are left out. Undefined without a full year.
 */
export function lastYearSeries(
  months: readonly ({ grade: string; value: Fraction | null } | null | undefined)[],
): (Fraction | null)[] | undefined {
  const grade = months[11]?.grade;
  if (grade === undefined) return undefined;
  return Array.from({ length: 12 }, (_, index) => {
    const month = months[index];
    return month && month.grade === grade ? month.value : null;
  });
}
