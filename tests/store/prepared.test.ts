import { openStore, roleUrl } from '@xushi/store';
import { cloneDatabase, TEST_SECRET_KEY } from '@xushi/testing';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import t from 'tap';

const openWith = (url: string) =>
  openStore({ url, secretKey: TEST_SECRET_KEY, apiConnections: 1, workerConnections: 1 });

t.test('statements are prepared, sent without waiting, and planned once for a worker', async (t) => {
  const store = await openWith(await cloneDatabase(t));
  t.teardown(() => store.close());
  const ask = (of: number) =>
    store.work((tx) =>
      tx.execute<{ prepared: string; plans: string }>(sql`
        SELECT ${of}::integer AS of, current_setting('plan_cache_mode') AS plans,
               (SELECT string_agg(statement, ' ') FROM pg_prepared_statements) AS prepared`),
    );
  await ask(1);
  const [row] = await ask(2);
  t.match(row?.prepared, /AS of/, 'the second time the first is known');
  t.equal(row?.plans, 'force_generic_plan');
});

t.test('a table that changes under a running process costs a try and no answer', async (t) => {
  const url = await cloneDatabase(t);
  const store = await openWith(url);
  t.teardown(() => store.close());
  const owner = postgres(roleUrl(url, 'owner', TEST_SECRET_KEY), { max: 1, onnotice: () => undefined });
  t.teardown(() => owner.end());
  const read = () => store.work((tx) => tx.execute(sql`SELECT * FROM org WHERE id = ${0}::integer`));
  t.notOk('tried' in ((await read())[0] ?? {}));
  await owner`ALTER TABLE org ADD COLUMN tried integer DEFAULT 7`;
  t.match(await read(), [{ id: 0, tried: 7 }]);
});
