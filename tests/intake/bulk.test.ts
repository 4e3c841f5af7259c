import { buildServer } from '@xushi/api';
import { ADMIN_KEY } from '@xushi/testing';
import t from 'tap';
import { openCounty } from '../county.js';

const NOW = '2017-12-05T09:00:00+08:00';

interface LineAnswer {
  line: number;
  status: number;
  submission?: { revision: number; state: string };
  problem?: { code: string; errors: { pointer: string; code: string }[] };
}

async function openBulk(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, NOW);
  const server = await buildServer(county.context);
  t.teardown(() => server.close());
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const send = (body: string | ReadableStream, query = '', headers: Record<string, string> = {}) =>
    fetch(`${address}/v1/submissions/bulk${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/x-ndjson', ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
  const bulk = async (...given: Parameters<typeof send>) => {
    const answer = await send(...given);
    const text = await answer.text();
    if (answer.status !== 200) return { status: answer.status, problem: JSON.parse(text), lines: [] };
    const lines = text.split('\n').filter((line) => line !== '');
    return {
      status: answer.status,
      problem: null,
      lines: lines.map((line) => JSON.parse(line) as LineAnswer),
    };
  };
  return { ...county, address, send, bulk };
}

const sheet = (org: string, period: string, value: string, rest: object = {}) =>
  JSON.stringify({ org, period, values: [{ indicator: 'output', value }], ...rest });

t.test('each line is stored or refused by itself, and answered in order', async (t) => {
  const { bulk, sql } = await openBulk(t);
  const text = [
    sheet('park', '2017-10', '40'),
    '',
    'not json',
    sheet('park', '2017-13', '1'),
    sheet('nowhere', '2017-10', '1'),
    '{"org":"park","org":"sister","period":"2017-10","values":[]}',
    sheet('park', '2017-11', '44'),
    sheet('sister', '2017-11', '4e400'),
    sheet('sister', '2017-11', '4', { surprise: true }),
    sheet('sister', '2017-11', '4'),
  ].join('\n');
  const { status, lines } = await bulk(text);
  t.equal(status, 200);
  t.same(
    lines.map(({ line, status, problem }) => [line, status, problem?.errors[0]?.code ?? problem?.code]),
    [
      [1, 201, undefined],
      [3, 400, 'bodyNotJson'],
      [4, 422, 'notAPeriod'],
      [5, 422, 'unknownOrg'],
      [6, 422, 'memberTwice'],
      [7, 201, undefined],
      [8, 422, 'notPlainDecimal'],
      [9, 422, 'unknownField'],
      [10, 201, undefined],
    ],
  );
  const rows =
    await sql`SELECT o.key, s.month FROM submission s JOIN org o ON o.id = s.org_id ORDER BY s.sequence`;
  t.same(
    [...rows],
    [
      { key: 'park', month: 10 },
      { key: 'park', month: 11 },
      { key: 'sister', month: 11 },
    ],
  );
});

t.test('a line is compared with those before it', async (t) => {
  const { bulk, ask } = await openBulk(t);
  const { lines } = await bulk(
    [
      sheet('park', '2017-11', '44'),
      sheet('park', '2017-11', '44'),
      sheet('park', '2017-11', '45'),
      sheet('park', '2017-11', '46', { reason: '更正' }),
    ].join('\r\n'),
  );
  t.match(lines, [
    { status: 201, submission: { revision: 1 } },
    { status: 200, submission: { revision: 1 } },
    { status: 422, problem: { errors: [{ code: 'reasonNeeded' }] } },
    { status: 201, submission: { revision: 2 } },
  ]);
  const { data } = await ask<{ data: { value: string; state: string }[] }>('GET', '/v1/figures?org=park');
  t.same(
    data.map(({ value, state }) => `${value} ${state}`),
    ['44 superseded', '46 inForce'],
  );
  const { data: submissions } = await ask<{ data: { state: string }[] }>('GET', '/v1/submissions?org=park');
  t.same(
    submissions.map(({ state }) => state),
    ['superseded', 'accepted'],
  );
});

t.test('atomic: one fault and nothing is stored, all faults told with the line in the pointer', async (t) => {
  const { bulk, rowCounts } = await openBulk(t);
  const before = await rowCounts();
  const good = [sheet('park', '2017-11', '44'), sheet('sister', '2017-11', '4')];
  const refused = await bulk([...good, sheet('park', '2017-12', '50'), '{'].join('\n'), '?atomic=true');
  t.equal(refused.status, 422);
  t.same(
    refused.problem.errors.map(
      ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`,
    ),
    ['/2/period periodNotOpen', '/3 bodyNotJson'],
  );
  t.same(await rowCounts(), before);
  const taken = await bulk(good.join('\n'), '?atomic=true');
  t.match(taken.lines, [{ status: 201 }, { status: 201 }]);
});

t.test('the same lines under the same key are answered as at first', async (t) => {
  const { bulk, rowCounts } = await openBulk(t);
  const key = { 'idempotency-key': 'once' };
  const first = await bulk(
    [sheet('park', '2017-11', '44'), sheet('sister', '2017-11', '4')].join('\n'),
    '',
    key,
  );
  const before = await rowCounts();
  const again = await bulk(
    [
      sheet('park', '2017-11', '44'),
      sheet('sister', '2017-11', '5'),
      sheet('other-park', '2017-11', '1'),
    ].join('\n'),
    '',
    key,
  );
  t.same(again.lines[0], first.lines[0]);
  t.match(again.lines.slice(1), [
    { line: 2, status: 409, problem: { code: 'idempotencyConflict' } },
    { line: 3, status: 201 },
  ]);
  t.equal((await rowCounts()).submission, (before.submission ?? 0) + 1);
});

t.test('whoever sends a line and waits gets its answer before he sends the next', async (t) => {
  const { send } = await openBulk(t);
  let write: (line: string) => void = () => undefined;
  let end: () => void = () => undefined;
  const body = new ReadableStream({
    start(controller) {
      write = (line) => controller.enqueue(Buffer.from(`${line}\n`));
      end = () => controller.close();
    },
  });
  write(sheet('park', '2017-10', '40'));
  const answer = await send(body);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  t.match(Buffer.from((await reader.read()).value ?? []).toString(), /"line":1,"status":201/);
  write(sheet('park', '2017-11', '44'));
  t.match(Buffer.from((await reader.read()).value ?? []).toString(), /"line":2,"status":201/);
  end();
  t.equal((await reader.read()).done, true);
});

t.test('other media types and other keys are refused before a line is read', async (t) => {
  const { send, address } = await openBulk(t);
  const json = await send(sheet('park', '2017-11', '44'), '', { 'content-type': 'application/json' });
  t.equal(json.status, 415);
  const nobody = await send(sheet('park', '2017-11', '44'), '', { authorization: 'Bearer nobody-at-all' });
  t.equal(nobody.status, 401);
  const lines = await fetch(`${address}/v1/submissions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/x-ndjson' },
    body: sheet('park', '2017-11', '44'),
  });
  t.equal(lines.status, 415, 'lines are taken in bulk only');
});
