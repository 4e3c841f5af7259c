import type { AlertState, Level, SubmissionAlert, SubmissionAlertKind } from '@xushi/domain';
import { integers, type SheetKey, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { Sheet } from './sheets.js';

/** A stored alert about a sheet. */
export interface SubmissionAlertRow {
  id: string;
  openedAt: Date;
  owner: string | null;
  life: SubmissionAlert;
}

/** `org/period`: there is one alert of a kind for each. */
export const submissionSubject = ({ org, period }: Pick<Sheet, 'org' | 'period'>): string =>
  `${org.key}/${period}`;

/** Finds an alert of a kind among those about sheets. */
export const submissionAlertKey = (kind: SubmissionAlertKind, subjectKey: string): string =>
  `${kind} ${subjectKey}`;

/** The alerts about these orgs' sheets of these years, by `submissionAlertKey`. One query. */
export async function readSubmissionAlerts(
  tx: Transaction,
  sheets: readonly SheetKey[],
): Promise<Map<string, SubmissionAlertRow>> {
  if (sheets.length === 0) return new Map();
  const rows = await tx.execute<{
    id: string;
    kind: SubmissionAlertKind;
    subject_key: string;
    state: AlertState;
    level: Level;
    opened_at: string;
    owner: string | null;
    observation: { missing: string[]; dueAt: string; workdaysLate: number };
  }>(sql`
    SELECT id, kind, subject_key, state, level, opened_at, owner, observation FROM alert
    WHERE kind IN ('submissionDue', 'submissionOverdue')
      AND org_id = ANY (${integers(new Set(sheets.map(({ orgId }) => orgId)))})
      AND year = ANY (${integers(new Set(sheets.map(({ period }) => Number(period.slice(0, 4)))))})
    ORDER BY sequence`);
  return new Map(
    rows.map((row) => [
      submissionAlertKey(row.kind, row.subject_key),
      {
        id: row.id,
        openedAt: new Date(row.opened_at),
        owner: row.owner,
        life: {
          state: row.state,
          level: row.level,
          missing: row.observation.missing,
          dueAt: new Date(row.observation.dueAt),
          workdaysLate: row.observation.workdaysLate,
        },
      },
    ]),
  );
}
