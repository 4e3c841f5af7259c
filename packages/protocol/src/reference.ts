import {
  COMPARATORS,
  DIRECTIONS,
  FORMULA_MODES,
  GROWTH_BASES,
  INDICATOR_TYPES,
  LEVELS,
  LIGHTS,
  MEASURES,
  ORG_LEVELS,
  POLICY_FIELDS,
  POLICY_OPS,
  RANK_BYS,
  ROLL_UPS,
  ROLLS,
  SCORINGS,
  TARGET_GRADES,
} from '@xushi/domain';
import { type Static, Type } from 'typebox';
import {
  closed,
  DateText,
  Decimal,
  MomentText,
  Name,
  Nullable,
  OneOf,
  PeriodText,
  Reason,
  Slug,
  Text,
} from './values.js';

/** Whether figures of an org count at once, or once a reviewer has accepted them. */
export const REVIEWS = ['none', 'required'] as const;

export const OrgBody = Type.Object(
  {
    name: Name,
    level: OneOf(ORG_LEVELS),
    parent: Type.Optional(Nullable(Slug)),
    activeFrom: Type.Optional(Nullable(DateText)),
    activeTo: Type.Optional(Nullable(DateText)),
    review: Type.Optional(OneOf(REVIEWS)),
    memberships: Type.Optional(
      Type.Array(
        Type.Object(
          { parent: Nullable(Slug), from: DateText, to: Type.Optional(Nullable(DateText)) },
          closed,
        ),
        { minItems: 1, maxItems: 100 },
      ),
    ),
  },
  { ...closed, title: 'OrgBody' },
);
export type OrgBody = Static<typeof OrgBody>;

export const DutyBody = Type.Object(
  {
    indicators: Type.Array(
      Type.Object({ indicator: Slug, from: PeriodText, to: Type.Optional(Nullable(PeriodText)) }, closed),
      { maxItems: 500 },
    ),
    dueDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
    dueTime: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
    roll: Type.Optional(OneOf(ROLLS)),
    minWorkdays: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })),
  },
  { ...closed, title: 'DutyBody' },
);
export type DutyBody = Static<typeof DutyBody>;

/** `org`: self (the default), parent, or the key of an org. */
const FormulaOperandBody = Type.Object({ indicator: Slug, org: Type.Optional(Slug) }, closed);

export const IndicatorBody = Type.Object(
  {
    name: Name,
    unit: Type.String({ minLength: 1, maxLength: 40 }),
    reportUnit: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    reportDecimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
    type: OneOf(INDICATOR_TYPES),
    direction: Type.Optional(OneOf(DIRECTIONS)),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
    noJanuary: Type.Optional(Type.Boolean()),
    dueMonths: Type.Optional(
      Nullable(Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { minItems: 1, maxItems: 12 })),
    ),
    lagMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 11 })),
    rollUp: Type.Optional(OneOf(ROLL_UPS)),
    formula: Type.Optional(
      Nullable(
        Type.Object(
          {
            numerator: FormulaOperandBody,
            denominator: FormulaOperandBody,
            scale: Type.Optional(Decimal),
            mode: Type.Optional(OneOf(FORMULA_MODES)),
          },
          closed,
        ),
      ),
    ),
    partOf: Type.Optional(Nullable(Slug)),
    growthBasis: Type.Optional(OneOf(GROWTH_BASES)),
    rankBy: Type.Optional(Nullable(OneOf(RANK_BYS))),
    order: Type.Optional(Type.Integer({ minimum: 0, maximum: 100000 })),
    group: Type.Optional(Nullable(Name)),
  },
  { ...closed, title: 'IndicatorBody' },
);
export type IndicatorBody = Static<typeof IndicatorBody>;

/** Plans of domain.md §5. What the schema cannot say (sums, order) the domain checks. */
export const PlanBody = Type.Union([
  Type.Object(
    { kind: Type.Literal('linear'), from: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })) },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('weights'),
      weights: Type.Array(Decimal, { minItems: 12, maxItems: 12 }),
      normalise: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('cumulative'), values: Type.Array(Decimal, { minItems: 12, maxItems: 12 }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('lastYear') }, closed),
  Type.Object({ kind: Type.Literal('quarterly') }, closed),
  Type.Object({ kind: Type.Literal('constant') }, closed),
  Type.Object(
    {
      kind: Type.Literal('checkpoints'),
      points: Type.Array(
        Type.Object({ month: Type.Integer({ minimum: 1, maximum: 12 }), value: Decimal }, closed),
        {
          minItems: 1,
          maxItems: 12,
        },
      ),
    },
    closed,
  ),
]);
export type PlanBody = Static<typeof PlanBody>;

