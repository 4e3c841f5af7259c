import type { County } from '../county.js';

/** Who was told what of warnings, in order. */
export async function told(county: County): Promise<string[]> {
  const rows = await county.sql<{ line: string }[]>`
    SELECT r.name || ' ' || (d.body->'data'->'alert'->>'org') || ' ' || d.type AS line
    FROM delivery d JOIN receiver r ON r.id = d.receiver_id WHERE d.type LIKE 'alert.%' ORDER BY d.sequence, r.name`;
  return rows.map(({ line }) => line);
}
