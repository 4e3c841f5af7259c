import { type Period, yearOf } from '@xushi/domain';
import type { NewEvent } from '@xushi/events';

/** The submission that an event is about. */
export interface ToldSubmission {
  id: string;
  orgId: number;
  orgKey: string;
  period: Period;
  revision: number;
  historical: boolean;
}

/** `years` are those that its figures speak of. */
const said = ({ id, orgKey, period, revision, historical }: ToldSubmission, years: readonly number[]) => ({
  ...{ org: orgKey, period, submission: id, revision, historical },
  // A sheet may carry figures of earlier months, and of last December.
  years: [...new Set([yearOf(period), ...years])],
});

/** Figures of a submission count from now on. */
export const acceptedEvent = (submission: ToldSubmission, years: readonly number[]): NewEvent => ({
  type: 'submission.accepted',
  orgId: submission.orgId,
  payload: said(submission, years),
});

/** Figures of a submission are held; `holds` says which and why. */
export const heldEvent = (
  submission: ToldSubmission,
  holds: readonly { indicator: string; codes: readonly string[] }[],
): NewEvent => ({
  type: 'submission.held',
  orgId: submission.orgId,
  payload: { ...said(submission, []), holds },
});

/** A submission waits for its reviewer. */
export const reviewEvent = (submission: ToldSubmission): NewEvent => ({
  type: 'submission.underReview',
  orgId: submission.orgId,
  payload: said(submission, []),
});

/** A reviewer gave a submission back: it is as if it had not been reported. */
export const returnedEvent = (
  submission: ToldSubmission,
  of: { reason: string; years: readonly number[] },
): NewEvent => ({
  type: 'submission.returned',
  orgId: submission.orgId,
  payload: { ...said(submission, of.years), reason: of.reason },
});
