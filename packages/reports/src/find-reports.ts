import { period as periodOf } from '@xushi/domain';
import { Problem } from '@xushi/protocol';
import { type Transaction, tables } from '@xushi/store';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { ReportFormat } from './render-files.js';
import type { ReportState } from './request-report.js';

const { report, reportFile, org } = tables;

/** A report as lists and answers show it; times are ISO. */
export interface ReportView {
  id: string;
  org: string;
  period: string;
  state: ReportState;
  draft: boolean;
  title: string | null;
  hash: string | null;
  requestedAt: string;
  snapshotAt: string | null;
  finalizedAt: string | null;
  error: string | null;
}

/** Most reports a list holds. */
const MOST_LISTED = 200;

/** One report, whichever later draft may have taken its place in lists. Throws `Problem` 404. */
export async function getReport(tx: Transaction, id: string): Promise<ReportView> {
  const [found] = await viewsWhere(tx, eq(report.id, id));
  if (!found) throw new Problem('notFound');
  return found;
}

/**
 * Reports of the reader's subtree, newest first. Drafts of a period replace each other: one is listed until a
 * later report of its org and period is ready. Finalized reports stay.
 */
export async function listReports(
  tx: Transaction,
  filter: { orgId?: number; year?: number; month?: number } = {},
): Promise<ReportView[]> {
  const replaced = sql`${report.draft} AND EXISTS (
    SELECT 1 FROM report later
    WHERE later.org_id = ${report.orgId} AND later.year = ${report.year} AND later.month = ${report.month}
      AND later.state = 'ready' AND (later.requested_at, later.id) > (${report.requestedAt}, ${report.id}))`;
  return viewsWhere(
    tx,
    and(
      filter.orgId === undefined ? undefined : eq(report.orgId, filter.orgId),
      filter.year === undefined ? undefined : eq(report.year, filter.year),
      filter.month === undefined ? undefined : eq(report.month, filter.month),
      sql`NOT (${replaced})`,
    ),
  );
}

/** A rendered format. Throws `Problem`: 404 where there is no such report or format, 409 while it is rendered. */
export async function getReportFile(
  tx: Transaction,
  id: string,
  format: ReportFormat | (string & {}),
): Promise<{ contentType: string; content: Buffer }> {
  const [found] = await tx
    .select({ state: report.state, contentType: reportFile.contentType, content: reportFile.content })
    .from(report)
    .leftJoin(reportFile, and(eq(reportFile.reportId, report.id), eq(reportFile.format, format)))
    .where(eq(report.id, id));
  if (!found) throw new Problem('notFound');
  if (found.state !== 'ready') throw new Problem('reportNotReady');
  if (!found.content || found.contentType === null) throw new Problem('notFound');
  return { contentType: found.contentType, content: found.content };
}

async function viewsWhere(tx: Transaction, condition: SQL | undefined): Promise<ReportView[]> {
  const rows = await tx
    .select({
      id: report.id,
      org: org.key,
      year: report.year,
      month: report.month,
      state: report.state,
      draft: report.draft,
      title: sql<string | null>`${report.snapshot}->'model'->>'title'`,
      hash: report.contentHash,
      requestedAt: report.requestedAt,
      snapshotAt: report.snapshotAt,
      finalizedAt: report.finalizedAt,
      error: report.error,
    })
    .from(report)
    .innerJoin(org, eq(org.id, report.orgId))
    .where(condition)
    .orderBy(desc(report.requestedAt), desc(report.id))
    .limit(MOST_LISTED);
  return rows.map(({ year, month, ...row }) => ({
    ...row,
    period: periodOf(year, month),
    state: row.state as ReportState,
    requestedAt: row.requestedAt.toISOString(),
    snapshotAt: row.snapshotAt?.toISOString() ?? null,
    finalizedAt: row.finalizedAt?.toISOString() ?? null,
  }));
}
