import { Type } from 'typebox';
import { OneOf, Slug } from '../values.js';
import { Id, MaybeMoment, MaybeText, Moment, Period, Whole } from './shapes.js';

const REPORT_STATES = ['rendering', 'ready', 'failed'] as const;

export const RequestedReportAnswer = Whole('RequestedReport', {
  id: Id,
  state: OneOf(REPORT_STATES),
  draft: Type.Boolean(),
});

export const ReportAnswer = Whole('Report', {
  id: Id,
  org: Slug,
  period: Period,
  state: OneOf(REPORT_STATES),
  draft: Type.Boolean(),
  title: MaybeText,
  hash: MaybeText,
  requestedAt: Moment,
  snapshotAt: MaybeMoment,
  finalizedAt: MaybeMoment,
  error: MaybeText,
});

/** A rendered report as JSON: the snapshot that every format is made from. */
export const ReportFile = Type.Object({}, { additionalProperties: true, title: 'ReportFile' });
