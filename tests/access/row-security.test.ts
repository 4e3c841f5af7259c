import { ROLES, roleUrl } from '@xushi/store';
import { openInstallation, TEST_SECRET_KEY } from '@xushi/testing';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import t, { type Test } from 'tap';
import { fill, type Table, tablesOf } from './tables.js';

/** Tables that do not belong to an org, and what a scope may do with them all the same. A new one has to be named. */
const SHARED: Record<string, 'readable' | 'always readable' | 'hidden'> = {
  indicator: 'readable',
  indicator_version: 'readable',
  policy_version: 'readable',
  calendar_year: 'readable',
  installation: 'always readable',
  outstanding: 'hidden',
  tick: 'hidden',
};
/** The column that says whose a row is, where it is not `org_id`. */
const OWNER: Record<string, string> = { org: 'id', org_closure: 'ancestor_id' };
const ownerOf = (table: Table) => OWNER[table.name] ?? 'org_id';

const DENIED = '42501';
const TREE = [
  ['prefecture', null],
  ['east', 'prefecture'],
  ['east-park', 'east'],
  ['west', 'prefecture'],
  ['west-park', 'west'],
] as const;

t.test('the api’s role sees and touches its subtree and nothing else, in every table', async (t) => {
  const installation = await openInstallation(t, { at: '2017-12-05T09:00:00+08:00' });
  const owner = postgres(installation.databaseUrl, { max: 2, onnotice: () => undefined });
  t.teardown(() => owner.end());
  const api = postgres(roleUrl(installation.databaseUrl, 'api', TEST_SECRET_KEY), { max: 1 });
  t.teardown(() => api.end());
  for (const [key, parent] of TREE) {
    const body = { name: key, level: 'county', ...(parent ? { parent } : {}) };
    const { status } = await installation.call('PUT', `/v1/orgs/${key}`, body);
    t.equal(status, 201, key);
  }
  await installation.call('PUT', '/v1/indicators/output', { name: '产值', unit: '万元', type: 'flow' });
  const ids = new Map(
    (await owner`SELECT key, id FROM org`).map(({ key, id }) => [key as string, id as number]),
  );
  const idOf = (key: string) => ids.get(key) ?? -1;
  const parks = [idOf('east-park'), idOf('west-park')];

  const tables = await tablesOf(owner, ROLES.api);
  const belongs = (table: Table) => !(table.name in SHARED);
  const scoped = tables.filter(belongs);
  for (const table of scoped) {
    const owned = table.columns.some(({ name }) => name === ownerOf(table));
    t.ok(owned, `${table.name} says whose its rows are, or is named among the shared ones`);
    if (owned && !(table.name in OWNER) && table.name !== 'org_membership') {
      for (const org of parks) await fill(owner, table, org);
    }
  }

  const place: Place = { owner, api, tables, scoped, idOf };

  await t.test('the role itself', (t) => roleIsBound(t, place));
  await t.test('without a scope', (t) => nothingWithoutScope(t, place));
  await t.test('a scope reads its subtree', (t) => readsSubtree(t, place));
  await t.test('a scope writes nothing into another’s', (t) => writesSubtree(t, place));
  await t.test('what all share is written at the root', (t) => sharedAtRoot(t, place));
  t.comment(
    `› ${tables.length} tables from the catalogue, ${scoped.length} of them scoped: no row across subtrees`,
  );
});

interface Place {
  /** The superuser of the test's server. */
  owner: Sql;
  api: Sql;
  tables: Table[];
  scoped: Table[];
  idOf(key: string): number;
}

/** Runs as the api's role with the setting, and takes everything back. */
async function as<T>(api: Sql, scope: string | null, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  const undo = new Error('taken back');
  await api
    .begin(async (tx) => {
      if (scope !== null) await tx`SELECT set_config('xushi.org', ${scope}, true)`;
      result = { value: await work(tx) };
      throw undo;
    })
    .catch((fault) => {
      if (fault !== undo) throw fault;
    });
  if (!result) throw new Error('nothing came back');
  return result.value;
}

