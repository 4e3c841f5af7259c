import { isOutlookAlone, localDateOf, monthOf, type Period, parsePeriod, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import {
  type Fault,
  type Finding,
  Problem,
  refuse,
  type SubmissionAnswer,
  type SubmissionBody,
} from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';

import { dueOf } from './due.js';
import { completed, differs, type FigureRow, figureKey, figuresInForce } from './figures-in-force.js';
import { carriedOverFindings, lateFinding, lowerGradeFindings, unchangedFinding } from './findings.js';
import {
  type CatalogueIndicator,
  type ReadFigure,
  readSheetPeriod,
  readValues,
  saysOutlookAlone,
} from './reading.js';
import { insertRegisterChanges, newRegisterChanges, readRegisterChanges } from './register-changes.js';

const { figure, indicator, org, submission } = tables;

/** The outcome of a submission: a new revision, or the one in force where nothing differs from it. */
export interface SubmitOutcome {
  created: boolean;
  answer: SubmissionAnswer;
}

/**
 * Takes in an org's sheet of a period (domain.md §8): every fault at once and nothing stored, or submission,
 * figures and event together. A sheet whose values all equal the figures in force makes no revision. Throws
 * `Problem`.
 */
export async function submit(
  unit: Unit,
  request: { principal: Principal; body: SubmissionBody; ifMatch: number | null },
): Promise<SubmitOutcome> {
  const { body, principal } = request;
  const { orgRow, period, figures, changes: givenChanges } = await readSheet(unit, principal, body);

  // One writer a sheet: revisions are numbered and compared with what is in force at this moment.
  const sheet = { orgId: orgRow.id, year: yearOf(period), month: monthOf(period) };
  await unit.tx.execute(sql`SELECT pg_advisory_xact_lock(${sheet.orgId}, ${sheet.year * 100 + sheet.month})`);
  const latest = await latestSubmission(unit, sheet);
  if (request.ifMatch !== null && request.ifMatch !== (latest?.revision ?? 0)) {
    throw new Problem('revisionConflict', { params: { revision: String(latest?.revision ?? 0) } });
  }
  const { inForce, changed } = await compared(unit, orgRow.id, figures);
  const changes = await newRegisterChanges(unit, { orgId: orgRow.id, period }, givenChanges);
  refuse(withdrawalFaults(body, figures, inForce));
  if (latest && changed.length === 0 && changes.length === 0 && !body.situations && !body.requests) {
    return { created: false, answer: answerOf(latest, orgRow.key, [unchangedFinding]) };
  }
  refuse(reasonFaults(body, figures, { changed, inForce }));

  const due = body.historical
    ? null
    : await dueOf(unit.tx, { orgId: orgRow.id, period, timeZone: unit.timeZone });
  const late = due !== null && !latest && unit.now > due.dueAt;
  const findings = [
    ...(late && due ? [lateFinding(due)] : []),
    ...lowerGradeFindings(changed, inForce),
    ...carriedOverFindings(figures, changed),
  ];
  const [row] = await unit.tx
    .insert(submission)
    .values({
      id: unit.newId(),
      ...sheet,
      revision: (latest?.revision ?? 0) + 1,
      state: 'accepted',
      grade: body.source ?? 'estimate',
      historical: body.historical ?? false,
      reason: body.reason ?? null,
      receivedAt: unit.now,
      dueAt: due?.dueAt ?? latest?.dueAt ?? null,
      late: latest?.late ?? late,
      personId: principal.personId,
      keyId: principal.keyId,
      requestId: unit.cause.requestId,
      findings,
      body,
    })
    .returning();
  if (!row) throw new Error('the submission was not stored');
  await insertFigures(unit, { submissionId: row.id, orgId: orgRow.id, historical: row.historical }, changed);
  await insertRegisterChanges(unit, { submissionId: row.id, orgId: orgRow.id, period }, changes);
  await unit.append([
    {
      type: 'submission.accepted',
      orgId: orgRow.id,
      payload: {
        org: orgRow.key,
        period,
        submission: row.id,
        revision: row.revision,
        historical: row.historical,
        // A sheet may carry figures of earlier months, and of last December.
        years: [...new Set([sheet.year, ...changed.map((read) => yearOf(read.period))])],
      },
    },
  ]);
  return { created: true, answer: answerOf(row, orgRow.key, findings) };
}

/**
 * Walks every check of `submit` against what is in force at this moment, and writes nothing: another sheet may come
 * before the one that was checked. Throws `Problem`.
 */
export async function checkSheet(
  unit: Unit,
  { principal, body }: { principal: Principal; body: SubmissionBody },
) {
  const { orgRow, period, figures } = await readSheet(unit, principal, body);
  const standing = await compared(unit, orgRow.id, figures);
  refuse(withdrawalFaults(body, figures, standing.inForce));
  refuse(reasonFaults(body, figures, standing));
  return { orgRow, period, figures };
}

/** The given figures beside those in force, and which of them say something new. */
async function compared(unit: Unit, orgId: number, figures: ReadFigure[]) {
  const inForce = await figuresInForce(unit, orgId, figures);
  const whole = figures.map((read) => completed(read, inForce.get(figureKey(read)) ?? null));
  return { inForce, changed: whole.filter((read) => differs(read, inForce.get(figureKey(read)) ?? null)) };
}

/** The checks that need no earlier sheet. Throws `Problem` with all faults. */
async function readSheet(unit: Unit, principal: Principal, body: SubmissionBody) {
  if (body.historical && principal.role !== 'admin') {
    throw new Problem('roleNotAllowed', { params: { role: principal.role, needed: 'admin' } });
  }
  const today = localDateOf(unit.now, unit.timeZone);
  const [orgRow] = await unit.tx.select().from(org).where(eq(org.key, body.org));
  if (!orgRow && principal.orgId !== 0) throw new Problem('orgNotFound', { params: { org: body.org } });
  const faults: Fault[] = [];
  if (!orgRow || orgRow.id === 0)
    faults.push({ pointer: '/org', code: 'unknownOrg', params: { org: body.org } });
  const sheet = readSheetPeriod(body, today);
  faults.push(...sheet.faults);
  const ended = orgRow?.activeTo;
  if (sheet.period && ended && ended < `${sheet.period}-01`) {
    faults.push({ pointer: '/org', code: 'orgNotActive', params: { org: orgRow.name, until: ended } });
  }
  const indicators = await catalogue(unit, body);
  let figures: ReadFigure[] = [];
  if (sheet.period) {
    const read = readValues(body, sheet.period, { indicators, today });
    figures = read.figures;
    faults.push(...read.faults);
  }
  (body.situations ?? []).forEach((situation, position) => {
    if (!indicators.has(situation.indicator)) {
      faults.push({
        pointer: `/situations/${position}/indicator`,
        code: 'unknownIndicator',
        params: { indicator: situation.indicator },
      });
    }
  });
  const { changes, faults: changeFaults } = readRegisterChanges(body, indicators);
  faults.push(...changeFaults);
  refuse(faults);
  if (!orgRow || !sheet.period) throw new Error('a sheet without faults has an org and a period');
  return { orgRow, period: sheet.period as Period, figures, changes };
}

async function catalogue(unit: Unit, body: SubmissionBody): Promise<Map<string, CatalogueIndicator>> {
  const named = [...body.values, ...(body.situations ?? []), ...(body.adjustments ?? [])];
  const keys = [...new Set(named.map((entry) => entry.indicator))];
  const rows = await unit.tx.select().from(indicator).where(inArray(indicator.key, keys));
  return new Map(rows.map((row) => [row.key, row as CatalogueIndicator]));
}

type SubmissionRow = typeof submission.$inferSelect;
async function latestSubmission(
  unit: Unit,
  sheet: { orgId: number; year: number; month: number },
): Promise<SubmissionRow | null> {
  const [row] = await unit.tx
    .select()
    .from(submission)
    .where(
      and(
        eq(submission.orgId, sheet.orgId),
        eq(submission.year, sheet.year),
        eq(submission.month, sheet.month),
      ),
    )
    .orderBy(desc(submission.revision))
    .limit(1);
  return row ?? null;
}

/** Whether a figure that was reported changes. An outlook has a reason of its own, and changes none. */
function revisesFigures(
  given: ReadFigure[],
  { changed, inForce }: { changed: ReadFigure[]; inForce: Map<string, FigureRow> },
): boolean {
  const outlooks = new Set(given.filter(saysOutlookAlone).map(figureKey));
  return changed.some((read) => {
    const before = inForce.get(figureKey(read));
    return before !== undefined && !isOutlookAlone(before) && !outlooks.has(figureKey(read));
  });
}

function reasonFaults(
  body: SubmissionBody,
  figures: ReadFigure[],
  standing: { changed: ReadFigure[]; inForce: Map<string, FigureRow> },
): Fault[] {
  if (body.reason || !revisesFigures(figures, standing)) return [];
  return [{ pointer: '/reason', code: 'reasonNeeded' }];
}

function withdrawalFaults(
  body: SubmissionBody,
  figures: ReadFigure[],
  inForce: Map<string, FigureRow>,
): Fault[] {
  return figures
    .filter((read) => read.withdrawn && !inForce.has(figureKey(read)))
    .map((read) => ({
      pointer: `/values/${body.values.findIndex((value) => value.indicator === read.indicator.key)}`,
      code: 'nothingToWithdraw' as const,
      params: { indicator: read.indicator.name },
    }));
}

async function insertFigures(
  unit: Unit,
  { submissionId, orgId, historical }: { submissionId: string; orgId: number; historical: boolean },
  figures: ReadFigure[],
) {
  if (figures.length === 0) return;
  await unit.tx.insert(figure).values(
    figures.map((read) => ({
      submissionId,
      orgId,
      indicatorId: read.indicator.id,
      year: yearOf(read.period),
      month: monthOf(read.period),
      grade: read.grade,
      value: read.value,
      yoy: read.yoy,
      monthValue: read.monthValue,
      lastYear: read.lastYear,
      lastYearMonth: read.lastYearMonth,
      givenValue: read.givenValue,
      givenUnit: read.givenUnit,
      notApplicable: read.notApplicable,
      withdrawn: read.withdrawn,
      historical,
      note: read.note,
      outlook: read.outlook,
      outlookReason: read.outlookReason,
      doneOn: read.doneOn,
      evidence: read.evidence,
      knownAt: unit.now,
    })),
  );
}

/** A submission as the interface shows it. */
export function answerOf(row: SubmissionRow, orgKey: string, findings?: Finding[]): SubmissionAnswer {
  const period = parsePeriod(`${row.year}-${String(row.month).padStart(2, '0')}`);
  return {
    id: row.id,
    org: orgKey,
    period: period ?? '',
    revision: row.revision,
    state: row.state,
    source: row.grade,
    dueAt: row.dueAt?.toISOString() ?? null,
    late: row.late,
    receivedAt: row.receivedAt.toISOString(),
    evaluatedAt: row.evaluatedAt?.toISOString() ?? null,
    findings: findings ?? (row.findings as Finding[]),
  };
}
