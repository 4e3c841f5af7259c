import { startApi } from '@xushi/api';
import { ADMIN_KEY, checkedFetch, openInstallation } from '@xushi/testing';
import postgres from 'postgres';
import t from 'tap';
import { laggingSheet, mustBe, NOW, setUpCounty, setUpPark } from './parks.js';
import { until } from './until.js';

const AT_ONCE = 10;

t.test('a submission with an Idempotency-Key has one effect, however often it comes', async (t) => {
  const installation = await openInstallation(t, { at: NOW });
  const api = await startApi(installation.context);
  t.teardown(() => api.stop());
  const sql = postgres(installation.databaseUrl, { max: 1 });
  t.teardown(() => sql.end());
  await setUpCounty(installation.call);

  const submit = async (idempotencyKey: string, sheet: unknown, key = ADMIN_KEY) => {
    const answer = await checkedFetch(`${api.url}/v1/submissions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify(sheet),
    });
    return {
      status: answer.status,
      replayed: answer.headers.get('idempotency-replayed'),
      body: (await answer.json()) as Record<string, unknown>,
    };
  };
  /** What was stored about a park: its revisions, and the events that announce them. */
  const stored = async (org: string) => {
    const [row] = await sql<{ revisions: number[]; figures: number; events: number }[]>`
      SELECT array(SELECT revision FROM submission s WHERE s.org_id = o.id ORDER BY revision) AS revisions,
             (SELECT count(*)::integer FROM figure f WHERE f.org_id = o.id) AS figures,
             (SELECT count(*)::integer FROM event e WHERE e.org_id = o.id AND e.type = 'submission.accepted') AS events
      FROM org o WHERE o.key = ${org}`;
    return { ...row };
  };
  const ONCE = { revisions: [1], figures: 2, events: 1 };

  await t.test('one after the other', async (t) => {
    await setUpPark(installation.call, 'again');
    const first = await submit('sheet-1', laggingSheet('again'));
    const second = await submit('sheet-1', laggingSheet('again'));
    t.equal(first.status, 201);
    t.equal(first.replayed, null);
    t.equal(second.replayed, 'true', 'the answer says that it is the first one again');
    t.strictSame([second.status, second.body], [first.status, first.body], 'the same answer');
    t.strictSame(await stored('again'), ONCE);
  });

  await t.test(`${AT_ONCE} at once`, async (t) => {
    await setUpPark(installation.call, 'at-once');
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => submit('sheet-1-at-once', laggingSheet('at-once'))),
    );
    t.strictSame(
      answers.map(({ status }) => status),
      answers.map(() => 201),
    );
    for (const { body } of answers) t.strictSame(body, answers[0]?.body, 'the same answer');
    t.equal(answers.filter(({ replayed }) => replayed === null).length, 1, 'one of them did the work');
    t.strictSame(await stored('at-once'), ONCE);
    t.comment(`› ${AT_ONCE} requests at once with one key: one revision, ${AT_ONCE} equal answers`);
  });

  await t.test('another body', async (t) => {
    await setUpPark(installation.call, 'other-body');
    const first = await submit('sheet-2', laggingSheet('other-body'));
    t.equal(first.status, 201);
    const changed = laggingSheet('other-body');
    const other = await submit('sheet-2', { ...changed, values: changed.values.slice(0, 1) });
    t.match(other, { status: 409, body: { code: 'idempotencyConflict' } });
    const many = await Promise.all([
      submit('sheet-2', { ...changed, reason: 'a' }),
      submit('sheet-2', laggingSheet('other-body')),
      submit('sheet-2', { ...changed, reason: 'b' }),
    ]);
    t.strictSame(
      many.map(({ status }) => status),
      [409, 201, 409],
      'the first body still gets its answer',
    );
    t.strictSame(await stored('other-body'), ONCE);
  });

  await t.test('what was refused may be tried again, and another holder’s key is another', async (t) => {
    await setUpPark(installation.call, 'refused');
    const wrong = await submit('sheet-3', { ...laggingSheet('refused'), period: '2030-01' });
    t.equal(wrong.status, 422);
    const right = await submit('sheet-3', laggingSheet('refused'));
    t.equal(right.status, 201, 'the key was not used up');
    const { secret } = await mustBe(installation.call, 'POST', '/v1/keys', {
      name: 'another',
      role: 'reporter',
      org: 'refused',
    });
    const another = await submit('sheet-3', laggingSheet('refused'), String(secret));
    t.match(
      another,
      { status: 200, replayed: null, body: { revision: 1 } },
      'nothing new, but no repetition',
    );
    t.strictSame(await stored('refused'), ONCE);
  });

  await t.test('one that is still being worked on is waited for, and not for ever', async (t) => {
    await setUpPark(installation.call, 'slow');
    // A request of the same key that has claimed its row and is not done, as another process would be.
    const [key] = await sql<{ id: string }[]>`SELECT id FROM api_key WHERE org_id = 0`;
    const other = postgres(installation.databaseUrl, { max: 1 });
    t.teardown(() => other.end());
    const undo = new Error('that request failed');
    const inFlight = async (idempotencyKey: string, meanwhile: () => Promise<void>) =>
      other
        .begin(async (tx) => {
          await tx`INSERT INTO idempotency (key_id, route, idempotency_key, org_id, body_hash, created_at)
            VALUES (${key?.id ?? ''}, 'POST /v1/submissions', ${idempotencyKey}, 0, '', now())`;
          await meanwhile();
          throw undo;
        })
        .catch((fault) => {
          if (fault !== undo) throw fault;
        });
    const waiting = () =>
      until('the request waits', async () => {
        const rows = await sql`SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%idempotency%'`;
        return rows.length > 0;
      });

    let first: ReturnType<typeof submit> | undefined;
    await inFlight('slow-1', async () => {
      first = submit('slow-1', laggingSheet('slow'));
      await waiting();
    });
    t.match(
      await first,
      { status: 201, replayed: null },
      'what had claimed it failed: this one does the work',
    );
    t.strictSame(await stored('slow'), ONCE);

    const begun = performance.now();
    await inFlight('slow-2', async () => {
      const answer = await submit('slow-2', laggingSheet('slow'));
      t.match(answer, { status: 409, body: { code: 'idempotencyInFlight' } });
    });
    const waited = performance.now() - begun;
    t.ok(waited > 4900 && waited < 15_000, `it waited ${waited.toFixed(0)} ms for 5 s`);
    t.strictSame(await stored('slow'), ONCE, 'and nothing was stored');
    t.equal((await submit('slow-2', laggingSheet('slow'))).status, 200, 'the key is free again');
  });

  await t.test('answers are kept for a day at least', async (t) => {
    const { forgetOldAnswers } = await import('@xushi/store');
    await setUpPark(installation.call, 'kept');
    t.equal((await submit('kept', laggingSheet('kept'))).status, 201);
    const forgetAfter = (hours: number) =>
      installation.context.work(({ tx, wallNow }) =>
        forgetOldAnswers(tx, new Date(wallNow.getTime() + hours * 3_600_000)),
      );
    await forgetAfter(24);
    t.match(await submit('kept', laggingSheet('kept')), { status: 201, replayed: 'true' });
    await forgetAfter(24 * 4);
    t.match(await submit('kept', laggingSheet('kept')), { status: 200, replayed: null }, 'and not for ever');
  });
});