/** How many rows a statement concerned, or the state that Postgres refused it with. */
async function outcome(api: Sql, scope: string | null, statement: string, values: unknown[] = []) {
  try {
    return await as(api, scope, async (tx) => (await tx.unsafe(statement, values as never[])).count);
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code === undefined) throw fault;
    return code;
  }
}

async function roleIsBound(t: Test, { owner, tables }: Place): Promise<void> {
  const [role] = await owner`
    SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
           (SELECT count(*)::integer FROM pg_auth_members m WHERE m.member = r.oid) AS memberships,
           (SELECT count(*)::integer FROM pg_class c WHERE c.relowner = r.oid) AS owned
    FROM pg_roles r WHERE rolname = ${ROLES.api}`;
  t.strictSame(
    { ...role },
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      memberships: 0,
      owned: 0,
    },
  );
  for (const table of tables) t.ok(table.secured, `${table.name} has row-level security`);
  const open = await owner<{ name: string }[]>`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND (n.nspname <> 'public' OR c.relkind IN ('v', 'm', 'f'))
      AND has_schema_privilege(${ROLES.api}, n.oid, 'USAGE') AND has_table_privilege(${ROLES.api}, c.oid, 'SELECT')`;
  t.strictSame([...open], [], 'no view and no table of another schema is open to it');
  const [beyond] = await owner<{ names: string[] }[]>`
    SELECT array(SELECT c.relname::text FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND (has_table_privilege(${ROLES.api}, c.oid, 'TRUNCATE') OR has_table_privilege(${ROLES.api}, c.oid, 'TRIGGER'))) AS names`;
  t.strictSame(beyond?.names, [], 'it may empty no table, which no policy would stop');
}

async function nothingWithoutScope(t: Test, { owner, api, tables, idOf }: Place): Promise<void> {
  // What a connection of the pool carries after a request: the setting exists and is empty.
  await as(api, String(idOf('east')), (tx) => tx`SELECT 1`);
  for (const table of tables) {
    const [full] = await owner<{ count: number }[]>`SELECT count(*)::integer FROM ${owner(table.name)}`;
    for (const scope of [null, '', '-1', '2147483647']) {
      const seen = await outcome(api, scope, `SELECT 1 FROM "${table.name}"`);
      if (SHARED[table.name] === 'always readable') t.equal(seen, 1, `${table.name} is there for everybody`);
      else if (!table.mayRead) t.equal(seen, DENIED, `${table.name} may not be read`);
      else if (SHARED[table.name] === 'readable' && Number(scope)) t.type(seen, 'number');
      else
        t.equal(
          seen,
          0,
          `${table.name}: none of ${full?.count} rows with xushi.org ${JSON.stringify(scope)}`,
        );
    }
  }
}

async function readsSubtree(t: Test, place: Place): Promise<void> {
  const { owner, api, scoped, idOf } = place;
  const subtrees: [string, string[]][] = [
    ['east', ['east', 'east-park']],
    ['west', ['west', 'west-park']],
    ['east-park', ['east-park']],
    ['prefecture', ['prefecture', 'east', 'east-park', 'west', 'west-park']],
    ['all', ['all', 'prefecture', 'east', 'east-park', 'west', 'west-park']],
  ];
  for (const table of scoped) {
    for (const [scope, keys] of subtrees) {
      const own = keys.map(idOf);
      const [there] = await owner<{ count: number }[]>`
        SELECT count(*)::integer FROM ${owner(table.name)} WHERE ${owner(ownerOf(table))} = ANY (${own})`;
      const rows = await as(
        api,
        String(idOf(scope)),
        (tx) => tx<{ org: number }[]>`SELECT ${tx(ownerOf(table))} AS org FROM ${tx(table.name)}`,
      );
      const foreign = rows.filter(({ org }) => !own.includes(org));
      t.strictSame(foreign, [], `${table.name}: ${scope} sees nobody else’s`);
      t.ok(there && there.count > 0, `${table.name}: there is something to see`);
      t.equal(rows.length, there?.count, `${table.name}: ${scope} sees all of its own`);
    }
  }
}

