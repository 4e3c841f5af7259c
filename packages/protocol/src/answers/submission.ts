import { FIGURE_GRADES } from '@xushi/domain';
import { Type } from 'typebox';
import { SubmissionAnswer, SubmissionBody } from '../submission.js';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { Id, MaybeDay, MaybeExact, MaybeText, Moment, Ordinal, Period, Whole, Word } from './shapes.js';

/** A submission with its body as it was sent. */
export const KeptSubmission = Type.Object(
  { ...SubmissionAnswer.properties, body: SubmissionBody },
  { ...closed, title: 'KeptSubmission' },
);

/** A submission with what of it still waits, and what was done to it. */
export const ShownSubmission = Type.Object(
  {
    ...KeptSubmission.properties,
    waiting: Type.Array(
      Type.Object(
        { indicator: Slug, period: Period, holds: Type.Array(Word), unreviewed: Type.Boolean() },
        closed,
      ),
    ),
    steps: Type.Array(
      Type.Object(
        { step: Word, at: Moment, person: Nullable(Slug), key: Nullable(Id), reason: MaybeText },
        closed,
      ),
    ),
  },
  { ...closed, title: 'ShownSubmission' },
);

/** What reporting a sheet would answer; a new revision has no id yet. */
export const CheckedSubmission = Type.Object(
  { ...SubmissionAnswer.properties, id: Nullable(Id) },
  { ...closed, title: 'CheckedSubmission' },
);

/** How a figure stands; what waits or never counted beside those that do. */
const FIGURE_STATES = [
  ...(['inForce', 'superseded', 'withdrawn', 'confirmed'] as const),
  ...(['held', 'underReview', 'returned', 'replaced'] as const),
] as const;

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
  revision: Ordinal,
  reason: MaybeText,
  person: Nullable(Slug),
  key: Nullable(Id),
  inForce: Type.Boolean(),
  state: OneOf(FIGURE_STATES),
  knownAt: Moment,
});
