import { sha256 } from '@xushi/platform';

/**
 * One text for one value: keys in order, nothing between the parts. A jsonb column forgets the order in which
 * keys were written; this brings the same bytes back.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${fields.join(',')}}`;
}

/** The SHA-256 of a value's canonical JSON, in hex. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value)).toString('hex');
}
