const SECONDS_A_DAY = 86_400;
/** 31 December 9999, the last day that spreadsheets know. */
const LAST_DAY = 2_958_465;
/** Days from 1 January 1970 back to day 0 of the two systems: 30 December 1899, and 1 January 1904. */
const [DAY_ZERO_1900, DAY_ZERO_1904] = [-25_569, -24_107];
/** 29 February 1900, which there never was: spreadsheets count it, so days before it are one off. */
const FALSE_DAY = 60;

/**
 * A date as spreadsheets keep it, in days since the beginning of 1900 or 1904, as `2017-11-30`, with the time of day
 * where there is one, or as `08:30:00` below one day; null where it is no date.
 */
export function dateOfSerial(serial: string, since1904: boolean): string | null {
  const seconds = Math.round(Number(serial) * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  if (!(seconds >= 0 && day <= LAST_DAY)) return null;
  const time = timeOf(seconds - day * SECONDS_A_DAY);
  if (day === 0 && !since1904) return time;
  const date = since1904
    ? dateOfDay(day + DAY_ZERO_1904)
    : day === FALSE_DAY
      ? '1900-02-29'
      : dateOfDay(day + DAY_ZERO_1900 + (day < FALSE_DAY ? 1 : 0));
  return time === '00:00:00' ? date : `${date}T${time}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

function timeOf(seconds: number): string {
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}

/** The Gregorian date of a day counted from 1970, by eras of 400 years that begin in March. */
function dateOfDay(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const dayOfMonth = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}
