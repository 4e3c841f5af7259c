import { EVALUATION_STATES, MEASURES, SCORINGS, TARGET_GRADES } from '@xushi/domain';
import { Type } from 'typebox';
import { REGISTER_CHANGES } from '../submission.js';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { Count, Exact, MaybeExact, MaybeText, Moment, Ordinal, Period, Whole, Word } from './shapes.js';

const WHY = [
  ...(['onPlan', 'behindPlan', 'met', 'missed', 'proportional', 'ranked'] as const),
  ...(['noWeight', 'notRanked', 'notMeasured'] as const),
  ...EVALUATION_STATES.filter((state) => state !== 'evaluated'),
] as const;

const SEEN = ['paceRatio', 'completionRate', 'paceGap', 'gap', 'shortfall', 'position'] as const;

const ScoreLine = Type.Object(
  {
    indicator: Slug,
    indicatorName: Word,
    measure: OneOf(MEASURES),
    grade: OneOf(TARGET_GRADES),
    weight: MaybeExact,
    scoring: OneOf(SCORINGS),
    counted: Type.Boolean(),
    why: OneOf(WHY),
    saw: Nullable(Type.Object({ field: OneOf(SEEN), value: Exact }, closed)),
    factor: MaybeExact,
    points: MaybeExact,
    arithmetic: MaybeText,
  },
  closed,
);

export const ScoreAnswer = Whole('Score', {
  org: Slug,
  orgName: Word,
  period: Period,
  score: MaybeExact,
  points: Exact,
  weights: Exact,
  rule: Type.Object({ key: Word, version: Ordinal }, closed),
  lines: Type.Array(ScoreLine),
  adjustments: Type.Array(Type.Object({ points: Exact, reason: Word, at: Moment }, closed)),
});

const BASES = ['lastYear', 'growth', 'lastYearFigure'] as const;

export const ContributionsAnswer = Whole('Contributions', {
  org: Slug,
  period: Period,
  indicator: Slug,
  unit: Word,
  value: MaybeExact,
  base: MaybeExact,
  growth: MaybeExact,
  from: OneOf(['parent', 'members'] as const),
  baseSource: Nullable(OneOf(BASES)),
  counted: Count,
  of: Count,
  members: Type.Array(
    Type.Object(
      {
        org: Slug,
        orgName: Word,
        value: MaybeExact,
        base: Nullable(Type.Object({ value: Exact, source: OneOf(BASES) }, closed)),
        pull: MaybeExact,
        share: MaybeExact,
      },
      closed,
    ),
  ),
  register: Type.Array(
    Type.Object(
      {
        org: Slug,
        kind: OneOf(REGISTER_CHANGES),
        firms: Nullable(Count),
        base: MaybeExact,
        value: MaybeExact,
        note: MaybeText,
        unit: Word,
        drag: MaybeExact,
        adjustedGrowth: MaybeExact,
        baseShare: MaybeExact,
        pull: MaybeExact,
      },
      closed,
    ),
  ),
});
