import { type Fault, Problem } from '@xushi/protocol';

/** How much a body may hold, beyond its size in bytes. No call needs a tenth of it. */
export const JSON_LIMITS = {
  /** Objects and arrays inside one another. */
  depth: 32,
  /** Members and elements, together. */
  entries: 200_000,
  /** Characters of one string, names of members among them. */
  characters: 65_536,
  /** Characters of one number. */
  digits: 1000,
} as const;

/** A decimal of so many digits comes back from a binary floating-point number as it went in. */
const SAFE_DIGITS = 15;

/** A body with more wrong than this is told of the first ones. */
const MOST_FAULTS = 1000;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /[ \t\n\r]*/y;
/** A character that no column of the database can hold: NUL, or half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/**
 * Reads JSON exactly (RFC 8259) and within bounds. A number that a binary floating-point number would change arrives
 * as its own text, which every decimal field takes. Throws `Problem`: 400 `bodyNotJson` for what is no JSON, 400
 * `bodyTooComplex` beyond a limit, and 422 with every place that names a member twice, holds text that cannot be
 * stored, or would reach for an object's prototype.
 */
export function readJson(text: string): unknown {
  const faults: Fault[] = [];
  const fault = (found: Fault) => {
    if (faults.length < MOST_FAULTS) faults.push(found);
  };
  let at = 0;
  let entries = 0;

  const notJson = () => new Problem('bodyNotJson');
  const beyond = (limit: string) => new Problem('bodyTooComplex', { params: { limit } });
  const skipBlank = () => {
    const code = text.charCodeAt(at);
    if (code > 32) return;
    BLANK.lastIndex = at;
    BLANK.test(text);
    at = BLANK.lastIndex;
  };
  const take = (character: string): boolean => {
    if (text[at] !== character) return false;
    at += 1;
    skipBlank();
    return true;
  };
  const countEntry = () => {
    entries += 1;
    if (entries > JSON_LIMITS.entries) throw beyond(`${JSON_LIMITS.entries} 项 / entries`);
  };

  /** A string from its first quote; what is after it is next. `place` names it where it cannot be stored. */
  const readString = (place: () => string): string => {
    const start = at + 1;
    let escaped = false;
    for (at = start; ; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) break;
      if (code === 92) {
        escaped = true;
        at += 1;
      } else if (!(code >= 32)) throw notJson();
    }
    const length = at - start;
    if (length > JSON_LIMITS.characters) throw beyond(`${JSON_LIMITS.characters} 个字符 / characters`);
    at += 1;
    const raw = text.slice(start, start + length);
    skipBlank();
    if (!escaped) return raw;
    let read: string;
    try {
      read = JSON.parse(`"${raw}"`) as string;
    } catch {
      throw notJson();
    }
    if (UNSTORABLE.test(read)) fault({ pointer: place(), code: 'textNotStorable' });
    return read;
  };

  const readNumber = (): number | string => {
    NUMBER.lastIndex = at;
    if (!NUMBER.test(text)) throw notJson();
    const read = text.slice(at, NUMBER.lastIndex);
    if (read.length > JSON_LIMITS.digits) throw beyond(`${JSON_LIMITS.digits} 位数字 / digits`);
    at = NUMBER.lastIndex;
    skipBlank();
    return numberOf(read);
  };

  const readObject = (pointer: string, depth: number): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    at += 1;
    skipBlank();
    if (take('}')) return object;
    do {
      if (text[at] !== '"') throw notJson();
      countEntry();
      const name = readString(() => pointer);
      const place = `${pointer}/${escapePointer(name)}`;
      if (!take(':')) throw notJson();
      const value = readValue(place, depth);
      if (name === '__proto__') fault({ pointer: place, code: 'unknownField', params: { field: name } });
      else if (Object.hasOwn(object, name))
        fault({ pointer: place, code: 'memberTwice', params: { field: name } });
      else object[name] = value;
    } while (take(','));
    if (!take('}')) throw notJson();
    return object;
  };

  const readArray = (pointer: string, depth: number): unknown[] => {
    const array: unknown[] = [];
    at += 1;
    skipBlank();
    if (take(']')) return array;
    do {
      countEntry();
      array.push(readValue(`${pointer}/${array.length}`, depth));
    } while (take(','));
    if (!take(']')) throw notJson();
    return array;
  };

  const readWord = (word: string, value: boolean | null) => {
    if (!text.startsWith(word, at)) throw notJson();
    at += word.length;
    skipBlank();
    return value;
  };

  const readValue = (pointer: string, depth: number): unknown => {
    const first = text[at];
    if (first === '"') return readString(() => pointer);
    if (first === '{' || first === '[') {
      if (depth === JSON_LIMITS.depth) throw beyond(`${JSON_LIMITS.depth} 层 / levels`);
      return first === '{' ? readObject(pointer, depth + 1) : readArray(pointer, depth + 1);
    }
    if (first === 't') return readWord('true', true);
    if (first === 'f') return readWord('false', false);
    if (first === 'n') return readWord('null', null);
    return readNumber();
  };

  skipBlank();
  const value = readValue('', 0);
  if (at < text.length) throw notJson();
  if (faults.length > 0) throw new Problem('invalid', { faults });
  return value;
}

function numberOf(text: string): number | string {
  const value = Number(text);
  const digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
  return Number.isFinite(value) && digits.length <= SAFE_DIGITS ? value : text;
}

const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
