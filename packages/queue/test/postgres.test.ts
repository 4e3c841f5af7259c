import { Client } from 'pg';
import t from 'tap';
import { migrateQueue, openDoorbells } from '../src/index.js';
import { createQueuePool } from '../src/postgres-pool.js';
import { postgresBackend } from './backends.js';
import { ringingTests } from './ringing.js';
import { createAnswers, newPrefix, open, routes, until } from './support.js';
import { troubleTests } from './trouble.js';

t.test('rings kept on Postgres', async (t) => {
  const backend = await postgresBackend(t);
  await ringingTests(t, backend);
  await troubleTests(t, backend);
});

t.test('the schema', async (t) => {
  const { options } = await postgresBackend(t);
  if (options.kind !== 'postgres') return;
  const { url } = options;

  await t.test('twenty processes may migrate at once, and again', async (t) => {
    const role = 'ringer';
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`create role ${role} login password 'rings'`);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        migrateQueue(url, 'other', { services: ['evaluator', 'notifier'], usableBy: [role] }),
      ),
    );
    await migrateQueue(url, 'other');
    const { rows } = await client.query<{ schema: string }>(
      `select distinct table_schema as schema from information_schema.tables where table_name = 'job' order by 1`,
    );
    await client.end();
    t.same(rows, [{ schema: 'bells' }, { schema: 'other' }]);

    const limited = new URL(url);
    limited.username = role;
    limited.password = 'rings';
    const bells = await open(t, {
      backend: { ...options, url: limited.href, schema: 'other' },
      prefix: newPrefix(),
    });
    const answers = createAnswers();
    await bells.listen({ service: 'evaluator', reactors: ['judge'], concurrency: 1, ...answers });
    const answered = answers.next('judge');
    bells.ring('judge');
    await answered;
    t.same(bells.logged, [], 'a role that was named may ring and answer');
  });

  await t.test('one schema does not hear another', async (t) => {
    const one = await open(t, { backend: options, prefix: newPrefix() });
    const other = await open(t, { backend: { ...options, schema: 'other' }, prefix: newPrefix() });
    const answers = createAnswers();
    await other.listen({ service: 'evaluator', reactors: ['judge', 'rank'], concurrency: 1, ...answers });
    one.ring('judge');
    await until(async () => (await one.waiting('evaluator')) === 1);
    const answered = answers.next('rank');
    other.ring('rank');
    await answered;
    t.equal(answers.count('judge'), 0);
    t.equal(await one.waiting('evaluator'), 1);
  });

  await t.test('a connection that breaks between being taken and its first query ends nothing', async (t) => {
    const pool = createQueuePool(options);
    t.teardown(() => pool.end());
    const taken = await pool.connect();
    const { rows } = await taken.query<{ pid: number }>('select pg_backend_pid() as pid');
    const broken = new Promise<void>((resolve) => taken.on('end', resolve));
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await broken;
    await t.rejects(taken.query('select 1'), 'who took it hears of it');
    taken.release(true);
    t.same((await pool.query('select 1 as one')).rows, [{ one: 1 }], 'the pool goes on');
  });

  await t.test('four workers on a pool of eight are all woken', async (t) => {
    const services = { a: 'one', b: 'two', c: 'three', d: 'four' };
    const bells = await openDoorbells({
      backend: { ...options, maxConnections: 8 },
      prefix: newPrefix(),
      routes: services,
      log: (message) => t.comment(message),
    });
    t.teardown(() => bells.close());
    const answers = createAnswers();
    for (const [reactor, service] of Object.entries(services)) {
      await bells.listen({ service, reactors: [reactor], concurrency: 4, ...answers });
    }
    await t.rejects(
      bells.listen({ service: 'one', reactors: ['a'], concurrency: 1, ...answers }),
      { code: 'queuePoolTooSmall', message: /5 workers need 9 connections/ },
      'a fifth would leave too few to work with',
    );
    for (let round = 0; round < 5; round += 1) {
      const all = Object.keys(services).map((reactor) => answers.next(reactor));
      for (const reactor of Object.keys(services)) bells.ring(reactor);
      await Promise.all(all);
    }
  });

  await t.test('what is missing is told', async (t) => {
    const log = () => undefined;
    const prefix = newPrefix();
    await t.rejects(openDoorbells({ backend: { ...options, schema: 'nowhere' }, prefix, routes, log }), {
      code: 'queueNotMigrated',
      message: /schema nowhere is missing .* run the migrations/,
    });
    const elsewhere = new URL(url);
    elsewhere.port = '1';
    await t.rejects(openDoorbells({ backend: { ...options, url: elsewhere.href }, prefix, routes, log }), {
      code: 'queueUnreachable',
      message: /ECONNREFUSED.*check DATABASE_DIRECT_URL/,
    });
    await t.rejects(openDoorbells({ backend: options, prefix, routes: { a: 'one:two' }, log }), {
      code: 'queueMisnamed',
    });
  });
});
