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
const ALERT = {
  id: Id,
  kind: OneOf(ALERT_KINDS),
  light: Nullable(LightAnswer),
  state: OneOf(ALERT_STATES),
  level: OneOf(LEVELS),
  levelName: Word,
  title: Word,
  message: Word,
  openedAt: Moment,
  changedAt: Moment,
  verdict: Nullable(Verdict),
  historical: Type.Boolean(),
};

/** Of what an org reports. */
const SAID = { ...ALERT, org: Slug, orgName: Word, period: Period, periodName: Word };

/** Of an indicator. */
const TOLD = {
  ...SAID,
  lightName: MaybeText,
  indicator: Slug,
  indicatorName: Word,
  measure: OneOf(MEASURES),
  grade: OneOf(TARGET_GRADES),
  unit: Word,
  figure: MaybeExact,
  yoy: MaybeExact,
};

/** Who hears of a sheet that is missing. */
const AUDIENCE = OneOf(['reporter', 'all', 'nobody'] as const);

/** A sheet that is due, overdue, or came after all. */
const SheetAlertNews = Whole('AlertOfSheet', {
  alert: Type.Object(
    {
      ...SAID,
      stateName: Word,
      missing: Type.Array(Type.Object({ indicator: Slug, name: Word, period: Period }, closed)),
      expected: Count,
      dueAt: Moment,
      originalDueAt: Moment,
      estimated: Type.Boolean(),
      workdaysLate: Nullable(Type.Integer()),
      audience: AUDIENCE,
    },
    closed,
  ),
  transition: Type.Object(
    {
      reason: OneOf(ALERT_REASONS),
      reasonName: Word,
      from: Nullable(OneOf(ALERT_STATES)),
      to: OneOf(ALERT_STATES),
    },
    closed,
  ),
});

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
      /** The kind of warning that took its place. */
      replacedBy: Nullable(OneOf(ALERT_KINDS)),
    },
    closed,
  ),
});

const STEP_NUMBERS = {
  completionRate: MaybeExact,
  timeProgress: MaybeExact,
  paceGap: MaybeExact,
  gap: MaybeExact,
  consecutiveLag: Nullable(Count),
};

/** An alert that a person moved. */
const StepNews = Whole('AlertMoved', {
  alert: Type.Union([
    Type.Object({ ...TOLD, ...STEP_NUMBERS }, closed),
    Type.Object({ ...SAID, lightName: MaybeText, audience: AUDIENCE }, closed),
    Type.Object({ ...SAID, lightName: MaybeText, year: Type.Integer() }, closed),
  ]),
  transition: Type.Object(
    {
      reason: OneOf(ALERT_REASONS),
      reasonName: Word,
      from: OneOf(ALERT_STATES),
      to: OneOf(ALERT_STATES),
      light: Nullable(LightAnswer),
      lightName: MaybeText,
      latestPeriod: Period,
      latestPeriodName: Word,
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

/** A year’s notice that is missing, or came. */
const CalendarNews = Whole('AlertOfCalendar', {
  alert: Type.Object({ ...ALERT, year: Type.Integer(), stateName: Word, audience: AUDIENCE }, closed),
  transition: Type.Object(
    {
      reason: OneOf(ALERT_REASONS),
      reasonName: Word,
      from: Nullable(OneOf(ALERT_STATES)),
      to: OneOf(ALERT_STATES),
    },
    closed,
  ),
});

const AlertNews = Type.Union([JudgedNews, SheetAlertNews, CalendarNews]);
/** A level is left by a person, and by a sheet that stays away. */
const MovedNews = Type.Union([StepNews, SheetAlertNews]);

/** Steps that only people take with an indicator. */
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
    ALERT_REASONS.map((reason) => [`alert.${reason}`, STEPS.includes(reason) ? MovedNews : AlertNews]),
  ),
  'dispatch.list': DispatchList,
  'report.ready': ReportReady,
  'submission.accepted': SubmissionAccepted,
  'submission.evaluated': SubmissionEvaluated,
};

/** A webhook's body by Standard Webhooks 1.0; `timestamp` is the business time of the event. */
export const webhookBody = (type: string, data: TSchema): TSchema =>
  Type.Object({ type: Type.Literal(type), timestamp: Moment, data }, closed);
