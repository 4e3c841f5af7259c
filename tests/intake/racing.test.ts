import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';
const sheet = (value: number) => ({
  org: 'park',
  period: '2017-11',
  values: [{ indicator: 'output', value }],
  reason: `revision to ${value}`,
});

t.test('If-Match lets a change through only where nothing came between', async (t) => {
  const { call, rowCounts } = await openCounty(t, NOW);
  const submit = (value: number, match: string) =>
    call('POST', '/v1/submissions', sheet(value), { headers: { 'if-match': match } });
  t.match(
    await submit(1, '"1"'),
    { status: 409, body: { code: 'revisionConflict' } },
    'there is nothing yet',
  );
  t.match(await submit(1, '0'), { status: 201, headers: { etag: '"1"' } });
  const before = await rowCounts();
  t.match(await submit(2, '"0"'), { status: 409 });
  t.match(await submit(2, 'W/"1"'), { status: 422 });
  t.same(await rowCounts(), before);
  t.match(await submit(2, '"1"'), { status: 201, body: { revision: 2 }, headers: { etag: '"2"' } });
});

t.test('of racing revisions each number has exactly one winner, and nothing is lost', async (t) => {
  const { call, sql } = await openCounty(t, NOW);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, position) => call('POST', '/v1/submissions', sheet(position + 1))),
  );
  t.same([...new Set(answers.map(({ status }) => status))], [201]);
  const numbers = answers.map(({ body }) => Number(body.revision)).sort((a, b) => a - b);
  t.same(
    numbers,
    Array.from({ length: 12 }, (_, position) => position + 1),
  );
  const [counts] = await sql`
    SELECT (SELECT count(*)::integer FROM figure) AS figures,
           (SELECT count(*)::integer FROM event WHERE type = 'submission.accepted') AS events`;
  t.same({ ...counts }, { figures: 12, events: 12 });
});

t.test('of racing changes that name the revision they saw exactly one is made', async (t) => {
  const { call } = await openCounty(t, NOW);
  await call('POST', '/v1/submissions', sheet(100));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, position) =>
      call('POST', '/v1/submissions', sheet(position + 1), { headers: { 'if-match': '"1"' } }),
    ),
  );
  t.same(answers.map(({ status }) => status).sort(), [201, ...Array.from({ length: 9 }, () => 409)]);
});

t.test('the same Idempotency-Key sent at once makes one revision and one answer', async (t) => {
  const { call, sql } = await openCounty(t, NOW);
  const headers = { 'idempotency-key': 'one' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call('POST', '/v1/submissions', sheet(1), { headers })),
  );
  t.same([...new Set(answers.map(({ status }) => status))], [201]);
  t.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  t.equal((await sql`SELECT 1 FROM submission`).length, 1);
  t.match(await call('POST', '/v1/submissions', sheet(2), { headers }), {
    status: 409,
    body: { code: 'idempotencyConflict' },
  });
});
