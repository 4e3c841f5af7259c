import { Problem } from './problem.js';

/** One page of a list, in the order of a growing number. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface PageRequest {
  limit: number;
  /** Rows after this number. */
  after: number;
}

const MOST_ROWS = 500;

/** Reads `?limit=&cursor=`. Throws `Problem` for a cursor that was not given out. */
export function readPage(query: Record<string, string | undefined>): PageRequest {
  const limit =
    query.limit === undefined ? 100 : /^\d{1,4}$/.test(query.limit) ? Number(query.limit) : Number.NaN;
  if (!(limit >= 1 && limit <= MOST_ROWS)) {
    const params = { message: `limit 应为 1—${MOST_ROWS} / must be 1 to ${MOST_ROWS}` };
    throw new Problem('invalid', { faults: [{ pointer: '/limit', code: 'shape', params }] });
  }
  if (query.cursor === undefined) return { limit, after: 0 };
  const text = Buffer.from(query.cursor, 'base64url').toString('latin1');
  if (!/^\d{1,15}$/.test(text))
    throw new Problem('invalid', { faults: [{ pointer: '/cursor', code: 'notACursor' }] });
  return { limit, after: Number(text) };
}

/** Cuts rows fetched with `limit + 1` to a page. */
export function pageOf<R, T>(
  rows: R[],
  of: { limit: number; positionOf: (row: R) => number; show: (row: R) => T },
): Page<T> {
  const shown = rows.slice(0, of.limit);
  const last = shown.at(-1);
  const more = rows.length > of.limit && last !== undefined;
  return {
    data: shown.map(of.show),
    nextCursor: more ? cursorOf(of.positionOf(last)) : null,
  };
}

/** A page of a list that is short enough to be read whole; without `limit` all of it. Throws `Problem`. */
export function pageOfWhole<T>(rows: readonly T[], query: Record<string, string | undefined>): Page<T> {
  const { limit, after } = readPage(query);
  const end = query.limit === undefined ? rows.length : after + limit;
  return { data: rows.slice(after, end), nextCursor: end < rows.length ? cursorOf(end) : null };
}

const cursorOf = (position: number): string => Buffer.from(String(position)).toString('base64url');
