import { InputRefused } from '@xushi/delivery';
import { rootCause, toError, XushiError } from '@xushi/platform';
import { type Fault, type Language, PROBLEMS, Problem, type ProblemCode, problemBody } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import { sqlState } from '@xushi/store';
import { WorkbookFault } from '@xushi/workbook';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { shapeFaults } from './shape-faults.js';

/** The reader's language: Chinese, or English where it is asked for first. */
export function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

/** Answers whatever was thrown as RFC 9457 problem, and logs it with the request's id. */
export function answerProblem(
  context: Context,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemOf(thrown);
  const fields = {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url,
    code: problem.code,
  };
  if (problem.status >= 500) {
    // A failed query's own message holds everything that was sent with it.
    const frames = toError(thrown)
      .stack?.match(/^ {4}at .*$/gm)
      ?.join('\n');
    context.log.error({ ...fields, reason: rootCause(thrown).message, stack: frames }, 'a request failed');
  } else {
    context.log.info(fields, 'a request was refused');
  }
  const body = problemBody(problem, languageOf(request), request.id);
  void reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

const CONNECTION_LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
]);

/** What capabilities say of a thing that is not there, or not in the caller's subtree. */
const NOT_FOUND = new Set(['receiverNotFound', 'deliveryNotFound']);

/** What is answered for whatever was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof InputRefused)
    return new Problem('invalid', { faults: thrown.faults.map(receiverFault) });
  if (thrown instanceof XushiError && NOT_FOUND.has(thrown.code))
    return new Problem('notFound', { cause: thrown });
  if (thrown instanceof WorkbookFault) return fileProblem(thrown);
  const error = toError(thrown) as FastifyError;
  if (error.validation) return new Problem('invalid', { faults: shapeFaults(error.validation) });
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('bodyTooLarge', { cause: error });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem('mediaTypeNotSupported', { cause: error });
  if (error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH')
    return new Problem(error.code === 'FST_ERR_BAD_URL' ? 'requestNotReadable' : 'notFound', {
      cause: error,
    });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Problem('bodyNotJson', { cause: error });
  // A number or text that Postgres itself cannot hold is the sender's mistake, not ours: NUL, half a surrogate pair.
  if (['22P05', '22P02', '22021', '22003'].includes(sqlState(thrown) ?? '')) {
    return new Problem('invalid', {
      faults: [
        {
          pointer: '',
          code: 'shape',
          params: { message: '含有无法存储的字符或数值 / holds a character or number that cannot be stored' },
        },
      ],
      cause: error,
    });
  }
  const state = sqlState(thrown);
  const lost = CONNECTION_LOST.has(String(error.code)) || state?.startsWith('57P') || state?.startsWith('08');
  return new Problem(lost ? 'notReady' : 'internal', { cause: error });
}

/** Why a file cannot be read, at its cell where it is one. */
function fileProblem({ code, details }: WorkbookFault): Problem {
  const { sheet, cell } = details;
  const params = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
  const words = { found: '—', what: '', limit: '', line: '', ...params };
  const faults: Fault[] =
    cell === undefined ? [] : [{ pointer: `/sheets/${sheet || 'csv'}/${cell}`, code, params: words }];
  return new Problem(code, { params: words, faults });
}

function receiverFault(fault: { pointer: string; code: string; message: string }): Fault {
  if (fault.code in PROBLEMS)
    return { pointer: fault.pointer, code: fault.code as ProblemCode, params: { address: '' } };
  return { pointer: fault.pointer, code: 'shape', params: { message: fault.message } };
}
