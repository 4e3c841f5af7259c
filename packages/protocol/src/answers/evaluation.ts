import {
  COMPARATORS,
  EVALUATION_STATES,
  FIGURE_GRADES,
  FORECAST_METHODS,
  LIGHTS,
  MEASURES,
  POLICY_FIELDS,
  POLICY_OPS,
  TARGET_GRADES,
} from '@xushi/domain';
import { Type } from 'typebox';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { PlanAnswer, TargetSource } from './plan.js';
import {
  Count,
  Day,
  Exact,
  Id,
  MaybeDay,
  MaybeExact,
  MaybeText,
  Moment,
  Month,
  Ordinal,
  Period,
  Whole,
  Word,
} from './shapes.js';

export const LightAnswer = OneOf(LIGHTS);

const Named = Type.Object({ key: Slug, name: Word }, closed);

const WaitsFor = Type.Object(
  {
    org: Slug,
    orgName: Word,
    indicator: Slug,
    indicatorName: Word,
    period: Period,
    zero: Type.Optional(Type.Literal(true)),
  },
  closed,
);

const Operand = Type.Object(
  { org: Slug, indicator: Slug, unit: Word, value: Exact, figure: Ordinal },
  closed,
);

const Computed = Type.Object(
  { value: Exact, numerator: Operand, denominator: Operand, scale: Exact },
  closed,
);

export const ForecastAnswer = Whole('Forecast', {
  value: Exact,
  low: MaybeExact,
  high: MaybeExact,
  method: OneOf(FORECAST_METHODS),
  error: MaybeExact,
  replayedYears: Count,
});

export const OutlookAnswer = Whole('Outlook', {
  value: Exact,
  reason: Type.String(),
  lastYear: MaybeExact,
  growth: MaybeExact,
});

const PeerGap = Type.Object(
  { value: Exact, reference: Exact, source: OneOf(['parent', 'published'] as const) },
  closed,
);

/** The numbers of an evaluation, as it is kept (domain.md §6); null where undefined. */
export const NUMBERS = {
  measure: OneOf(MEASURES),
  state: OneOf(EVALUATION_STATES),
  figure: MaybeExact,
  yoy: MaybeExact,
  source: Nullable(OneOf(FIGURE_GRADES)),
  completionRate: MaybeExact,
  timeProgress: MaybeExact,
  paceGap: MaybeExact,
  paceRatio: MaybeExact,
  gap: MaybeExact,
  gapRate: MaybeExact,
  plannedToDate: MaybeExact,
  shortfall: MaybeExact,
  remaining: MaybeExact,
  averageMonthly: MaybeExact,
  requiredMonthly: MaybeExact,
  requiredMultiple: MaybeExact,
  nextCheckpoint: Nullable(Type.Object({ month: Month, value: Exact, gap: Exact }, closed)),
  light: Nullable(LightAnswer),
  clearedThrough: Type.Boolean(),
  consecutiveLag: Count,
  change: Nullable(
    Type.Object(
      {
        previousPeriod: Period,
        figure: MaybeExact,
        yoy: MaybeExact,
        gap: MaybeExact,
        light: Nullable(LightAnswer),
      },
      closed,
    ),
  ),
  policy: Nullable(Type.Object({ key: Slug, version: Ordinal, rule: Nullable(Count) }, closed)),
  backJudged: Type.Boolean(),
  planFallback: Nullable(
    OneOf([
      'lastYearMissing',
      'lastYearFullYearMissing',
      'lastYearMonthMissing',
      'lastYearFullYearNotPositive',
      'lastYearExceedsFullYear',
    ] as const),
  ),
  origin: OneOf(['reported', 'computed', 'rolledUp'] as const),
  milestone: Nullable(
    Type.Object(
      {
        due: Day,
        done: Type.Boolean(),
        doneOn: MaybeDay,
        doneLate: Type.Boolean(),
        daysOverdue: MaybeExact,
      },
      closed,
    ),
  ),
  members: Type.Optional(Type.Object({ reported: Count, of: Count, missing: Type.Array(Named) }, closed)),
  computed: Type.Optional(Computed),
  derivedYoy: Type.Optional(Exact),
  figureExact: Type.Optional(Type.String({ pattern: '^-?\\d+/\\d+$' })),
};

