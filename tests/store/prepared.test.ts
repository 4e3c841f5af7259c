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

t.test('what comes after a transaction that failed is refused, not run by itself', async (t) => {
  const store = await openWith(await cloneDatabase(t));
  t.teardown(() => store.close());
  const root = () => store.work((tx) => tx.execute(sql`SELECT name FROM org WHERE id = ${0}::integer`));
  const before = await root();
  let failed = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    failed = resolve;
  });
  let late: Promise<unknown> = Promise.resolve();
  const broken = store.work((tx) => {
    late = over.then(() => tx.execute(sql`UPDATE org SET name = ${'late'} WHERE id = 0`));
    late.catch(() => undefined);
    return Promise.all([tx.execute(sql`SELECT 1 / ${0}::integer`), late]);
  });
  await t.rejects(broken);
  failed();
  await t.rejects(late, { cause: { code: 'transactionOver' } });
  t.same([...(await root())], [...before], 'nothing was written');
});
