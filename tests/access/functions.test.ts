import { ROLES, roleUrl } from '@xushi/store';
import { TEST_SECRET_KEY } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import t from 'tap';
import { openCounty } from '../county.js';

/** What a statement gave as the api's role: its rows as text, or the state that Postgres refused it with. */
type Outcome = string[] | string;

interface Trial {
  /** Asks for what is the county's: $1 the county's number, $2 the park's, $3 the hash of a key of the park. */
  statement: string;
  /** What comes of it from beside and without any scope, where that is not nothing. */
  beside?: Outcome;
  unscoped?: Outcome;
  /** Whether the county itself gets something, without which the trial would show nothing. */
  own: boolean;
}

const NOW = `'2017-12-31T00:00:00Z'::timestamptz`;
const ORGS = 'ARRAY[$1, $2]::integer[]';
const ORG = `'park', 'x', 'park', '[{"parent":"county","from_day":"2017-01-01","to_day":null,"position":0}]'::jsonb`;

/** Functions that run as their owner, past every policy, and what each gives whom. A new one has to be tried here. */
const TRIALS: Record<string, Trial> = {
  xushi_subtree: {
    statement: 'SELECT s::text FROM xushi_subtree() s WHERE s IN ($1, $2)',
    own: true,
  },
  // The way in, before there is a scope: who knows a key's hash is told whose it is.
  xushi_authenticate: {
    statement: `SELECT org_key, $1::integer, $2::integer FROM xushi_authenticate($3, ${NOW})`,
    beside: ['park'],
    unscoped: ['park'],
    own: true,
  },
  // One word about all work of the installation, which a simulated clock waits for.
  xushi_settled: {
    statement: `SELECT (xushi_settled(${NOW}) IS NOT NULL)::text`,
    beside: ['true'],
    unscoped: ['true'],
    own: true,
  },
  xushi_put_org: {
    statement: `SELECT id::text FROM xushi_put_org(${ORG}, NULL, NULL, 'none', ${NOW})`,
    beside: 'XU404',
    unscoped: 'XU404',
    own: true,
  },
  xushi_org_key: {
    statement: 'SELECT k, $1::integer FROM xushi_org_key($2) k WHERE k IS NOT NULL',
    own: true,
  },
  xushi_ancestors: {
    statement: `SELECT ancestor_id::text FROM xushi_ancestors(${ORGS}, ${NOW})`,
    own: true,
  },
  xushi_operand_orgs: {
    statement: `SELECT org_key FROM xushi_operand_orgs(${ORGS}, ${NOW})`,
    own: true,
  },
  xushi_operand_figures: {
    statement: `SELECT org_id::text FROM xushi_operand_figures(${ORGS}, ARRAY[2017], ${NOW})`,
    own: true,
  },
  xushi_operand_targets: {
    statement: `SELECT org_id::text FROM xushi_operand_targets(${ORGS}, ARRAY[2017], ${NOW})`,
    own: true,
  },
  xushi_hung_policies: {
    statement: `SELECT policy_key FROM xushi_hung_policies(${ORGS}, ${NOW})`,
    own: true,
  },
  xushi_our_keys: {
    statement: `SELECT key FROM xushi_our_keys('[{"kind":"org","system":"erp","code":"P"}]'::jsonb)`,
    own: true,
  },
  xushi_aliases: {
    statement: `SELECT key FROM xushi_aliases('erp')`,
    own: true,
  },
};

