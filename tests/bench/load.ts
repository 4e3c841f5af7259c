import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Requests to send, so many at a time, each body once. */
export interface Load {
  port: number;
  path: string;
  /** Each body with the key that sends it. */
  sheets: readonly { key: string; body: string }[];
  concurrency: number;
}

export interface LoadResult {
  /** From the first request to the last answer, ms. */
  total: number;
  /** Of each request, ms. */
  latencies: number[];
  /** How often each status came. */
  statuses: Record<string, number>;
}

/** Sends the load from a thread of its own, so that sending does not wait for serving. */
export function sendLoad(load: Load): Promise<LoadResult> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: load });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function run(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency });
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  let next = 0;
  const begun = performance.now();
  const client = async () => {
    while (next < load.sheets.length) {
      const position = next;
      next += 1;
      const sent = performance.now();
      const status = await send(load, { agent, position });
      latencies.push(performance.now() - sent);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: load.concurrency }, client));
  const total = performance.now() - begun;
  agent.destroy();
  return { total, latencies, statuses };
}

function send(load: Load, { agent, position }: { agent: Agent; position: number }): Promise<number> {
  const { key, body } = load.sheets[position] ?? { key: '', body: '' };
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port: load.port, path: load.path, method: 'POST', agent },
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': `bench-${load.path}-${load.concurrency}-${position}-${Math.random()}`,
          authorization: `Bearer ${key}`,
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

if (!isMainThread && workerData !== null) parentPort?.postMessage(await run(workerData as Load));
