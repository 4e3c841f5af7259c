import type { Unit } from '@xushi/events';
import { type Language, Problem, type SubmissionAnswer, type SubmissionBody } from '@xushi/protocol';
import type { Principal } from '@xushi/store';
import { answerOf, type SheetOutcome, takeIn } from './take-in.js';

export interface SubmitRequest {
  principal: Principal;
  body: SubmissionBody;
  ifMatch: number | null;
  language: Language;
}

/**
 * Takes in one sheet and answers the new revision, or the one in force where nothing differs from it. Throws
 * `Problem` with every fault.
 */
export async function submit(
  unit: Unit,
  request: SubmitRequest,
): Promise<{ created: boolean; answer: SubmissionAnswer }> {
  const outcome = await one(unit, request, true);
  return { created: outcome.created, answer: answerOf(outcome.submission, { ...outcome, ...request }) };
}

/**
 * What `submit` would answer at this moment; nothing is stored, and the submission has no id. Throws the same
 * `Problem`s.
 */
export async function validate(
  unit: Unit,
  request: SubmitRequest,
): Promise<Omit<SubmissionAnswer, 'id'> & { id: string | null }> {
  const outcome = await one(unit, request, false);
  const answer = answerOf(outcome.submission, { ...outcome, ...request });
  return outcome.created ? { ...answer, id: null } : answer;
}

async function one(unit: Unit, request: SubmitRequest, store: boolean): Promise<SheetOutcome> {
  const { principal, body, ifMatch } = request;
  const [outcome] = await takeIn(unit, [{ body, ifMatch }], { principal, store });
  if (!outcome) throw new Error('a sheet has an outcome');
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}
