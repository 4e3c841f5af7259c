import { type Period, parsePeriod } from '@xushi/domain';
import { parseMoment } from '@xushi/platform';
import { type Fault, Problem, type ProblemCode } from '@xushi/protocol';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A year of the query string, or null. Throws `Problem`. */
export function readYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^(19|20)\d{2}$|^2100$/.test(text)) return Number(text);
  throw refused('/year', 'shape', { message: 'year must read YYYY' });
}

/** A period of the query string, or null. Throws `Problem`. */
export function readPeriod(text: string | undefined, name = 'period'): string | null {
  if (text === undefined) return null;
  if (parsePeriod(text)) return text;
  throw refused(`/${name}`, 'notAPeriod');
}

/** A word of a closed vocabulary in the query string, or null. Throws `Problem`. */
export function readWord<W extends string>(
  text: string | undefined,
  of: { name: string; words: readonly W[] },
): W | null {
  if (text === undefined) return null;
  const known = of.words.find((word) => word === text);
  if (known !== undefined) return known;
  throw refused(`/${of.name}`, 'shape', { message: `${of.name}：${of.words.join(', ')}` });
}

/** A word that a query cannot do without. Throws `Problem`. */
export function neededWord(text: string | undefined, name: string): string {
  if (text !== undefined && text !== '') return text;
  throw refused(`/${name}`, 'shape', { message: `请给出 ${name} / give ${name}` });
}

/** A period that a query cannot do without. Throws `Problem`. */
export function neededPeriod(text: string | undefined): Period {
  const period = text === undefined ? null : parsePeriod(text);
  if (period !== null) return period;
  throw refused('/period', 'notAPeriod');
}

/** A moment of the query string, ISO 8601 with its zone, or null. Throws `Problem`. */
export function readMoment(text: string | undefined, name: string): Date | null {
  if (text === undefined) return null;
  // A plus in a query string that nobody escaped arrives as a blank.
  const moment = parseMoment(text.replace(/ (?=\d\d:\d\d$)/, '+'));
  if (moment) return moment;
  throw refused(`/${name}`, 'notAMoment');
}

/** An id in the path. Anything else names nothing: throws `Problem` 404. */
export function readId(text: string | undefined): string {
  if (text !== undefined && UUID.test(text)) return text.toLowerCase();
  throw new Problem('notFound');
}

function refused(pointer: string, code: ProblemCode, params?: Record<string, string>): Problem {
  const fault: Fault = params ? { pointer, code, params } : { pointer, code };
  return new Problem('invalid', { faults: [fault] });
}
