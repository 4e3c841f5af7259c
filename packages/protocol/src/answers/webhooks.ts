import {
  ALERT_KINDS,
  ALERT_REASONS,
  ALERT_STATES,
  EVALUATION_STATES,
  LEVELS,
  MEASURES,
  TARGET_GRADES,
} from '@xushi/domain';
import { type TSchema, Type } from 'typebox';
import { CloseRequestBody, RectificationBody } from '../reference.js';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { Verdict } from './alert.js';
import { ForecastAnswer, LightAnswer, OutlookAnswer } from './evaluation.js';
import { Count, Day, Id, MaybeExact, MaybeText, Moment, Ordinal, Period, Whole, Word } from './shapes.js';

/** What every message on an alert says of it. */
const TOLD = {
  id: Id,
  kind: OneOf(ALERT_KINDS),
  org: Slug,
  orgName: Word,
  indicator: Slug,
  indicatorName: Word,
  measure: OneOf(MEASURES),
  grade: OneOf(TARGET_GRADES),
  light: Nullable(LightAnswer),
  lightName: MaybeText,
  state: OneOf(ALERT_STATES),
  level: OneOf(LEVELS),
  levelName: Word,
  period: Period,
  periodName: Word,
  title: Word,
  message: Word,
  unit: Word,
  figure: MaybeExact,
  yoy: MaybeExact,
  openedAt: Moment,
  changedAt: Moment,
  verdict: Nullable(Verdict),
  historical: Type.Boolean(),
};

/** An alert that moved because a figure, a target or a rule did, or the year ended. */
const JudgedNews = Whole('AlertJudged', {
  alert: Type.Object(
    {
      ...TOLD,
      gapText: Type.String(),
      explanation: MaybeText,
      target: MaybeExact,
      completionRate: MaybeExact,
      timeProgress: MaybeExact,
      paceGap: MaybeExact,
      gap: MaybeExact,
      consecutiveLag: Count,
      forecast: Nullable(ForecastAnswer),
      outlook: Nullable(OutlookAnswer),
    },
    closed,
  ),
  transition: Type.Object(
    {
      reason: OneOf(ALERT_REASONS),
      reasonName: Word,
      from: Nullable(OneOf(ALERT_STATES)),
      to: OneOf(ALERT_STATES),
      light: Nullable(LightAnswer),
      lightName: MaybeText,
      latestPeriod: Period,
      latestPeriodName: Word,
    },
    closed,
  ),
});

/** An alert that a person moved. */
const StepNews = Whole('AlertMoved', {
  alert: Type.Object(TOLD, closed),
  transition: Type.Object(
    {
      reason: OneOf(ALERT_REASONS),
      reasonName: Word,
      from: OneOf(ALERT_STATES),
      to: OneOf(ALERT_STATES),
      actor: MaybeText,
      note: MaybeText,
      evidence: Nullable(Type.Union([RectificationBody, CloseRequestBody])),
    },
    closed,
  ),
});

const DispatchList = Whole('DispatchList', {
  list: Type.Object(
    {
      id: Id,
      cadence: OneOf(LEVELS),
      on: Day,
      org: Slug,
      orgName: Word,
      period: Period,
      periodName: Word,
      backfilled: Type.Boolean(),
      covers: Type.Array(Day),
      lines: Type.Array(
        Type.Object(
          {
            org: Slug,
            orgName: Word,
            reason: OneOf(['red', 'orangeAgain', 'notReported'] as const),
            reasonName: Word,
            alert: Nullable(Id),
            indicatorName: MaybeText,
            light: Nullable(LightAnswer),
            lightName: MaybeText,
            message: Word,
            openedAt: Nullable(Moment),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
});

const ReportReady = Whole('ReportReady', {
  report: Type.Object(
    {
      id: Id,
      org: Slug,
      orgName: Word,
      period: Period,
      periodName: Word,
      title: Word,
      draft: Type.Boolean(),
      hash: Word,
    },
    closed,
  ),
});

const SheetNews = {
  org: Slug,
  period: Period,
  submission: Id,
  revision: Ordinal,
  historical: Type.Boolean(),
};

const SubmissionAccepted = Whole('SubmissionAccepted', { ...SheetNews, years: Type.Array(Type.Integer()) });

const SubmissionEvaluated = Whole('SubmissionEvaluated', {
  ...SheetNews,
  evaluations: Type.Array(
    Type.Object(
      {
        indicator: Slug,
        measure: OneOf(MEASURES),
        grade: OneOf(TARGET_GRADES),
        light: Nullable(LightAnswer),
        state: OneOf(EVALUATION_STATES),
      },
      closed,
    ),
  ),
  alerts: Type.Array(Id),
});

/** Steps that only people take. */
export const STEPS: readonly string[] = [
  'acknowledged',
  'rectificationFiled',
  'closeRequested',
  'closed',
  'sentBack',
  'escalated',
  'deEscalated',
];

/** The `data` of every event that webhooks carry, by the event's type. */
export const WEBHOOK_DATA: Readonly<Record<string, TSchema>> = {
  ...Object.fromEntries(
    ALERT_REASONS.map((reason) => [`alert.${reason}`, STEPS.includes(reason) ? StepNews : JudgedNews]),
  ),
  'dispatch.list': DispatchList,
  'report.ready': ReportReady,
  'submission.accepted': SubmissionAccepted,
  'submission.evaluated': SubmissionEvaluated,
};

/** A webhook's body by Standard Webhooks 1.0; `timestamp` is the business time of the event. */
export const webhookBody = (type: string, data: TSchema): TSchema =>
  Type.Object({ type: Type.Literal(type), timestamp: Moment, data }, closed);
