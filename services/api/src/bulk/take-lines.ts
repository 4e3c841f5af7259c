import type { Unit } from '@xushi/events';
import { answerOf, type SheetRequest, takeIn } from '@xushi/intake';
import { toError } from '@xushi/platform';
import { type Fault, Problem, problemBody, type SubmissionBody } from '@xushi/protocol';
import { withOurKeys } from '@xushi/registry';
import { readJson } from '../json-text.js';
import { problemOf } from '../problems.js';
import type { BulkCaller, LineAnswer } from './caller.js';
import { type FirstAnswers, keepAnswers, readFirstAnswers } from './first-answers.js';
import type { Line } from './lines.js';

/**
 * Takes in lines that came together, in one transaction: each is stored or refused by itself. Where something fails that
 * is no fault of a line, they are tried one by one, so that none is lost to another.
 */
export async function takeLines(caller: BulkCaller, lines: readonly Line[]): Promise<LineAnswer[]> {
  try {
    return await caller.context.scoped(caller.principal, caller.cause, (unit) =>
      takeInUnit(unit, caller, lines),
    );
  } catch (thrown) {
    if (lines.length > 1) {
      const answers: LineAnswer[] = [];
      for (const line of lines) answers.push(...(await takeLines(caller, [line])));
      return answers;
    }
    const problem = problemOf(thrown);
    const { log } = caller.context;
    if (problem.status >= 500)
      log.error({ requestId: caller.requestId, reason: toError(thrown).message }, 'a line failed');
    return lines.map(({ number }) => refusal(number, problem, caller));
  }
}

/** Every line of a body, or none: throws `Problem` with the faults of all, their pointers led by the line's position. */
export async function takeAll(unit: Unit, caller: BulkCaller, lines: readonly Line[]): Promise<LineAnswer[]> {
  const answers: LineAnswer[] = [];
  const faults: Fault[] = [];
  for (let start = 0; start < lines.length; start += MOST_AT_ONCE) {
    const part = lines.slice(start, start + MOST_AT_ONCE);
    const { outcomes } = await outcomesOf(unit, caller, part);
    for (const { line, outcome } of outcomes) {
      if (outcome instanceof Problem) faults.push(...ofLine(line.number, outcome));
      else answers.push(outcome);
    }
    if (faults.length > MOST_FAULTS) break;
  }
  if (faults.length > 0) throw new Problem('invalid', { faults: faults.slice(0, MOST_FAULTS) });
  return answers;
}

const MOST_AT_ONCE = 64;
const MOST_FAULTS = 1000;

const ofLine = (number: number, { faults, code, params }: Problem): Fault[] =>
  (faults.length > 0 ? faults : [{ pointer: '', code, params }]).map((fault) => ({
    ...fault,
    pointer: `/${number - 1}${fault.pointer}`,
  }));

async function takeInUnit(unit: Unit, caller: BulkCaller, lines: readonly Line[]): Promise<LineAnswer[]> {
  const first = await readFirstAnswers(unit, caller, lines);
  const { outcomes } = await outcomesOf(
    unit,
    caller,
    lines.filter((line) => !first.has(line.number)),
  );
  await keepAnswers(
    unit,
    caller,
    outcomes.flatMap(({ line, outcome }) => (outcome instanceof Problem ? [] : [{ line, answer: outcome }])),
  );
  const made = new Map(outcomes.map(({ line, outcome }) => [line.number, outcome]));
  return lines.map(({ number }) => answerTo(number, { made, first, caller }));
}

function answerTo(
  number: number,
  of: { made: Map<number, LineAnswer | Problem>; first: FirstAnswers; caller: BulkCaller },
): LineAnswer {
  const answer = of.made.get(number) ?? of.first.get(number);
  if (answer === undefined) throw new Error('every line has an answer');
  return answer instanceof Problem ? refusal(number, answer, of.caller) : answer;
}

/** What each line comes to; nothing is thrown for a fault of one. */
async function outcomesOf(
  unit: Unit,
  caller: BulkCaller,
  lines: readonly Line[],
): Promise<{ outcomes: { line: Line; outcome: LineAnswer | Problem }[] }> {
  const parsed = lines.map(parse);
  const bodies = parsed.map((body) => (body instanceof Problem ? null : body));
  const { value, faults } = await withOurKeys(unit.tx, bodies);
  const requests = parsed.map((body, position): SheetRequest | Problem => {
    if (body instanceof Problem) return body;
    const at = `/${position}`;
    const mine = faults.filter(({ pointer }) => pointer === at || pointer.startsWith(`${at}/`));
    const strange = mine.map((fault) => ({ ...fault, pointer: fault.pointer.slice(at.length) }));
    const found = [...strange, ...caller.shapeOf(value[position])];
    if (found.length > 0) return new Problem('invalid', { faults: found });
    return { body: value[position] as SubmissionBody, ifMatch: null };
  });
  const good = requests.filter((request): request is SheetRequest => !(request instanceof Problem));
  const taken = await takeIn(unit, good, { principal: caller.principal, store: true });
  let next = 0;
  const outcomes = requests.map((request, position) => {
    const line = lines[position] as Line;
    if (request instanceof Problem) return { line, outcome: request };
    const outcome = taken[next] as (typeof taken)[number];
    next += 1;
    if (outcome instanceof Problem) return { line, outcome };
    const submission = answerOf(outcome.submission, { ...outcome, language: caller.language });
    const status = outcome.created ? (201 as const) : (200 as const);
    return { line, outcome: { line: line.number, status, submission } };
  });
  return { outcomes };
}

function parse({ text }: Line): unknown {
  if (text instanceof Problem) return text;
  try {
    return readJson(text);
  } catch (fault) {
    if (fault instanceof Problem) return fault;
    throw fault;
  }
}

function refusal(line: number, problem: Problem, { language, requestId }: BulkCaller): LineAnswer {
  return { line, status: problem.status, problem: problemBody(problem, language, requestId) };
}
