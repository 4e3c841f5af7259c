import { type CompactWire, wholeWire } from '@xushi/domain';
import { type Page, type PageRequest, Problem, pageOf } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Which alerts are asked for; null: not restricted. */
export interface AlertQuestion extends PageRequest {
  org: string | null;
  under: string | null;
  state: string | null;
  kind: string | null;
  light: string | null;
  level: string | null;
  id: string | null;
  /** What was known then; null: what is known. */
  asOf: Date | null;
}

interface AlertRow extends Record<string, unknown> {
  position: string;
  year: number;
  first_month: number;
  latest_month: number;
  opened_at: string;
  changed_at: string;
}

/** Every alert as it stands. */
const STANDING = sql`
  SELECT a.sequence AS position, a.id, a.kind, o.key AS org, o.name AS "orgName", a.subject, a.light, a.state, a.level,
         a.title, a.message, a.year, a.first_month, a.latest_month, a.opened_at, a.changed_at, a.owner, a.verdict,
         a.historical
  FROM alert a JOIN org o ON o.id = a.org_id`;

/** Every alert as it stood after the last thing that had happened to it by then. */
const standingAt = (asOf: Date) => sql`
  SELECT a.sequence AS position, a.id, a.kind, o.key AS org, v.name AS "orgName", a.subject, t.after->>'light' AS light,
         t.to_state AS state, t.after->>'level' AS level, t.after->>'title' AS title, t.after->>'message' AS message, a.year,
         (t.after->>'first_month')::integer AS first_month, (t.after->>'latest_month')::integer AS latest_month,
         a.opened_at, t.at AS changed_at, t.after->>'owner' AS owner, t.after->>'verdict' AS verdict,
         (t.after->>'historical')::boolean AS historical
  FROM alert a JOIN org o ON o.id = a.org_id
  JOIN LATERAL (SELECT * FROM alert_transition t
    WHERE t.alert_id = a.id AND t.at <= ${asOf.toISOString()}::timestamptz AND t.after IS NOT NULL
    ORDER BY t.id DESC LIMIT 1) t ON true
  JOIN LATERAL (SELECT v.name FROM org_version v
    WHERE v.org_id = a.org_id AND v.known_at <= ${asOf.toISOString()}::timestamptz
    ORDER BY v.version DESC LIMIT 1) v ON true`;

/** Alerts in order of opening. */
export async function listAlerts(tx: Transaction, of: AlertQuestion): Promise<Page<Record<string, unknown>>> {
  const rows = await tx.execute<AlertRow>(sql`
    SELECT * FROM (${of.asOf === null ? STANDING : standingAt(of.asOf)}) a
    WHERE a.position > ${of.after}
      AND (${of.id}::uuid IS NULL OR a.id = ${of.id}::uuid)
      AND (${of.org}::text IS NULL OR a.org = ${of.org}::text)
      AND (${of.under}::text IS NULL OR a.org IN (
        SELECT d.key FROM org_closure c JOIN org p ON p.id = c.ancestor_id JOIN org d ON d.id = c.descendant_id
        WHERE p.key = ${of.under}::text))
      AND (${of.state}::text IS NULL OR a.state = ${of.state}::text)
      AND (${of.kind}::text IS NULL OR a.kind = ${of.kind}::text)
      AND (${of.light}::text IS NULL OR a.light = ${of.light}::text)
      AND (${of.level}::text IS NULL OR a.level = ${of.level}::text)
    ORDER BY a.position LIMIT ${of.limit + 1}`);
  return pageOf([...rows], { limit: of.limit, positionOf: (row) => Number(row.position), show: showAlert });
}

/** One alert with everything that happened to it, oldest first. Throws `Problem` 404. */
export async function getAlert(tx: Transaction, id: string): Promise<Record<string, unknown>> {
  const question = { org: null, under: null, state: null, kind: null, light: null, level: null, asOf: null };
  const [found] = (await listAlerts(tx, { ...question, id, limit: 1, after: 0 })).data;
  if (!found) throw new Problem('notFound');
  const transitions = await tx.execute<{
    at: string;
    from: string | null;
    to: string;
    reason: string;
    light: string | null;
    month: number | null;
    actor: string | null;
    via: string | null;
    note: string | null;
    evidence: unknown;
    observation: { numbers?: CompactWire };
  }>(sql`
    SELECT at, from_state AS "from", to_state AS "to", reason, light, month, actor, via, note, evidence, observation
    FROM alert_transition WHERE alert_id = ${id}::uuid ORDER BY id`);
  return {
    ...found,
    transitions: transitions.map(({ observation, ...row }) => ({
      ...row,
      at: new Date(row.at).toISOString(),
      observation: observation.numbers
        ? { ...observation, numbers: wholeWire(observation.numbers) }
        : observation,
    })),
  };
}

function showAlert({
  position: _,
  year,
  first_month,
  latest_month,
  opened_at,
  changed_at,
  ...row
}: AlertRow) {
  const period = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
  return {
    ...row,
    periods: { first: period(first_month), latest: period(latest_month) },
    openedAt: new Date(opened_at).toISOString(),
    changedAt: new Date(changed_at).toISOString(),
  };
}
