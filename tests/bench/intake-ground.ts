import { sha256 } from '@xushi/platform';
import { stepClock } from '@xushi/store';
import type { Sql } from 'postgres';
import { type DataSet, parkIds, YEAR } from './data-set.js';
import { type Ground, openGround } from './ground.js';
import { KINDS } from './kinds.js';

/** The month that is reported. */
export const MONTH = 6;

/** Ground on which every park has its months before and last year's: what a sheet is compared with. */
export async function openIntakeGround(t: Parameters<typeof openGround>[0], parks: number): Promise<Ground> {
  const of: DataSet = {
    parks,
    counties: Math.max(1, Math.round(parks / 30)),
    months: Array.from({ length: MONTH - 1 }, (_, index) => index + 1),
  };
  const ground = await openGround(t, of);
  await lastYear(ground.sql);
  await openPeriod(ground.sql);
  await issueKeys(ground.sql, of);
  const { context } = ground;
  await context.work(({ tx }) => stepClock(tx, new Date(`${YEAR}-07-03T01:00:00Z`), context.wall));
  // What the loaded sheets set going is nobody's business here.
  await ground.sql`DELETE FROM outstanding`;
  return ground;
}

/** Twelve months of last year for whatever adds up, a little below this year's. */
async function lastYear(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO submission (id, org_id, year, month, revision, state, grade, historical, received_at, late, findings, body)
    SELECT gen_random_uuid(), o.id, ${YEAR - 1}::int, m, 1, 'accepted', 'final', true, '2025-06-01', false, '[]', '{}'
    FROM org o, generate_series(1, 12) m WHERE o.level = 'park' ON CONFLICT DO NOTHING`;
  await sql`
    INSERT INTO figure (submission_id, org_id, indicator_id, year, month, grade, value, not_applicable, withdrawn,
      historical, known_at)
    SELECT s.id, s.org_id, f.indicator_id, s.year, s.month, 'final',
      CASE i.type WHEN 'flow' THEN round(f.value / ${MONTH - 1} * s.month * 0.93, i.decimals) ELSE f.value END,
      false, false, true, '2025-06-01'
    FROM submission s JOIN figure f ON f.org_id = s.org_id AND f.year = ${YEAR}::int AND f.month = ${MONTH - 1}::int
    JOIN indicator i ON i.id = f.indicator_id
    WHERE s.year = ${YEAR - 1}::int AND i.type <> 'milestone' AND NOT EXISTS (
      SELECT 1 FROM figure g WHERE g.org_id = f.org_id AND g.year = s.year AND g.month = s.month
        AND g.indicator_id = f.indicator_id)`;
  await sql.unsafe('ANALYZE');
}

/** When the month is due, as it is stored when a period opens. */
async function openPeriod(sql: Sql): Promise<void> {
  const due = `${YEAR}-${String(MONTH + 1).padStart(2, '0')}-08`;
  await sql`
    INSERT INTO period_due (org_id, year, month, due_at, due_day, estimated)
    SELECT id, ${YEAR}::int, ${MONTH}::int, ${`${due}T10:00:00Z`}::timestamptz, ${due}::date, false
    FROM org WHERE level = 'park'`;
}

/** The key of a park's own system. */
export const keyOf = (org: string): string => `xushi_bench_key_of_${org}`;

async function issueKeys(sql: Sql, { parks }: DataSet): Promise<void> {
  const rows = parkIds({ parks }).map((id, position) => ({
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    org_id: id,
    hash: sha256(keyOf(`park-${position}`)).toString('hex'),
  }));
  await sql`
    INSERT INTO api_key (id, name, hash, role, org_id, created_at)
    SELECT id, 'bench', decode(hash, 'hex'), 'reporter', org_id, now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(id uuid, org_id integer, hash text)`;
}

/** The sheet of a park's month: each amount as the months before went on. */
export async function sheetsOf(sql: Sql, { parks }: Pick<DataSet, 'parks'>): Promise<SheetBody[]> {
  const rows = await sql<{ org_id: number; indicator_id: number; type: string; value: string }[]>`
    SELECT f.org_id, f.indicator_id, i.type, CASE i.type
      WHEN 'flow' THEN round(f.value / ${MONTH - 1} * ${MONTH}, i.decimals)
      WHEN 'count' THEN f.value + 1 ELSE f.value END::text AS value
    FROM figure f JOIN indicator i ON i.id = f.indicator_id
    WHERE f.year = ${YEAR} AND f.month = ${MONTH - 1} ORDER BY f.org_id, f.indicator_id`;
  const byPark = new Map<number, SheetBody['values']>();
  for (const { org_id, indicator_id, type, value } of rows) {
    const values = byPark.get(org_id) ?? [];
    const indicator = `indicator-${indicator_id}`;
    values.push(type === 'milestone' ? { indicator, done: false } : { indicator, value });
    byPark.set(org_id, values);
  }
  const period = `${YEAR}-${String(MONTH).padStart(2, '0')}`;
  return parkIds({ parks }).map((id, position) => ({
    org: `park-${position}`,
    period,
    values: byPark.get(id) ?? [],
  }));
}

export interface SheetBody {
  org: string;
  period: string;
  values: { indicator: string; value?: string; done?: boolean }[];
}

/** How many figures a sheet has. */
export const FIGURES = KINDS.reduce((sum, { count }) => sum + count, 0);