/** The numbers with what stands beside them, absent where there is nothing to say. */
export const NumbersAnswer = Whole('EvaluationNumbers', {
  ...NUMBERS,
  forecast: Type.Optional(ForecastAnswer),
  outlook: Type.Optional(OutlookAnswer),
  peerGap: Type.Optional(PeerGap),
  waitsFor: Type.Optional(Type.Array(WaitsFor)),
});

const Condition = Type.Object({ field: OneOf(POLICY_FIELDS), op: OneOf(POLICY_OPS), value: Exact }, closed);

/** What a judgement was made from: each can be looked up again. */
const Operands = Whole('EvaluationOperands', {
  figure: Nullable(
    Type.Object(
      {
        id: Ordinal,
        submission: Type.Optional(Id),
        revision: Type.Optional(Ordinal),
        receivedAt: Type.Optional(Moment),
        value: MaybeExact,
        yoy: MaybeExact,
        source: OneOf(FIGURE_GRADES),
      },
      closed,
    ),
  ),
  computed: Nullable(Computed),
  target: Nullable(
    Type.Object(
      {
        id: Ordinal,
        version: Ordinal,
        value: Exact,
        comparator: OneOf(COMPARATORS),
        appliesFrom: Period,
        source: Nullable(TargetSource),
        reason: MaybeText,
        before: Nullable(
          Type.Object({ version: Ordinal, value: Exact, comparator: OneOf(COMPARATORS) }, closed),
        ),
      },
      closed,
    ),
  ),
  policy: Nullable(
    Type.Object(
      {
        key: Slug,
        version: Ordinal,
        rule: Nullable(Count),
        when: Nullable(
          Type.Union([
            Type.Object({ all: Type.Array(Condition) }, closed),
            Type.Object({ any: Type.Array(Condition) }, closed),
          ]),
        ),
        saw: Type.Object(
          Object.fromEntries(POLICY_FIELDS.map((field) => [field, Type.Optional(Exact)])),
          closed,
        ),
      },
      closed,
    ),
  ),
  reference: Nullable(
    Type.Object(
      { value: Exact, source: OneOf(['parent', 'published'] as const), document: MaybeText },
      closed,
    ),
  ),
});

const Rank = Type.Object(
  {
    position: Ordinal,
    of: Nullable(Ordinal),
    reported: Nullable(Count),
    previous: Nullable(Ordinal),
    provisional: Type.Boolean(),
    mixedGrades: Type.Boolean(),
    source: OneOf(['peers', 'published'] as const),
    document: Type.Optional(MaybeText),
  },
  closed,
);

/** One indicator of one org at one period, judged. */
export const EvaluationAnswer = Whole('Evaluation', {
  org: Slug,
  period: Period,
  indicator: Slug,
  indicatorName: Word,
  unit: Word,
  reportUnit: Word,
  grade: OneOf(TARGET_GRADES),
  deciding: Type.Boolean(),
  target: Nullable(
    Type.Object(
      { id: Ordinal, version: Ordinal, value: Exact, comparator: OneOf(COMPARATORS), plan: PlanAnswer },
      closed,
    ),
  ),
  ...NUMBERS,
  forecast: Nullable(ForecastAnswer),
  outlook: Nullable(OutlookAnswer),
  rank: Nullable(Rank),
  peerGap: Nullable(PeerGap),
  peerMean: Nullable(Type.Object({ value: Exact, reported: Count, of: Count }, closed)),
  waitsFor: Nullable(Type.Array(WaitsFor)),
  explanation: Type.String(),
  operands: Operands,
});

export const RerunAnswer = Whole('Rerun', { org: Slug, year: Type.Integer() });
