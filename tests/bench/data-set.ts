import type { Sql } from 'postgres';
import { KINDS } from './kinds.js';

/** The year that is judged. */
export const YEAR = 2026;

export interface DataSet {
  parks: number;
  counties: number;
  /** The months that every park reported, in order. */
  months: readonly number[];
}

/** Counties follow the province and its prefectures, parks follow the counties; row numbers say which. */
const PREFECTURES = 10;
const FIRST_COUNTY = 100;
const FIRST_PARK = 10_000;

/** The row numbers of the parks. */
export const parkIds = ({ parks }: Pick<DataSet, 'parks'>): number[] =>
  Array.from({ length: parks }, (_, index) => FIRST_PARK + index);

/** Fills an empty installation set-based: the tree, the catalogue, duties, targets, last year's and this year's figures. */
export async function loadDataSet(sql: Sql, of: DataSet): Promise<void> {
  await sql.unsafe(`
    CREATE FUNCTION bench_random(org integer, indicator integer, salt integer) RETURNS numeric LANGUAGE sql IMMUTABLE
      AS $$ SELECT ((hashint8extended(org::bigint * 1000 + indicator, salt) & 65535) / 65535.0)::numeric(6, 5) $$`);
  await loadTree(sql, of);
  await loadCatalogue(sql, of);
  await loadTargets(sql, of);
  await loadFigures(sql, of);
  await sql.unsafe('ANALYZE');
}

async function loadTree(sql: Sql, of: DataSet): Promise<void> {
  await sql`
    INSERT INTO org (id, key, name, level, active_from)
    SELECT 1, 'province', '省', 'province', '2000-01-01'::date
    UNION ALL SELECT 1 + n, 'city-' || n, '市' || n, 'prefecture', '2000-01-01' FROM generate_series(1, ${PREFECTURES}::int) n
    UNION ALL SELECT ${FIRST_COUNTY}::int + n, 'county-' || n, '县' || n, 'county', '2000-01-01'
      FROM generate_series(0, ${of.counties - 1}::int) n
    UNION ALL SELECT ${FIRST_PARK}::int + n, 'park-' || n, '园区' || n, 'park', '2000-01-01'
      FROM generate_series(0, ${of.parks - 1}::int) n`;
  await sql`SELECT setval(pg_get_serial_sequence('org', 'id'), (SELECT max(id) FROM org))`;
  await sql`
    INSERT INTO org_version (org_id, version, name, active_from, active_to, known_at)
    SELECT id, 1, name, active_from, active_to, '2025-01-01' FROM org WHERE id > 0`;
  await sql`
    INSERT INTO org_membership (org_id, parent_id, from_day)
    SELECT id, CASE level WHEN 'province' THEN 0 WHEN 'prefecture' THEN 1
      WHEN 'county' THEN 2 + (id - ${FIRST_COUNTY}::int) % ${PREFECTURES}::int
      ELSE ${FIRST_COUNTY}::int + (id - ${FIRST_PARK}::int) * ${of.counties}::int / ${of.parks}::int END, '2000-01-01'
    FROM org WHERE id > 0`;
  await sql`
    INSERT INTO org_closure (ancestor_id, descendant_id)
    WITH RECURSIVE up(ancestor_id, descendant_id) AS (
      SELECT id, id FROM org WHERE id > 0
      UNION ALL SELECT m.parent_id, up.descendant_id FROM up JOIN org_membership m ON m.org_id = up.ancestor_id)
    SELECT * FROM up`;
}

async function loadCatalogue(sql: Sql, of: DataSet): Promise<void> {
  const kinds = KINDS.flatMap(({ count, ...kind }) => Array.from({ length: count }, () => kind)).map(
    (kind, position) => ({ ...kind, id: position + 1, roll_up: kind.rollUp }),
  );
  await sql`
    CREATE TABLE bench_kind AS SELECT * FROM jsonb_to_recordset(${JSON.stringify(kinds)}::text::jsonb) AS k(
      id integer, type text, unit text, decimals integer, measure text, comparator text, plan jsonb, low numeric,
      high numeric, roll_up text)`;
  await sql`
    INSERT INTO indicator (id, key, name, type, direction, unit, report_unit, report_decimals, decimals, no_january,
      lag_months, position, roll_up) OVERRIDING SYSTEM VALUE
    SELECT id, 'indicator-' || id, '指标' || id, type, CASE comparator WHEN 'atMost' THEN 'down' ELSE 'up' END, unit, unit,
      decimals, decimals, false, 0, id, roll_up FROM bench_kind`;
  await sql`
    INSERT INTO indicator_version (indicator_id, version, terms, known_at)
    SELECT id, 1, to_jsonb(i), '2025-01-01' FROM indicator i`;
  await sql`
    INSERT INTO calendar_year (org_id, year, version, days_off, workdays, known_at)
    SELECT 0, y, 1, ARRAY[y || '-01-01', y || '-05-01', y || '-10-01', y || '-10-02'], '{}', '2025-01-01'
    FROM generate_series(${YEAR - 1}::int, ${YEAR + 1}::int) y`;
  await sql`
    INSERT INTO duty (org_id, version, due_day, due_time, roll, min_workdays, indicators, known_at)
    SELECT o.id, 1, 8, '18:00', 'nextWorkday', 0, d.indicators, '2025-01-01' FROM org o, (
      SELECT jsonb_agg(jsonb_build_object('indicator', key, 'from', ${period(of.months[0] ?? 1)}::text, 'to', NULL) ORDER BY id)
        AS indicators FROM indicator) d
    WHERE o.level = 'park'`;
}

