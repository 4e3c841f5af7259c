import {
  ALERT_KINDS,
  ALERT_REASONS,
  ALERT_STATES,
  FIGURE_GRADES,
  LEVELS,
  MEASURES,
  TARGET_GRADES,
} from '@xushi/domain';
import { Type } from 'typebox';
import { CloseRequestBody, RectificationBody } from '../reference.js';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { LightAnswer, NUMBERS, NumbersAnswer } from './evaluation.js';
import { Count, Id, MaybeMoment, MaybeText, Moment, Month, Ordinal, Period, Whole, Word } from './shapes.js';

const IndicatorSubject = Type.Object(
  {
    type: Type.Literal('indicator'),
    org: Slug,
    indicator: Slug,
    measure: OneOf(MEASURES),
    grade: OneOf(TARGET_GRADES),
    year: Type.Integer(),
  },
  closed,
);

/** A sheet of an org. */
const SubmissionSubject = Type.Object(
  { type: Type.Literal('submission'), org: Slug, period: Period },
  closed,
);

/** The calendar of a year. */
const CalendarSubject = Type.Object({ type: Type.Literal('calendar'), year: Type.Integer() }, closed);

export const Verdict = OneOf(['met', 'missed'] as const);

const STANDING = {
  id: Id,
  kind: OneOf(ALERT_KINDS),
  org: Slug,
  orgName: Word,
  subject: Type.Union([IndicatorSubject, SubmissionSubject, CalendarSubject]),
  light: Nullable(LightAnswer),
  state: OneOf(ALERT_STATES),
  level: OneOf(LEVELS),
  title: Word,
  message: Word,
  periods: Type.Object({ first: Period, latest: Period }, closed),
  openedAt: Moment,
  changedAt: Moment,
  owner: MaybeText,
  verdict: Nullable(Verdict),
  historical: Type.Boolean(),
};

export const AlertAnswer = Whole('Alert', STANDING);

/** What was seen when an alert moved: the numbers as they stood. */
const Observation = Type.Object(
  {
    month: Month,
    light: Nullable(LightAnswer),
    grade: Nullable(OneOf(FIGURE_GRADES)),
    offTarget: MaybeText,
    figure: Nullable(Ordinal),
    targetVersion: Nullable(Ordinal),
    policy: NUMBERS.policy,
    numbers: NumbersAnswer,
    unit: Word,
  },
  { ...closed, title: 'AlertObservation' },
);

/** What was seen of a sheet. */
const SheetObservation = Type.Object(
  {
    missing: Type.Array(Slug),
    expected: Count,
    dueAt: MaybeMoment,
    originalDueAt: MaybeMoment,
    workdaysLate: Nullable(Type.Integer()),
    estimated: Type.Boolean(),
  },
  { ...closed, title: 'SheetObservation' },
);

/** Whether a year’s calendar was loaded. */
const CalendarObservation = Type.Object({ loaded: Type.Boolean() }, closed);

const Transition = Whole('AlertTransition', {
  at: Moment,
  from: Nullable(OneOf(ALERT_STATES)),
  to: OneOf(ALERT_STATES),
  reason: OneOf(ALERT_REASONS),
  light: Nullable(LightAnswer),
  month: Nullable(Month),
  actor: MaybeText,
  via: MaybeText,
  note: MaybeText,
  evidence: Nullable(Type.Union([RectificationBody, CloseRequestBody])),
  observation: Type.Union([Observation, SheetObservation, CalendarObservation]),
});

export const AlertWithTransitions = Whole('AlertWithTransitions', {
  ...STANDING,
  transitions: Type.Array(Transition),
});

const INDICATOR_ALERTS = ['indicatorLagging', 'forecastMiss'] as const;

const PreviewedAlert = Type.Object(
  {
    kind: OneOf(INDICATOR_ALERTS),
    org: Slug,
    orgName: Word,
    indicator: Slug,
    indicatorName: Word,
    measure: OneOf(MEASURES),
    grade: OneOf(TARGET_GRADES),
    opened: Period,
    closed: Nullable(Period),
    state: OneOf(ALERT_STATES),
    worst: LightAnswer,
    title: Word,
    transitions: Type.Array(
      Type.Object(
        {
          period: Period,
          reason: OneOf(ALERT_REASONS),
          light: LightAnswer,
          from: Nullable(OneOf(ALERT_STATES)),
          to: OneOf(ALERT_STATES),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const PreviewAnswer = Whole('PolicyPreview', {
  policy: Type.Object({ key: Slug, version: Ordinal }, closed),
  org: Slug,
  from: Period,
  to: Period,
  opened: Count,
  closed: Count,
  inForce: Type.Object({ opened: Count, closed: Count }, closed),
  alerts: Type.Array(PreviewedAlert),
});
