import type { Cause } from '@xushi/events';
import type { Fault, Language, ProblemBody, SubmissionAnswer } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';

/** Who sends lines, and how he is answered. */
export interface BulkCaller {
  context: Context;
  principal: Principal;
  cause: Cause;
  language: Language;
  requestId: string;
  /** Of the whole request: a line of it that comes again gets its first answer. */
  idempotencyKey: string | null;
  /** What in a body does not fit the shape of a submission. */
  shapeOf(body: unknown): Fault[];
}

/** What became of a line. */
export type LineAnswer =
  | { line: number; status: 200 | 201; submission: SubmissionAnswer }
  | { line: number; status: number; problem: ProblemBody };
