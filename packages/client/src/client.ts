import type { ProblemBody } from '@xushi/protocol';

/** An answer that says no: the problem as the interface gave it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemBody,
  ) {
    super(`${status} ${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
}

export interface Client {
  get<T>(path: string): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  /** With an idempotency key the same call again has one effect. */
  post<T>(path: string, body: unknown, options?: { idempotencyKey?: string }): Promise<T>;
  remove(path: string): Promise<void>;
  /** A file as it is. */
  download(path: string): Promise<Buffer>;
}

const TIMEOUT_MS = 60_000;
const RETRIES = 4;

/**
 * A client of the interface. Connection faults, 429 and 503 are tried again where that is safe: reads, puts, and
 * posts with an idempotency key. Throws `ApiProblem` for every other answer of 400 and above.
 */
export function createClient(options: { url: string; key: string; language?: 'zh' | 'en' }): Client {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Response> {
    const repeatable = method !== 'POST' || idempotencyKey !== undefined;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const response = await fetch(`${options.url}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${options.key}`,
            'accept-language': options.language ?? 'zh',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (response.ok) return response;
        const again = repeatable && attempt < RETRIES && (response.status === 429 || response.status === 503);
        if (!again) throw new ApiProblem(response.status, (await response.json()) as ProblemBody);
        await response.body?.cancel();
      } catch (fault) {
        if (fault instanceof ApiProblem || !repeatable || attempt >= RETRIES) throw fault;
      }
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
  const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
  return {
    get: (path) => json(call('GET', path)),
    put: (path, body) => json(call('PUT', path, body)),
    post: (path, body, { idempotencyKey } = {}) => json(call('POST', path, body, idempotencyKey)),
    remove: async (path) => {
      await call('DELETE', path);
    },
    download: async (path) => Buffer.from(await (await call('GET', path)).arrayBuffer()),
  };
}
