import { type AlertReason, type AlertState, isActive } from './alert-states.js';
import { NOTICE_TIME } from './duty.js';
import type { AlertEffect } from './lagging-alert.js';
import { toInstant } from './zoned-time.js';

/** When a year's notice is missed (domain.md §9): the hour of notices on 1 December of the year before. */
export function calendarMissedFrom(year: number, timeZone: string): Date {
  return toInstant(`${year - 1}-12-01`, NOTICE_TIME, timeZone);
}

export interface CalendarDecision {
  state: AlertState;
  reason: AlertReason;
  effects: AlertEffect[];
}

/**
 * What a look at the calendar does to the alert that a year's notice is missing: it is raised once it is missed, and
 * resolved by loading the notice, whenever that is. Null: nothing changes.
 */
export function decideCalendar(
  previous: AlertState | null,
  seen: { isLoaded: boolean; isMissed: boolean },
): CalendarDecision | null {
  if (previous === null) {
    return seen.isMissed && !seen.isLoaded
      ? { state: 'open', reason: 'raised', effects: ['create', 'enterLists', 'notify'] }
      : null;
  }
  if (!seen.isLoaded || previous === 'resolved') return null;
  // Whoever closed it knows.
  const effects: AlertEffect[] = isActive(previous) ? ['leaveLists', 'notify'] : [];
  return { state: 'resolved', reason: 'resolved', effects };
}
