import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, Unreachable } from '@xushi/client';
import { temporaryFolder } from '@xushi/testing';
import t from 'tap';
import { listenTo, problem, speaker } from './speaker.js';

const KEY = 'xushi_a_key_that_nobody_else_has';
const MIB = 1024 * 1024;

const query = (under: string) => ({ under, period: '2021-03' });

t.test('a form holds the words first and then the file, under its name, the same on every try', async (t) => {
  const { url, asked } = await speaker(t, [problem(503, 'notReady'), { status: 201, body: { revision: 1 } }]);
  const client = createClient({ url, key: KEY });
  const text = Buffer.from('月份,产值\n11,50.6\n');
  const file = { name: '报送"表.csv', type: 'text/csv', size: text.length, pieces: () => piecesOf(text) };
  const answer = await client.upload('/v1/submissions/file', file, { fields: { org: '双牌' } });
  t.same(answer, { revision: 1 });
  const [first, second] = asked;
  t.same(first?.body, second?.body, 'to the byte');
  t.equal(first?.headers['idempotency-key'], second?.headers['idempotency-key']);
  // Read by a parser that is not ours.
  const read = await new Response(second?.body, {
    headers: { 'content-type': second?.headers['content-type'] ?? '' },
  }).formData();
  t.same([...read.keys()], ['org', 'file']);
  t.equal(read.get('org'), '双牌');
  const came = read.get('file') as File;
  t.equal(came.name, '报送"表.csv');
  t.equal(came.type, 'text/csv');
  t.equal(await came.text(), '月份,产值\n11,50.6\n');
});

t.test('a large file is read while it is sent', async (t) => {
  const path = join(temporaryFolder(t), 'large.bin');
  const file = await open(path, 'w');
  const piece = Buffer.alloc(MIB, 'x');
  for (let written = 0; written < 256; written += 1) await file.write(piece);
  await file.close();
  let most = 0;
  const before = process.memoryUsage().rss;
  const url = await listenTo(t, async (request, response) => {
    const digest = createHash('sha256');
    for await (const bytes of request) {
      digest.update(bytes);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ length: Number(request.headers['content-length']) }));
  });
  const client = createClient({ url, key: KEY });
  const large = {
    name: 'a.bin',
    type: 'application/octet-stream',
    size: 256 * MIB,
    pieces: () => createReadStream(path),
  };
  const answer = await client.upload<{ length: number }>('/v1/submissions/file', large);
  t.ok(answer.length > 256 * MIB, 'its length is said beforehand');
  t.ok(most < 128 * MIB, `${Math.round(most / MIB)} MiB more than before`);
});

t.test('a file comes in pieces; one that ends before its time says so', async (t) => {
  const url = await listenTo(t, async (request, response) => {
    response.writeHead(200, {
      'content-length': '200000',
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="board.xlsx"; filename*=UTF-8''%E8%A1%A8.xlsx`,
    });
    response.write(Buffer.alloc(100_000));
    // Cut once the first half is there; the good one goes on.
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (request.url?.includes('cut')) response.destroy();
    else response.end(Buffer.alloc(100_000));
  });
  const client = createClient({ url, key: KEY });
  const whole = await client.download('/v1/scoreboard.xlsx', { query: query('whole') });
  t.equal(whole.name, '表.xlsx');
  t.equal((await whole.bytes()).length, 200_000);

  const cut = await client.download('/v1/scoreboard.xlsx', { query: query('cut') });
  const fault = await cut.bytes().catch((thrown: unknown) => thrown);
  t.ok(fault instanceof Unreachable && fault.reason === 'connection', String(fault));
});

t.test('a file that stops coming is left, and a reader who stops ends the connection', async (t) => {
  const closed: Promise<unknown>[] = [];
  const url = await listenTo(t, async (request, response) => {
    closed.push(once(response, 'close'));
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.write(Buffer.alloc(10));
    if (request.url?.includes('endless')) while (!response.destroyed) await writing(response);
  });
  const client = createClient({ url, key: KEY, patience: { attemptMs: 1000 } });
  const silent = await client.download('/v1/scoreboard.xlsx', { query: query('silent') });
  const fault = await silent.bytes().catch((thrown: unknown) => thrown);
  t.ok(fault instanceof Unreachable && fault.reason === 'timeout', String(fault));

  const endless = await client.download('/v1/scoreboard.xlsx', { query: query('endless') });
  for await (const piece of endless.body) {
    t.ok(piece.length > 0);
    // A reader that takes his time is no silence of the server.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    break;
  }
  await Promise.all(closed);
});

const writing = (response: NodeJS.WritableStream): Promise<unknown> =>
  response.write(Buffer.alloc(1000))
    ? new Promise((resolve) => setTimeout(resolve, 1))
    : Promise.race([once(response, 'drain'), once(response, 'close')]);

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, 5);
  yield bytes.subarray(5);
}
