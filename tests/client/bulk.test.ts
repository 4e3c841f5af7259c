import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { ApiProblem, createClient, type SheetBody, Unreachable } from '@xushi/client';
import t, { type Test } from 'tap';
import { listenTo } from './speaker.js';

const KEY = 'xushi_a_key_that_nobody_else_has';

interface Answer {
  org: string;
  period: string;
}

/** One sheet; of `note` its size. */
const sheet = (number: number, note = ''): SheetBody => ({
  org: `park-${number}`,
  period: '2021-03',
  values: [{ indicator: 'output', value: '1', note }],
});

/** Answers each line as the interface does, reading no further than it is read itself. */
async function answerLines(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for await (const line of createInterface({ input: request })) {
    const { org, period } = JSON.parse(line) as Answer;
    const filler = 'x'.repeat(4000);
    if (!response.write(`${JSON.stringify({ org, period, filler })}\n`)) await once(response, 'drain');
  }
  response.end();
}

async function bulkTo(
  t: Test,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  attemptMs = 60_000,
) {
  const url = await listenTo(t, handle);
  return createClient({ url, key: KEY, patience: { attemptMs } });
}

/** So many sheets, and how many of them were asked for. */
function sheets(count: number, note = '') {
  const made = { count: 0, ended: false };
  async function* lines() {
    try {
      for (let number = 1; number <= count; number += 1) {
        made.count = number;
        yield sheet(number, note);
      }
    } finally {
      made.ended = true;
    }
  }
  return { made, lines: lines() };
}

t.test('each line is answered in order, the first before the last is made', async (t) => {
  const client = await bulkTo(t, answerLines);
  let letOn = () => {};
  const answered = new Promise<void>((resolve) => {
    letOn = resolve;
  });
  async function* lines() {
    yield sheet(1);
    await answered;
    yield sheet(2);
    yield sheet(3);
  }
  const orgs: string[] = [];
  for await (const { org } of client.bulk<Answer>(lines())) {
    orgs.push(org);
    letOn();
  }
  t.same(orgs, ['park-1', 'park-2', 'park-3']);
});

t.test('the whole in one transaction is asked for; a list does as well as a stream', async (t) => {
  let asked = '';
  const client = await bulkTo(t, async (request, response) => {
    asked = `${request.method} ${request.url} ${request.headers.authorization}`;
    await answerLines(request, response);
  });
  let count = 0;
  for await (const _ of client.bulk<Answer>([sheet(1), sheet(2)], { atomic: true })) count += 1;
  t.equal(count, 2);
  t.equal(asked, `POST /v1/submissions/bulk?atomic=true Bearer ${KEY}`);
});

t.test('a server that does not read is not run ahead of', async (t) => {
  let letOn = () => {};
  const released = new Promise<void>((resolve) => {
    letOn = resolve;
  });
  const client = await bulkTo(t, async (request, response) => {
    await released;
    await answerLines(request, response);
  });
  const { made, lines } = sheets(20_000, 'n'.repeat(2000));
  const answers = client.bulk<Answer>(lines);
  const first = answers.next();
  const stalled = await settledCount(() => made.count);
  t.ok(stalled < 10_000, `${stalled} of 20,000 lines were made`);
  letOn();
  await first;
  let count = 1;
  for await (const _ of answers) count += 1;
  t.equal(count, 20_000);
});

t.test('a reader who does not read holds the lines back', async (t) => {
  const client = await bulkTo(t, answerLines, 2000);
  const { made, lines } = sheets(15_000, 'n'.repeat(2000));
  const answers = client.bulk<Answer>(lines);
  await answers.next();
  const stalled = await settledCount(() => made.count);
  t.ok(stalled < 12_000, `${stalled} of 15,000 lines were made`);
  // Longer than a silent server would be waited for: it is the reader who is slow.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  let count = 1;
  for await (const _ of answers) count += 1;
  t.equal(count, 15_000);
});

t.test('who makes lines slowly is waited for, a server that is silent is not', async (t) => {
  const client = await bulkTo(
    t,
    async (request, response) => {
      if (!request.url?.includes('atomic')) await answerLines(request, response);
      else request.resume();
    },
    1000,
  );
  async function* slowly() {
    yield sheet(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    yield sheet(2);
  }
  let count = 0;
  for await (const _ of client.bulk<Answer>(slowly())) count += 1;
  t.equal(count, 2);
  const fault = await client
    .bulk([sheet(1)], { atomic: true })
    .next()
    .catch((thrown: unknown) => thrown);
  t.ok(fault instanceof Unreachable && fault.reason === 'timeout', String(fault));
});

t.test('a connection that ends before the answers do says so', async (t) => {
  const client = await bulkTo(t, async (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.write('{"org":"park-1"}\n{"org":');
    await new Promise((resolve) => setTimeout(resolve, 20));
    response.destroy();
  });
  const { made, lines } = sheets(1_000_000);
  const answers = client.bulk<Answer>(lines);
  t.match((await answers.next()).value, { org: 'park-1' });
  const fault = await answers.next().catch((thrown: unknown) => thrown);
  t.ok(fault instanceof Unreachable && fault.reason === 'connection', String(fault));
  t.ok(made.ended, 'no more lines are asked for');
});

t.test('a refusal of the whole is the problem it is', async (t) => {
  const client = await bulkTo(t, async (request, response) => {
    request.resume();
    await once(request, 'end');
    response.writeHead(401, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ status: 401, code: 'notAuthenticated', detail: '', errors: [] }));
  });
  const fault = await client
    .bulk([sheet(1)])
    .next()
    .catch((thrown: unknown) => thrown);
  t.ok(fault instanceof ApiProblem && fault.problem.code === 'notAuthenticated', String(fault));
});

t.test('who stops reading, gives up, or fails at a line ends it', async (t) => {
  const client = await bulkTo(t, answerLines);
  const stopped = sheets(1_000_000);
  for await (const _ of client.bulk<Answer>(stopped.lines)) break;
  await settledCount(() => stopped.made.count);
  t.ok(stopped.made.ended);

  const giveUp = new AbortController();
  const left = client.bulk<Answer>(sheets(1_000_000).lines, { signal: giveUp.signal });
  await left.next();
  giveUp.abort(new Error('enough'));
  await t.rejects(drained(left), { message: 'enough' });

  async function* failing() {
    yield sheet(1);
    throw new Error('the file is broken');
  }
  await t.rejects(drained(client.bulk<Answer>(failing())), { message: 'the file is broken' });
});

async function drained(answers: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of answers);
}

/** A number once it has stopped growing. */
async function settledCount(look: () => number): Promise<number> {
  for (let last = -1, still = 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    still = look() === last ? still + 1 : 0;
    if (still === 10) return last;
    last = look();
  }
}
