import type { Sql } from 'postgres';

/** Everything that is stored about a park, told without ids and times: what must come out the same. */
export type ParkRecord = Record<
  'evaluations' | 'changes' | 'alerts' | 'transitions' | 'events' | 'deliveries' | 'owed',
  string[]
>;

export async function recordOf(sql: Sql, org: string): Promise<ParkRecord> {
  const figures = await sql<{ id: string; name: string }[]>`
    SELECT f.id, i.key || ' ' || f.year || '-' || f.month || ' revision ' || s.revision AS name
    FROM figure f JOIN submission s ON s.id = f.submission_id JOIN indicator i ON i.id = f.indicator_id
    JOIN org o ON o.id = f.org_id WHERE o.key = ${org}`;
  const nameOf = new Map(figures.map(({ id, name }) => [Number(id), name]));
  const told = (rows: readonly { row: unknown }[]) => rows.map(({ row }) => plain(row, org, nameOf)).sort();
  return {
    evaluations: told(
      await sql`
      SELECT to_jsonb(e) - '{org_id,target_id,judged_at,digest}'::text[] AS row
      FROM evaluation e JOIN org o ON o.id = e.org_id WHERE o.key = ${org}`,
    ),
    changes: told(
      await sql`
      SELECT to_jsonb(c) - '{id,org_id,at}'::text[] AS row
      FROM evaluation_change c JOIN org o ON o.id = c.org_id WHERE o.key = ${org}`,
    ),
    alerts: told(
      await sql`
      SELECT to_jsonb(a) - '{id,org_id,sequence,opened_at,changed_at}'::text[] AS row
      FROM alert a JOIN org o ON o.id = a.org_id WHERE o.key = ${org}`,
    ),
    transitions: told(
      await sql`
      SELECT to_jsonb(x) - '{id,org_id,alert_id,at}'::text[] AS row
      FROM alert_transition x JOIN org o ON o.id = x.org_id WHERE o.key = ${org}`,
    ),
    // The alerts that a judgement closed are named by whoever judged first: nothing but ids.
    events: told(
      await sql`
      SELECT jsonb_build_object('type', e.type, 'payload',
        CASE e.type WHEN 'submission.evaluated' THEN e.payload - 'alerts' ELSE e.payload END) AS row
      FROM event e JOIN org o ON o.id = e.org_id WHERE o.key = ${org}`,
    ),
    deliveries: told(
      await sql`
      SELECT jsonb_build_object('type', d.type, 'state', d.state, 'body', d.body) AS row
      FROM delivery d JOIN org o ON o.id = d.org_id WHERE o.key = ${org}`,
    ),
    owed: told(
      await sql`
      SELECT jsonb_build_object('reactor', w.reactor, 'type', e.type, 'dead', w.dead_at IS NOT NULL) AS row
      FROM outstanding w JOIN event e ON e.id = w.event_id JOIN org o ON o.id = e.org_id WHERE o.key = ${org}`,
    ),
  };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})/g;

/** Figures by what they are instead of their number, the park without its key, no uuids and no instants. */
function plain(row: unknown, org: string, figures: Map<number, string>): string {
  const text = JSON.stringify(row, (key, value) =>
    typeof value === 'number' && (key === 'figure' || key === 'figure_id')
      ? (figures.get(value) ?? '?')
      : value,
  );
  return text.replaceAll(UUID, 'id').replaceAll(INSTANT, 'time').replaceAll(org, 'park');
}
