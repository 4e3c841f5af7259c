import { FIGURE_GRADES } from '@xushi/domain';
import { Type } from 'typebox';
import { ProblemBody } from '../problem.js';
import { SubmissionAnswer, SubmissionBody } from '../submission.js';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { Id, MaybeDay, MaybeExact, MaybeText, Moment, Ordinal, Period, Whole } from './shapes.js';

/** What a figure of the history is: what counts, did, or never did, and why. */
const FIGURE_STATES = [
  'inForce',
  'superseded',
  'withdrawn',
  'held',
  'underReview',
  'returned',
  'replaced',
  'confirmed',
] as const;

/** A submission with its body as it was sent. */
export const KeptSubmission = Type.Object(
  { ...SubmissionAnswer.properties, body: SubmissionBody },
  { ...closed, title: 'KeptSubmission' },
);

/** What reporting a sheet would answer: as it would be, without an id where nothing of it is there yet. */
export const CheckedSubmission = Type.Object(
  { ...SubmissionAnswer.properties, id: Nullable(Id) },
  { ...closed, title: 'CheckedSubmission' },
);

/** What a file said: a submission, and what of the file was read. */
export const FileSubmission = Type.Object(
  {
    ...CheckedSubmission.properties,
    file: Whole('FileSummary', {
      sheet: Type.String(),
      encoding: MaybeText,
      read: Type.Integer({ minimum: 0 }),
      ignored: Type.Array(Whole('IgnoredCell', { cell: Type.String(), text: Type.String() })),
    }),
  },
  { ...closed, title: 'FileSubmission' },
);

/** A submission with what of it still waits, and what was done to it. */
export const ShownSubmission = Type.Object(
  {
    ...KeptSubmission.properties,
    waiting: Type.Array(
      Whole('WaitingFigure', {
        indicator: Slug,
        period: Period,
        holds: Type.Array(Type.String()),
        unreviewed: Type.Boolean(),
      }),
    ),
    steps: Type.Array(
      Whole('SubmissionStep', {
        step: OneOf(['confirmed', 'accepted', 'returned'] as const),
        at: Moment,
        person: Nullable(Slug),
        key: Nullable(Id),
        reason: MaybeText,
      }),
    ),
  },
  { ...closed, title: 'ShownSubmission' },
);

/** The answer to one line of a bulk: what became of it, by its number. */
export const LineAnswer = Type.Union(
  [
    Whole('LineTaken', {
      line: Ordinal,
      status: Type.Integer({ minimum: 200, maximum: 201 }),
      submission: SubmissionAnswer,
    }),
    Whole('LineRefused', { line: Ordinal, status: Type.Integer(), problem: ProblemBody }),
  ],
  { title: 'LineAnswer' },
);

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
