import { dayNumberOf } from './work-calendar.js';

/**
 * Local dates and times of an IANA time zone, both ways. Instants are Dates; local dates `YYYY-MM-DD`, local
 * times `HH:MM` (00:00 … 23:59). All throw RangeError for an unknown zone or an impossible date or time.
 */

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using one does. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** What calendar and clock show in the zone. */
function shown(instant: Date, timeZone: string) {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}`, second };
}

/** The date in the zone at an instant. */
export function localDateOf(instant: Date, timeZone: string): string {
  return shown(instant, timeZone).date;
}

/** The time in the zone at an instant, seconds dropped. */
export function localTimeOf(instant: Date, timeZone: string): string {
  return shown(instant, timeZone).time;
}

/**
 * The instant at which a zone's clocks show a date and time. Where they show it twice (clocks set back), the
 * first; where never (set forward), the time is read on the clock as it ran before, so 02:30 becomes 03:30.
 */
export function toInstant(localDate: string, time: string, timeZone: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time HH:MM: ${time.slice(0, 40)}`);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const asUtc = dayNumberOf(localDate) * MS_PER_DAY + minutes * MS_PER_MINUTE;
  // No zone is a day away from UTC, so the offset in force is one of a day before and a day after.
  const before = asUtc - offsetAt(asUtc - MS_PER_DAY, timeZone);
  const after = asUtc - offsetAt(asUtc + MS_PER_DAY, timeZone);
  const fits = [before, after].filter((instant) => instant + offsetAt(instant, timeZone) === asUtc);
  return new Date(fits.length === 0 ? before : Math.min(...fits));
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const { date, time, second } = shown(new Date(instant), timeZone);
  const local = Date.parse(`${date}T${time}:${second}Z`);
  return local - Math.floor(instant / 1_000) * 1_000;
}
