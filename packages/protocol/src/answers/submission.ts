import { FIGURE_GRADES } from '@xushi/domain';
import { Type } from 'typebox';
import { Finding, SubmissionAnswer, SubmissionBody } from '../submission.js';
import { closed, OneOf, Slug } from '../values.js';
import { Count, Id, MaybeDay, MaybeExact, MaybeText, Moment, Period, Whole } from './shapes.js';

/** A submission with its body as it was sent. */
export const KeptSubmission = Type.Object(
  { ...SubmissionAnswer.properties, body: SubmissionBody },
  { ...closed, title: 'KeptSubmission' },
);

export const CheckedSubmission = Whole('CheckedSubmission', {
  valid: Type.Literal(true),
  org: Slug,
  period: Period,
  figures: Count,
  findings: Type.Array(Finding),
});

export const FigureAnswer = Whole('Figure', {
  org: Slug,
  indicator: Slug,
  period: Period,
  grade: OneOf(FIGURE_GRADES),
  value: MaybeExact,
  yoy: MaybeExact,
  monthValue: MaybeExact,
  lastYear: MaybeExact,
  lastYearMonth: MaybeExact,
  givenValue: MaybeText,
  givenUnit: MaybeText,
  outlook: MaybeExact,
  outlookReason: MaybeText,
  doneOn: MaybeDay,
  evidence: MaybeText,
  notApplicable: Type.Boolean(),
  withdrawn: Type.Boolean(),
  historical: Type.Boolean(),
  note: MaybeText,
  submission: Id,
  inForce: Type.Boolean(),
  knownAt: Moment,
});
