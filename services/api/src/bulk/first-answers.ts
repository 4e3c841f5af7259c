import type { Unit } from '@xushi/events';
import { sha256 } from '@xushi/platform';
import { Problem } from '@xushi/protocol';
import { sql } from 'drizzle-orm';
import type { BulkCaller, LineAnswer } from './caller.js';
import type { Line } from './lines.js';

/** What lines were answered when they first came, by number; another text under the same key is a conflict. */
export type FirstAnswers = ReadonlyMap<number, LineAnswer | Problem>;

const routeOf = ({ number }: Line): string => `POST /v1/submissions/bulk line ${number}`;
const hashOf = ({ text }: Line): Buffer => sha256(text instanceof Problem ? text.code : text);

/** One query, and none without a key. */
export async function readFirstAnswers(
  unit: Unit,
  { principal, idempotencyKey }: BulkCaller,
  lines: readonly Line[],
): Promise<FirstAnswers> {
  if (idempotencyKey === null) return new Map();
  const routes = new Map(lines.map((line) => [routeOf(line), line]));
  const rows = await unit.tx.execute<{ route: string; hash: string; answer: LineAnswer }>(sql`
    SELECT route, encode(body_hash, 'hex') AS hash, answer FROM idempotency
    WHERE key_id = ${principal.keyId}::uuid AND idempotency_key = ${idempotencyKey}
      AND route IN (SELECT jsonb_array_elements_text(${JSON.stringify([...routes.keys()])}::text::jsonb))`);
  return new Map(
    rows.flatMap(({ route, hash, answer }): [number, LineAnswer | Problem][] => {
      const line = routes.get(route);
      if (!line) return [];
      const same = hashOf(line).toString('hex') === hash;
      return [[line.number, same ? answer : new Problem('idempotencyConflict')]];
    }),
  );
}

/** Keeps the answers to lines that were taken in; two of one key at once: one fails, and is tried again. */
export async function keepAnswers(
  unit: Unit,
  { principal, idempotencyKey }: BulkCaller,
  answered: readonly { line: Line; answer: LineAnswer }[],
): Promise<void> {
  if (idempotencyKey === null || answered.length === 0) return;
  const rows = answered.map(({ line, answer }) => ({
    route: routeOf(line),
    hash: hashOf(line).toString('hex'),
    status: answer.status,
    answer,
  }));
  await unit.tx.execute(sql`
    INSERT INTO idempotency (key_id, route, idempotency_key, org_id, body_hash, status, answer, created_at)
    SELECT ${principal.keyId}::uuid, r.route, ${idempotencyKey}, ${principal.orgId}::integer, decode(r.hash, 'hex'), r.status,
           r.answer, ${unit.wallNow.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(route text, hash text, status integer, answer jsonb)`);
}
