import type { ProblemBody } from '@xushi/protocol';
import { type Answered, textOf } from './exchange.js';

/** An answer that says no: the problem as the interface gave it, with every fault of the request. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemBody,
  ) {
    super(`${status} ${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
}

/**
 * No answer came: the connection failed, it took too long, or what answered is not this interface. Whether a change
 * was made is not known then, except that nothing was where `reason` is `notXushi`.
 */
export class Unreachable extends Error {
  constructor(
    readonly reason: 'connection' | 'timeout' | 'notXushi',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Unreachable';
  }
}

/** What a connection that failed says of itself: its sentence and code. */
export function connectionFault(thrown: unknown): Unreachable {
  // Of several addresses that were tried the first tells enough.
  const first = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  const { message = '', code = '' } = first as { message?: string; code?: string };
  const said = message.includes(code) ? message : `${message} (${code})`;
  return new Unreachable('connection', said || 'the connection failed', { cause: thrown });
}

/** The problem that an answer of 300 and above carries; what is none, of a proxy say, is told by its status. */
export async function problemOf(answer: Answered): Promise<ApiProblem | Unreachable> {
  const { status, statusText, headers, url } = answer;
  if (status < 400) {
    answer.body.destroy();
    return new Unreachable(
      'notXushi',
      `${url} leads on to ${headers.location ?? 'nowhere'}: give that address`,
    );
  }
  const text = await textOf(answer);
  try {
    const problem = JSON.parse(text) as Partial<ProblemBody> | null;
    if (typeof problem?.code === 'string' && Array.isArray(problem.errors)) {
      return new ApiProblem(status, problem as ProblemBody);
    }
  } catch {
    // Not written by xushi: told below.
  }
  const title = `${status} ${statusText}`.trim();
  const requestId = String(headers['x-request-id'] ?? '');
  const told = { type: 'about:blank', title, status, detail: title, code: 'unknown', requestId, errors: [] };
  return new ApiProblem(status, told);
}
