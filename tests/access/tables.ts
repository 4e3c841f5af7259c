import type { Sql } from 'postgres';

/** A column as a row of the test has to fill it. */
export interface Column {
  name: string;
  type: string;
  /** Must be given: not null, and nothing else supplies it. */
  required: boolean;
  /** Supplied by Postgres alone. */
  always: boolean;
}

/** A table of the schema and what the api's role was granted on it. */
export interface Table {
  name: string;
  secured: boolean;
  columns: Column[];
  mayRead: boolean;
  mayInsert: boolean;
  mayDelete: boolean;
  updatable: string[];
}

/** Every table there is, from the catalogue: a new one is among them without a word here. */
export async function tablesOf(sql: Sql, role: string): Promise<Table[]> {
  return sql<Table[]>`
    SELECT c.relname AS name, c.relrowsecurity AS secured,
           has_table_privilege(${role}, c.oid, 'SELECT') AS "mayRead",
           has_table_privilege(${role}, c.oid, 'INSERT') AS "mayInsert",
           has_table_privilege(${role}, c.oid, 'DELETE') AS "mayDelete",
           array(SELECT attname::text FROM pg_attribute
                 WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attidentity <> 'a'
                   AND has_column_privilege(${role}, c.oid, attnum, 'UPDATE') ORDER BY attnum) AS updatable,
           (SELECT jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, NULL),
              'required', attnotnull AND NOT atthasdef AND attidentity = '',
              'always', attidentity = 'a' OR attgenerated <> '') ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname`;
}

const VALUES: Record<string, string> = {
  integer: '1',
  smallint: '1',
  bigint: '1',
  numeric: '1',
  boolean: 'true',
  text: 'gen_random_uuid()::text',
  uuid: 'gen_random_uuid()',
  date: 'current_date',
  'timestamp with time zone': 'now()',
  bytea: 'sha256(gen_random_uuid()::text::bytea)',
  jsonb: `'{}'::jsonb`,
  'text[]': `'{}'::text[]`,
  'date[]': `'{}'::date[]`,
  'integer[]': `'{}'::integer[]`,
};

/** What a column takes that takes a few words only. */
const WORDS: Record<string, string> = { 'pending_figure.state': `'waiting'` };

/**
 * Puts a row of an org into a table that has none of it, whatever it refers to: policies ask only whose it is.
 * Needs a superuser, who may leave foreign keys unchecked.
 */
export async function fill(sql: Sql, table: Table, orgId: number): Promise<void> {
  const given = table.columns.filter(({ name, required }) => required && name !== 'org_id');
  const values = given.map(({ name, type }) => {
    if (name === 'year') return '2017';
    // Another number for every org, where numbers together have to be unique.
    if (name.endsWith('_id') && type !== 'uuid') return String(orgId);
    const value = WORDS[`${table.name}.${name}`] ?? VALUES[type];
    if (!value) throw new Error(`there is no value for ${table.name}.${name} ${type} yet: add one to VALUES`);
    return value;
  });
  await sql.begin(async (tx) => {
    await tx`SET LOCAL session_replication_role = replica`;
    const [there] = await tx`SELECT 1 FROM ${tx(table.name)} WHERE org_id = ${orgId} LIMIT 1`;
    if (there) return;
    const columns = ['org_id', ...given.map(({ name }) => name)].map((name) => `"${name}"`);
    await tx.unsafe(
      `INSERT INTO "${table.name}" (${columns.join(', ')}) VALUES (${[orgId, ...values].join(', ')})`,
    );
  });
}
