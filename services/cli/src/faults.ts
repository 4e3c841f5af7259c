import { ApiProblem, Unreachable } from '@xushi/client';
import type { Language, ProblemBody } from '@xushi/protocol';
import { linedUp } from '@xushi/wording';
import { type Said, UsageFault } from './command.js';
import { EXIT, type ExitCode } from './exit-codes.js';

/** What is said of whatever ended a command. */
export function saidOf(fault: unknown, language: Language): Said {
  if (fault instanceof ApiProblem) return refused(fault.problem, language);
  const message = fault instanceof Error ? fault.message : String(fault);
  if (fault instanceof UsageFault) return plain(EXIT.usage, 'usage', message);
  if (fault instanceof Unreachable) return plain(EXIT.tryAgain, 'unreachable', unreachable(fault, language));
  // Nobody thought of it: the same again is the best that can be tried.
  return plain(EXIT.tryAgain, 'internal', message);
}

function plain(exit: ExitCode, code: string, detail: string): Said {
  return { exit, lines: [`xushi: ${detail}`], json: { code, detail, errors: [] } };
}

const UNREACHABLE: Record<Unreachable['reason'], Record<Language, string>> = {
  connection: { zh: '连接失败，请稍后重试', en: 'the connection failed, try again later' },
  timeout: { zh: '未在限定时间内得到答复，请稍后重试', en: 'no answer came in time, try again later' },
  notXushi: {
    zh: '该地址不是序时的接口，请核对 XUSHI_URL',
    en: 'xushi is not at this address: see XUSHI_URL',
  },
};

const unreachable = ({ reason, message }: Unreachable, language: Language): string =>
  `${UNREACHABLE[reason][language]} (${message})`;

function refused(problem: ProblemBody, language: Language): Said {
  const { status, title, code, requestId, errors } = problem;
  const number = requestId === '' ? '' : `, ${language === 'zh' ? '请求号' : 'request'} ${requestId}`;
  const rows = errors.map(({ pointer, message }) => [`  ${placeOf(pointer)}`, message]);
  return { exit: exitOf(status), lines: [`${title} (${code}${number})`, ...linedUp(rows)], json: problem };
}

function exitOf(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.notAllowed;
  return status === 429 || status >= 500 ? EXIT.tryAgain : EXIT.refused;
}

/** Where in what was sent: a cell as a workbook names it (报送表!C7), else the pointer. */
export function placeOf(pointer: string): string {
  const cell = /^\/sheets\/([^/]+)\/([^/]+)$/.exec(pointer);
  if (!cell) return pointer;
  return cell
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('!');
}