async function loadTargets(sql: Sql, of: DataSet): Promise<void> {
  await sql`
    INSERT INTO target (org_id, year, indicator_id, measure, grade)
    SELECT o.id, ${YEAR}::int, k.id, k.measure, 'annual' FROM org o, bench_kind k
    WHERE o.level = 'park' ORDER BY o.id, k.id`;
  await sql`
    INSERT INTO target_version (target_id, org_id, version, deciding, comparator, value, plan, responsible, applies_from,
      due_on, known_at)
    SELECT t.id, t.org_id, 1, true, k.comparator,
      round(k.low + (k.high - k.low) * bench_random(t.org_id, k.id, 1), k.decimals), k.plan,
      '{"unit": "经济发展局", "post": "局长"}', 1, CASE k.type WHEN 'milestone' THEN ${`${YEAR}-06-30`}::date END,
      ${knownAt(of.months[0] ?? 1)}::timestamptz - interval '60 days'
    FROM target t JOIN bench_kind k ON k.id = t.indicator_id ORDER BY t.id`;
}

async function loadFigures(sql: Sql, of: DataSet): Promise<void> {
  for (const month of of.months) await reportMonth(sql, { month, revision: 1, spread: 0.5 });
  // The year before, where a plan follows it.
  await sql`
    INSERT INTO submission (id, org_id, year, month, revision, state, grade, historical, received_at, late, findings, body)
    SELECT gen_random_uuid(), o.id, ${YEAR - 1}::int, m, 1, 'accepted', 'final', true, '2025-06-01', false, '[]', '{}'
    FROM org o, generate_series(1, 12) m WHERE o.level = 'park'`;
  await sql`
    INSERT INTO figure (submission_id, org_id, indicator_id, year, month, grade, value, not_applicable, withdrawn,
      historical, known_at)
    SELECT s.id, s.org_id, k.id, s.year, s.month, 'final',
      round(v.value * s.month / 13 * (0.9 + 0.05 * bench_random(s.org_id, k.id, s.month)), k.decimals), false, false, true,
      '2025-06-01'
    FROM submission s CROSS JOIN bench_kind k
    JOIN target t ON t.org_id = s.org_id AND t.indicator_id = k.id JOIN target_version v ON v.target_id = t.id
    WHERE s.year = ${YEAR - 1}::int AND k.plan->>'kind' = 'lastYear'`;
}

/** Every park of the list (all: none) reports a month: anew where an earlier revision did. */
export async function reportMonth(
  sql: Sql,
  of: { month: number; revision: number; spread: number; orgIds?: readonly number[] },
): Promise<void> {
  const only = of.orgIds ? sql`o.id = ANY (${sql.array([...of.orgIds], 23)})` : sql`o.level = 'park'`;
  await sql`
    WITH sheet AS (
      INSERT INTO submission (id, org_id, year, month, revision, state, grade, historical, received_at, late, findings, body)
      SELECT gen_random_uuid(), o.id, ${YEAR}::int, ${of.month}::int, ${of.revision}::int, 'accepted', 'estimate', false,
        ${knownAt(of.month)}::timestamptz, false, '[]', '{}'
      FROM org o WHERE ${only} ORDER BY o.id RETURNING id, org_id)
    INSERT INTO figure (submission_id, org_id, indicator_id, year, month, grade, value, yoy, last_year, not_applicable,
      withdrawn, historical, done_on, known_at)
    SELECT s.id, s.org_id, k.id, ${YEAR}::int, ${of.month}::int, 'estimate',
      CASE WHEN k.type = 'milestone' THEN (bench_random(s.org_id, k.id, 3) > 0.8)::integer
        WHEN k.measure = 'yoy' OR k.type IN ('flow', 'count') THEN
          round(v.value * ${of.month}::int / 12 * (1.2 - ${of.spread}::numeric * r.r), k.decimals)
        WHEN k.type = 'growth' THEN round(v.value + 2 - 8 * ${of.spread}::numeric * r.r, 1)
        ELSE round(v.value * (1.05 - 0.3 * ${of.spread}::numeric * r.r), k.decimals) END,
      CASE WHEN k.measure = 'yoy' OR (k.type IN ('flow', 'count') AND bench_random(s.org_id, k.id, 4) > 0.2)
        THEN round(10 - 12 * ${of.spread}::numeric * r.r, 1) END,
      CASE WHEN k.type = 'flow' AND bench_random(s.org_id, k.id, 5) > 0.5 THEN round(v.value * ${of.month}::int / 13, 2) END,
      false, false, false,
      CASE WHEN k.type = 'milestone' AND bench_random(s.org_id, k.id, 3) > 0.8 THEN ${`${period(of.month)}-02`}::date END,
      ${knownAt(of.month)}::timestamptz
    FROM sheet s CROSS JOIN bench_kind k
    JOIN target t ON t.org_id = s.org_id AND t.indicator_id = k.id JOIN target_version v ON v.target_id = t.id
    CROSS JOIN LATERAL (SELECT bench_random(s.org_id, k.id, 10 + ${of.month}::int * 7 + ${of.revision}::int) ^ 3 AS r) r
    ORDER BY s.org_id, k.id`;
}

const period = (month: number): string => `${YEAR}-${String(month).padStart(2, '0')}`;

/** Figures of a month arrive in the next one. */
const knownAt = (month: number): string =>
  month === 12 ? `${YEAR + 1}-01-05T02:00:00Z` : `${period(month + 1)}-05T02:00:00Z`;
