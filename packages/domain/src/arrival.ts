import type { WorkCalendar } from './work-calendar.js';
import { localDateOf } from './zoned-time.js';

/** A stretch in which a report stood: from its arrival until it was held, returned or taken back; null: it stands. */
export interface Stretch {
  from: Date;
  until: Date | null;
}

/** Working days within which a hold, a return or a withdrawal has to be answered for the first arrival to count. */
const ANSWER_WORKDAYS = 1;

/**
 * When a report counts as arrived (domain.md §9): its first arrival, as long as each hold or return was answered by the
 * end of the next working day; else the answer that came later than that. A report that is held on arrival is a
 * stretch of no length. Null: nothing stands now. `standings` in order of time.
 */
export function countingArrival(
  standings: readonly Stretch[],
  { calendar, timeZone }: { calendar: WorkCalendar; timeZone: string },
): Date | null {
  let arrival: Date | null = null;
  let left: Date | null = null;
  for (const { from, until } of standings) {
    if (arrival === null || (left !== null && !isAnswered(left, from))) arrival = from;
    left = until;
  }
  return left === null ? arrival : null;

  function isAnswered(asked: Date, answered: Date): boolean {
    const days = calendar.workdaysBetween(localDateOf(asked, timeZone), localDateOf(answered, timeZone));
    return days.days <= ANSWER_WORKDAYS;
  }
}
