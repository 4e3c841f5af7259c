import type { Fault } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** How another system's code is written in place of one of our keys: `alias:{system}:{code}`. */
const ALIAS = /^alias:([a-z0-9][a-z0-9-]{0,79}):(.{1,100})$/su;

/** Where an org or an indicator is written, by the name of the member or parameter. */
const KINDS: Record<string, 'org' | 'indicator'> = {
  org: 'org',
  orgs: 'org',
  under: 'org',
  parent: 'org',
  indicator: 'indicator',
  indicators: 'indicator',
  partOf: 'indicator',
};

export const ALIAS_PREFIX = 'alias:';

/** One place where an alias stands. */
interface Found {
  kind: 'org' | 'indicator';
  text: string;
  pointer: string;
  put(key: string): void;
}

/**
 * The value (a body, a query, many bodies in a list) with our keys where it had other systems' codes, and every code
 * that nobody knows or that lies outside the transaction's scope as `unknownAlias`. What was given is left as it is. One
 * query, and none where there is no alias.
 */
export async function withOurKeys<T>(tx: Transaction, given: T): Promise<{ value: T; faults: Fault[] }> {
  const found: Found[] = [];
  const value = copied(given, { kind: null, pointer: '', found }) as T;
  const keys = await ourKeys(tx, found);
  const faults: Fault[] = [];
  for (const { kind, text, pointer, put } of found) {
    const key = keys.get(`${kind} ${text}`);
    if (key === undefined) faults.push({ pointer, code: 'unknownAlias', params: { alias: text } });
    else put(key);
  }
  return { value, faults };
}

/** A copy of what has an alias below; what is put later goes into the copy. */
function copied(
  value: unknown,
  at: { kind: 'org' | 'indicator' | null; pointer: string; found: Found[] },
): unknown {
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    value.forEach((entry, position) => {
      const place = { ...at, pointer: `${at.pointer}/${position}` };
      copy.push(entryOf(entry, place, (key) => copy.splice(position, 1, key)));
    });
    return copy;
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    const kind = Object.hasOwn(KINDS, name) ? (KINDS[name] ?? null) : null;
    const place = { ...at, kind, pointer: `${at.pointer}/${escaped(name)}` };
    copy[name] = entryOf(entry, place, (key) => {
      copy[name] = key;
    });
  }
  return copy;
}

function entryOf(entry: unknown, at: Parameters<typeof copied>[1], put: (key: string) => void): unknown {
  if (typeof entry === 'object') return copied(entry, at);
  if (at.kind !== null && typeof entry === 'string' && entry.startsWith(ALIAS_PREFIX)) {
    at.found.push({ kind: at.kind, text: entry, pointer: at.pointer, put });
  }
  return entry;
}

/** Our keys by `kind alias`. */
async function ourKeys(tx: Transaction, found: readonly Found[]): Promise<Map<string, string>> {
  const asked = new Map<string, { kind: string; system: string; code: string }>();
  for (const { kind, text } of found) {
    const [, system, code] = ALIAS.exec(text) ?? [];
    if (system !== undefined && code !== undefined) asked.set(`${kind} ${text}`, { kind, system, code });
  }
  if (asked.size === 0) return new Map();
  const rows = await tx.execute<{ kind: string; system: string; code: string; key: string }>(sql`
    SELECT kind, system, code, key FROM xushi_our_keys(${JSON.stringify([...asked.values()])}::text::jsonb)`);
  return new Map(
    rows.map(({ kind, system, code, key }) => [`${kind} ${ALIAS_PREFIX}${system}:${code}`, key]),
  );
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
