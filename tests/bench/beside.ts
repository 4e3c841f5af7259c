import type { Sql } from 'postgres';

/** The columns of an evaluation as they are written, its key first. */
const KEY = ['org_id', 'year', 'month', 'indicator_id', 'measure', 'grade'];
const REST = [
  'state',
  'deciding',
  'light',
  'target_id',
  'target_version',
  'figure_id',
  'policy_key',
  'policy_version',
  'rule',
  'consecutive_lag',
  'back_judged',
  'rank_value',
  'peer_value',
  'numbers',
  'digest',
  'judged_at',
];
const COLUMNS = [...KEY, ...REST].join(', ');
const UPSERT = `ON CONFLICT (${KEY.join(', ')}) DO UPDATE SET ${REST.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** A table with the columns and indexes of `evaluation`: what the bare limits write to. */
export async function makeBeside(sql: Sql): Promise<void> {
  await sql.unsafe('CREATE TABLE bench_evaluation (LIKE evaluation INCLUDING ALL)');
}

/** Keeps the evaluations as they are now for `upsertStaged`. */
export async function stage(sql: Sql, name: string): Promise<void> {
  await sql.unsafe(`CREATE TABLE ${name} AS SELECT ${COLUMNS} FROM evaluation; ANALYZE ${name}`);
}

/** The same rows by one statement from the staging table: the bare limit of writing them. */
export async function upsertStaged(sql: Sql, name: string): Promise<void> {
  await sql.unsafe(`INSERT INTO bench_evaluation (${COLUMNS}) SELECT ${COLUMNS} FROM ${name} ${UPSERT}`);
}

/** The rows of one org as a program would send them. */
export async function rowsOf(sql: Sql, orgId: number): Promise<Record<string, unknown>[]> {
  return sql.unsafe(`SELECT ${COLUMNS} FROM evaluation WHERE org_id = ${orgId} AND target_id IS NOT NULL`);
}

/** The bare limit of one park: its rows upserted in one transaction, and nothing else. */
export async function upsertRows(sql: Sql, rows: readonly Record<string, unknown>[]): Promise<void> {
  await sql.begin((tx) =>
    tx.unsafe(
      `INSERT INTO bench_evaluation (${COLUMNS})
       SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::bench_evaluation, $1::text::jsonb) ${UPSERT}`,
      [JSON.stringify(rows)],
    ),
  );
}