async function writesSubtree(t: Test, { owner, api, scoped, idOf }: Place): Promise<void> {
  const east = String(idOf('east'));
  for (const table of scoped) {
    const { name } = table;
    const column = ownerOf(table);
    const rowOf = async (key: string) => {
      const [row] = await owner.unsafe(
        `SELECT to_jsonb(x) AS row FROM "${name}" x WHERE "${column}" = $1 LIMIT 1`,
        [idOf(key)],
      );
      return row?.row as unknown;
    };
    const columns = table.columns.filter(({ always }) => !always).map((one) => `"${one.name}"`);
    const insert = `INSERT INTO "${name}" (${columns.join(', ')})
      SELECT ${columns.join(', ')} FROM jsonb_populate_record(NULL::"${name}", $1::text::jsonb)`;
    const into = async (key: string) => outcome(api, east, insert, [JSON.stringify(await rowOf(key))]);
    t.equal(await into('west-park'), DENIED, `${name}: no insert for a sibling`);
    if (table.mayInsert) t.not(await into('east-park'), DENIED, `${name}: but for its own subtree`);

    const [first] = table.updatable;
    const touch = (set: string, key: string) =>
      outcome(api, east, `UPDATE "${name}" SET ${set} WHERE "${column}" = $1`, [idOf(key)]);
    if (first === undefined) {
      t.equal(await touch(`"${column}" = "${column}"`, 'west-park'), DENIED, `${name}: no update at all`);
    } else {
      t.equal(await touch(`"${first}" = "${first}"`, 'west-park'), 0, `${name}: no update of a sibling’s`);
      t.type(await touch(`"${first}" = "${first}"`, 'east-park'), 'number', `${name}: but of its own`);
      t.not(await touch(`"${first}" = "${first}"`, 'east-park'), 0, `${name}: which are there`);
      const moved = await touch(`"${column}" = ${idOf('west-park')}`, 'east-park');
      t.equal(moved, DENIED, `${name}: nothing is handed over to a sibling`);
    }
    const removed = await outcome(api, east, `DELETE FROM "${name}" WHERE "${column}" = $1`, [
      idOf('west-park'),
    ]);
    t.equal(removed, table.mayDelete ? 0 : DENIED, `${name}: no delete of a sibling’s`);
  }
}

async function sharedAtRoot(t: Test, { api, tables, idOf }: Place): Promise<void> {
  const shared = tables.filter(({ name }) => name in SHARED);
  t.strictSame(
    shared.map(({ name }) => name),
    Object.keys(SHARED).sort(),
    'every shared table is there',
  );
  for (const { name, updatable } of shared) {
    const column = updatable[0];
    if (column === undefined) continue;
    const touch = `UPDATE "${name}" SET "${column}" = "${column}"`;
    t.equal(await outcome(api, String(idOf('east')), touch), 0, `${name}: not changed below the root`);
    t.ok(Number(await outcome(api, '0', touch)) > 0, `${name}: changed at the root`);
  }
  const calendar = `INSERT INTO calendar_year (org_id, year, version, days_off, workdays, known_at)
    SELECT $1::integer, 2030, 1, '{}', '{}', now()`;
  t.equal(
    await outcome(api, String(idOf('east')), calendar, [0]),
    DENIED,
    'no calendar for everybody from below',
  );
  t.equal(await outcome(api, String(idOf('east')), calendar, [idOf('west')]), DENIED, 'none for a sibling');
  const owed = `INSERT INTO outstanding (reactor, event_id, scope, not_before) VALUES ('evaluate', 1, '1', now())`;
  t.equal(await outcome(api, null, owed), DENIED, 'no work is owed without a scope');
}
