import { FIGURE_GRADES } from '@xushi/domain';
import { type Static, Type } from 'typebox';
import { Id, MaybeMoment, Moment, Ordinal, Period } from './answers/shapes.js';
import { closed, DateText, Decimal, Name, OneOf, PeriodText, Reason, Slug, Text } from './values.js';

/** One indicator's figures in a submission: cumulative January to month, in the indicator's unit or `unit`. */
export const SubmittedValue = Type.Object(
  {
    indicator: Name,
    value: Type.Optional(Decimal),
    yoy: Type.Optional(Decimal),
    month: Type.Optional(Decimal),
    lastYear: Type.Optional(Decimal),
    lastYearMonth: Type.Optional(Decimal),
    unit: Type.Optional(Type.String({ maxLength: 40 })),
    source: Type.Optional(OneOf(FIGURE_GRADES)),
    period: Type.Optional(PeriodText),
    note: Type.Optional(Text),
    notApplicable: Type.Optional(Type.Boolean()),
    withdraw: Type.Optional(Type.Boolean()),
    outlook: Type.Optional(Type.Object({ fullYear: Decimal, reason: Text }, closed)),
    done: Type.Optional(Type.Boolean()),
    doneOn: Type.Optional(DateText),
    evidence: Type.Optional(Text),
  },
  closed,
);
export type SubmittedValue = Static<typeof SubmittedValue>;

/** Why an indicator lags and what is done about it, as the park says. */
export const Situation = Type.Object(
  {
    indicator: Name,
    cause: Text,
    measure: Text,
    owner: Type.Optional(Text),
    due: Type.Optional(Type.String({ maxLength: 40 })),
  },
  closed,
);

export const REGISTER_CHANGES = ['leftRegister', 'joinedRegister', 'restated'] as const;

/** Firms that left (退库), joined (入库) or restated: `base` is what of last year's figure they stand for. */
export const RegisterChange = Type.Object(
  {
    indicator: Name,
    kind: OneOf(REGISTER_CHANGES),
    firms: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000000 })),
    base: Type.Optional(Decimal),
    value: Type.Optional(Decimal),
    note: Type.Optional(Text),
  },
  closed,
);
export type RegisterChange = Static<typeof RegisterChange>;

/** Why a finding of a figure is no mistake (口径说明): it is counted, and the year is not asked again. */
export const Confirmation = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 40 }), indicator: Name, reason: Reason },
  { ...closed, title: 'Confirmation' },
);
export type Confirmation = Static<typeof Confirmation>;

const Confirmations = Type.Array(Confirmation, { minItems: 1, maxItems: 1000 });
export const ConfirmBody = Type.Object({ confirmations: Confirmations }, { ...closed, title: 'ConfirmBody' });
export const ReturnBody = Type.Object({ reason: Reason }, { ...closed, title: 'ReturnBody' });

export const SubmissionBody = Type.Object(
  {
    org: Name,
    period: PeriodText,
    source: Type.Optional(OneOf(FIGURE_GRADES)),
    values: Type.Array(SubmittedValue, { minItems: 1, maxItems: 500 }),
    situations: Type.Optional(Type.Array(Situation, { maxItems: 500 })),
    requests: Type.Optional(
      Type.Array(
        Type.Object(
          { text: Text, needs: Type.Optional(Text), due: Type.Optional(Type.String({ maxLength: 40 })) },
          closed,
        ),
        { maxItems: 100 },
      ),
    ),
    adjustments: Type.Optional(Type.Array(RegisterChange, { maxItems: 500 })),
    confirmations: Type.Optional(Confirmations),
    historical: Type.Optional(Type.Boolean()),
    reason: Type.Optional(Text),
  },
  { ...closed, title: 'SubmissionBody' },
);
export type SubmissionBody = Static<typeof SubmissionBody>;

export const Finding = Type.Object(
  {
    code: Type.String(),
    severity: Type.Union([Type.Literal('hold'), Type.Literal('note')]),
    pointer: Type.String(),
    indicator: Type.Union([Type.String(), Type.Null()]),
    message: Type.String(),
  },
  { ...closed, title: 'Finding' },
);
export type Finding = Static<typeof Finding>;

/** How a sheet stands (domain.md §8). */
export const SUBMISSION_STATES = [
  'accepted',
  'partlyHeld',
  'held',
  'underReview',
  'returned',
  'superseded',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const SubmissionAnswer = Type.Object(
  {
    id: Id,
    org: Slug,
    period: Period,
    revision: Ordinal,
    state: Type.Unsafe<string>({ type: 'string', enum: [...SUBMISSION_STATES] }),
    source: Type.Unsafe<string>({ type: 'string', enum: [...FIGURE_GRADES] }),
    dueAt: MaybeMoment,
    late: Type.Boolean(),
    receivedAt: Moment,
    evaluatedAt: MaybeMoment,
    findings: Type.Array(Finding),
  },
  { ...closed, title: 'Submission' },
);
export type SubmissionAnswer = Static<typeof SubmissionAnswer>;