t.test('no function that runs as its owner opens another subtree', async (t) => {
  const { ask, call, sql, keyFor, databaseUrl, context } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const api = postgres(roleUrl(databaseUrl, 'api', TEST_SECRET_KEY), { max: 1 });
  t.teardown(() => api.end());

  // Something of the county's own that each of them could give away.
  const county = await keyFor('county', 'admin');
  const secret = await keyFor('park', 'reporter');
  for (const org of ['county', 'park']) {
    await ask('POST', '/v1/submissions', {
      org,
      period: '2017-11',
      values: [{ indicator: 'output', value: '5' }],
    });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: '100' });
  }
  await ask('PUT', '/v1/policies/mine', { rules: [{ light: 'green' }] });
  await ask('PUT', '/v1/policies/mine/scopes', [{ org: 'county', from: '2017-01' }]);
  t.equal((await call('PUT', '/v1/aliases/erp', { orgs: { P: 'park' } }, { key: county })).status, 200);

  const [places] = await sql<{ ids: Record<string, number>; hash: Buffer }[]>`
    SELECT (SELECT jsonb_object_agg(key, id) FROM org) AS ids,
           (SELECT hash FROM api_key k JOIN org o ON o.id = k.org_id WHERE o.key = 'park') AS hash`;
  if (!places) throw new Error('there are orgs');
  const { ids, hash } = places;
  t.match(
    (await context.store.authenticate((await import('@xushi/platform')).sha256(secret), new Date()))?.orgKey,
    'park',
  );
  const given = [ids.county ?? -1, ids.park ?? -1, hash];

  const definers = await sql<{ name: string; owner: string; config: string[] | null; open: boolean }[]>`
    SELECT p.proname AS name, p.proowner::regrole::text AS owner, p.proconfig AS config,
           EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS open
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND prorettype <> 'trigger'::regtype ORDER BY p.proname`;
  t.strictSame(
    definers.map(({ name }) => name),
    Object.keys(TRIALS).sort(),
    'every function of the catalogue is tried, and each once',
  );
  for (const { name, owner, config, open } of definers) {
    t.equal(owner, ROLES.owner, `${name} runs as the owner of the tables and no more`);
    t.match(config, [/^search_path=public, pg_temp$/], `${name} finds what it means, whoever calls`);
    if (name !== 'xushi_subtree') t.notOk(open, `${name} is not everybody’s`);
    const { statement, beside = [], unscoped = [] } = TRIALS[name] as Trial;
    const parameters = given.slice(
      0,
      Math.max(0, ...[...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))),
    );
    const as = (scope: string | null) => outcome(api, scope, { statement, parameters });
    t.same(await as(String(ids['other-county'])), beside, `${name} from beside`);
    for (const scope of [null, '', '-1', '2147483647'])
      t.same(await as(scope), unscoped, `${name} with ${scope}`);
    const own = await as(String(ids.county));
    t.ok(Array.isArray(own) && own.length > 0, `${name} from the county itself: ${own}`);
  }
});

t.test(
  'a scope holds for its transaction, and is the only thing between a connection and the rows',
  async (t) => {
    const { context, sql, databaseUrl } = await openCounty(t, '2017-12-05T09:00:00+08:00');
    const [place] = await sql<{ id: number }[]>`SELECT id FROM org WHERE key = 'park'`;
    const api = postgres(roleUrl(databaseUrl, 'api', TEST_SECRET_KEY), { max: 1 });
    t.teardown(() => api.end());
    const seen = async (tx: Sql) =>
      (await tx`SELECT key FROM org ORDER BY key`).map(({ key }) => key as string);
    await api.begin(async (tx) => {
      await tx`SELECT set_config('xushi.org', ${String(place?.id)}, true)`;
      t.same(await seen(tx as never), ['park']);
    });
    t.same(await seen(api), [], 'the next on the same connection has none');
    await api
      .begin(async (tx) => {
        await tx`SELECT set_config('xushi.org', ${String(place?.id)}, true)`;
        throw new Error('taken back');
      })
      .catch(() => undefined);
    t.same(await seen(api), [], 'nor after one that failed');

    // The pool of the api: every connection of it was used by requests before.
    const left = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        context.store.scoped({ orgId: n % 2 === 0 ? 0 : (place?.id ?? -1) }, async (tx) => {
          const rows = await tx.execute<{ key: string }>('SELECT key FROM org');
          return rows.length;
        }),
      ),
    );
    t.same([...new Set(left.filter((_, n) => n % 2 === 1))], [1], 'no request has what another one had');

    for (const [statement, state] of [
      [`SET ROLE ${ROLES.owner}`, '42501'],
      [`SET ROLE ${ROLES.worker}`, '42501'],
      ['SET SESSION AUTHORIZATION postgres', '42501'],
      ['ALTER TABLE org DISABLE ROW LEVEL SECURITY', '42501'],
      ['CREATE POLICY mine ON org TO xushi_api USING (true)', '42501'],
      [
        'CREATE FUNCTION public.xushi_subtree() RETURNS SETOF integer LANGUAGE sql AS $$ SELECT 1 $$',
        '42501',
      ],
      ['TRUNCATE org', '42501'],
      ["COPY org TO PROGRAM 'cat'", '42501'],
      [`SET row_security = off; SELECT * FROM org`, '42501'],
    ] as const) {
      t.equal(await outcome(api, null, { statement, parameters: [] }), state, statement);
    }
  },
);

async function outcome(
  api: Sql,
  scope: string | null,
  { statement, parameters }: { statement: string; parameters: unknown[] },
): Promise<Outcome> {
  let result: Outcome = [];
  const undo = new Error('taken back');
  try {
    await api.begin(async (tx) => {
      if (scope !== null) await tx`SELECT set_config('xushi.org', ${scope}, true)`;
      const rows = await tx.unsafe(statement, parameters as never[]);
      result = rows.map((row) => String(Object.values(row)[0]));
      throw undo;
    });
  } catch (fault) {
    if (fault === undo) return result;
    const { code } = fault as { code?: string };
    if (code === undefined) throw fault;
    return code;
  }
  return result;
}