export const TargetBody = Type.Object(
  {
    org: Slug,
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    indicator: Slug,
    measure: Type.Optional(OneOf(MEASURES)),
    grade: Type.Optional(OneOf(TARGET_GRADES)),
    deciding: Type.Optional(Type.Boolean()),
    comparator: Type.Optional(OneOf(COMPARATORS)),
    /** Not of a milestone. */
    value: Type.Optional(Decimal),
    plan: Type.Optional(PlanBody),
    /** By when a milestone has to be done. */
    due: Type.Optional(DateText),
    weight: Type.Optional(Decimal),
    scoring: Type.Optional(OneOf(SCORINGS)),
    /** Completion in % up to which a proportional score grows. */
    cap: Type.Optional(Decimal),
    source: Type.Optional(
      Type.Object(
        {
          document: Type.Optional(Text),
          number: Type.Optional(Nullable(Text)),
          date: Type.Optional(Nullable(Text)),
        },
        closed,
      ),
    ),
    responsible: Type.Optional(Type.Object({ post: Type.Optional(Name), unit: Type.Optional(Name) }, closed)),
    policy: Type.Optional(Slug),
    reason: Type.Optional(Text),
    appliesFrom: Type.Optional(PeriodText),
  },
  { ...closed, title: 'TargetBody' },
);
export type TargetBody = Static<typeof TargetBody>;

const Condition = Type.Object(
  {
    field: OneOf(POLICY_FIELDS),
    op: OneOf(POLICY_OPS),
    value: Decimal,
  },
  closed,
);
export const PolicyBody = Type.Object(
  {
    rules: Type.Array(
      Type.Object(
        {
          light: OneOf(LIGHTS),
          when: Type.Optional(
            Type.Union([
              Type.Object({ all: Type.Array(Condition, { minItems: 1, maxItems: 20 }) }, closed),
              Type.Object({ any: Type.Array(Condition, { minItems: 1, maxItems: 20 }) }, closed),
            ]),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 50 },
    ),
    fromMonth: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    clearThrough: Type.Optional(OneOf(['yellow', 'orange'] as const)),
    alertFrom: Type.Optional(OneOf(['yellow', 'orange', 'red'] as const)),
  },
  { ...closed, title: 'PolicyBody' },
);
export type PolicyBody = Static<typeof PolicyBody>;

export const PolicyScopesBody = Type.Array(
  Type.Object(
    {
      org: Type.Optional(Slug),
      indicator: Type.Optional(Slug),
      target: Type.Optional(Type.Integer()),
      from: PeriodText,
    },
    closed,
  ),
  { maxItems: 500 },
);
export type PolicyScopesBody = Static<typeof PolicyScopesBody>;

export const CalendarBody = Type.Object(
  {
    daysOff: Type.Array(DateText, { maxItems: 366 }),
    workdays: Type.Array(DateText, { maxItems: 366 }),
    notice: Type.Optional(
      Nullable(
        Type.Object(
          { title: Text, number: Type.Optional(Nullable(Text)), date: Type.Optional(Nullable(Text)) },
          closed,
        ),
      ),
    ),
  },
  { ...closed, title: 'CalendarBody' },
);
export type CalendarBody = Static<typeof CalendarBody>;

export const KEY_ROLES = ['reporter', 'reviewer', 'commander', 'admin'] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

export const KeyBody = Type.Object(
  {
    name: Name,
    role: OneOf(KEY_ROLES),
    org: Slug,
    person: Type.Optional(Slug),
    expiresAt: Type.Optional(Nullable(MomentText)),
  },
  { ...closed, title: 'KeyBody' },
);
export type KeyBody = Static<typeof KeyBody>;

/** For how many hours the secret before stays good; a day where it is not said. */
export const RotateBody = Type.Object(
  { overlapHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 168 })) },
  { ...closed, title: 'RotateBody' },
);
export type RotateBody = Static<typeof RotateBody>;

/** Another system's codes, each one line of at most 100 characters, and our keys for them. */
const Codes = Type.Record(
  Type.String({ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,100}$' }),
  Slug,
  {
    additionalProperties: false,
    maxProperties: 10_000,
  },
);
export const AliasesBody = Type.Object(
  { orgs: Type.Optional(Codes), indicators: Type.Optional(Codes) },
  { ...closed, title: 'AliasesBody' },
);
export type AliasesBody = Static<typeof AliasesBody>;

export const PersonBody = Type.Object(
  {
    name: Name,
    org: Type.Optional(Slug),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
    email: Type.Optional(Nullable(Type.String({ maxLength: 254 }))),
  },
  { ...closed, title: 'PersonBody' },
);
export type PersonBody = Static<typeof PersonBody>;

export const ReceiverBody = Type.Object(
  {
    name: Name,
    channel: OneOf(['email', 'webhook'] as const),
    to: Type.Optional(Type.String({ maxLength: 254 })),
    url: Type.Optional(Type.String({ maxLength: 2000 })),
    org: Slug,
    kinds: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 })),
    minLight: Type.Optional(OneOf(LIGHTS)),
    levels: Type.Optional(Type.Array(OneOf(LEVELS), { maxItems: 3 })),
  },
  { ...closed, title: 'ReceiverBody' },
);
export type ReceiverBody = Static<typeof ReceiverBody>;

export const ClockBody = Type.Object(
  { now: Type.String({ maxLength: 40 }) },
  { ...closed, title: 'ClockBody' },
);

export const ExtensionBody = Type.Object(
  { org: Slug, period: PeriodText, until: DateText, reason: Reason },
  { ...closed, title: 'ExtensionBody' },
);
export type ExtensionBody = Static<typeof ExtensionBody>;

export const ReportBody = Type.Object({ org: Slug, period: PeriodText }, { ...closed, title: 'ReportBody' });

export const PreviewBody = Type.Object(
  { org: Slug, from: PeriodText, to: PeriodText },
  { ...closed, title: 'PreviewBody' },
);

export const PeerGroupBody = Type.Object(
  { orgs: Type.Array(Slug, { maxItems: 1000 }) },
  { ...closed, title: 'PeerGroupBody' },
);
export type PeerGroupBody = Static<typeof PeerGroupBody>;

/** A published average or rank, typed in. */
export const ReferenceBody = Type.Object(
  {
    org: Slug,
    indicator: Slug,
    measure: Type.Optional(OneOf(MEASURES)),
    period: PeriodText,
    average: Type.Optional(Nullable(Decimal)),
    rank: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100000 }))),
    of: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100000 }))),
    source: Type.Optional(Nullable(Text)),
  },
  { ...closed, title: 'ReferenceBody' },
);
export type ReferenceBody = Static<typeof ReferenceBody>;

export const RerunBody = Type.Object(
  {
    org: Slug,
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    reason: Reason,
  },
  { ...closed, title: 'RerunBody' },
);
export type RerunBody = Static<typeof RerunBody>;

export const ScoreAdjustmentBody = Type.Object(
  {
    org: Slug,
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    points: Decimal,
    reason: Reason,
  },
  { ...closed, title: 'ScoreAdjustmentBody' },
);
export type ScoreAdjustmentBody = Static<typeof ScoreAdjustmentBody>;

export const AlertNoteBody = Type.Object(
  { note: Type.Optional(Text) },
  { ...closed, title: 'AlertNoteBody' },
);

/** 整改: why it lags, what is done, who and until when. */
export const RectificationBody = Type.Object(
  {
    cause: Reason,
    measure: Reason,
    owner: Name,
    due: DateText,
  },
  { ...closed, title: 'RectificationBody' },
);

export const CloseRequestBody = Type.Object({ evidence: Reason }, { ...closed, title: 'CloseRequestBody' });

export const SendBackBody = Type.Object({ reason: Reason }, { ...closed, title: 'SendBackBody' });

export const EscalateBody = Type.Object(
  { level: OneOf(LEVELS), reason: Reason },
  { ...closed, title: 'EscalateBody' },
);
