import { carriedPeriod, type Period } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Language, Problem, type SubmissionAnswer } from '@xushi/protocol';
import type { Principal } from '@xushi/store';
import { type Admitted, admit } from './admit.js';
import type { LatestSubmission } from './book.js';
import type { Catalogue } from './catalogue.js';
import { checksOf, explains } from './checks.js';
import { type StoredFinding, showFinding } from './findings.js';
import { type BookQuestion, loadBook } from './load-book.js';
import { newRegisterChanges, registerInForce } from './register-changes.js';
import { type ReadSheet, readSheets, type SheetRequest } from './sheet.js';
import { writeAdmissions } from './write-admissions.js';

/** What became of a sheet. */
export interface SheetOutcome {
  /** A new revision, not the one in force where nothing differs from it. */
  created: boolean;
  submission: LatestSubmission;
  org: string;
  period: Period;
  findings: StoredFinding[];
}

/**
 * Takes in sheets in their order (domain.md §8): of each every fault at once and nothing stored, or submission,
 * figures and events together. A sheet whose values all equal the figures in force makes no revision. Later sheets
 * are compared with earlier ones. The number of statements does not depend on how many sheets there are.
 * `store: false` walks the same way and writes nothing.
 */
export async function takeIn(
  unit: Unit,
  requests: readonly SheetRequest[],
  of: { principal: Principal; store: boolean },
): Promise<(SheetOutcome | Problem)[]> {
  const { sheets, catalogue } = await readSheets(unit, of.principal, requests);
  const read = sheets.filter((sheet): sheet is ReadSheet => !(sheet instanceof Problem));
  if (read.length === 0) return sheets as Problem[];
  const question = { ...questionOf(read, catalogue), store: of.store };
  const [book, register, check] = await Promise.all([
    loadBook(unit, question),
    registerInForce(unit, read),
    checksOf(unit, read, catalogue),
  ]);
  const admitting = { unit, principal: of.principal, book, catalogue, check: check(book), explains };
  const admitted = sheets.map((sheet): Admitted | Problem => {
    if (sheet instanceof Problem) return sheet;
    try {
      return admit({ ...sheet, changes: newRegisterChanges(sheet, register) }, admitting);
    } catch (fault) {
      if (fault instanceof Problem) return fault;
      throw fault;
    }
  });
  if (of.store) {
    const admissions = admitted.flatMap((each) => ('admission' in each ? [each.admission] : []));
    await writeAdmissions(unit, of.principal, admissions);
  }
  return admitted.map((each) => (each instanceof Problem ? each : outcomeOf(each)));
}

function outcomeOf(admitted: Admitted): SheetOutcome {
  if ('unchanged' in admitted) {
    const { unchanged: submission, sheet, findings } = admitted;
    return { created: false, submission, org: sheet.org.key, period: sheet.period, findings };
  }
  const { submission, sheet } = admitted.admission;
  return {
    created: true,
    submission,
    org: sheet.org.key,
    period: sheet.period,
    findings: submission.findings,
  };
}

function questionOf(sheets: readonly ReadSheet[], catalogue: Catalogue): Omit<BookQuestion, 'store'> {
  const figures = sheets.flatMap((sheet) => sheet.figures);
  // Nothing that history says of itself is compared with the months before.
  const compared = sheets.flatMap((sheet) => (sheet.body.historical ? [] : sheet.figures));
  return {
    orgIds: new Set(sheets.map(({ org }) => org.id)),
    sheets: sheets.map(({ org, period, body }) => ({
      orgId: org.id,
      period,
      historical: body.historical ?? false,
    })),
    periods: new Set([
      ...figures.map(({ period }) => period),
      ...sheets.flatMap(({ period, changes }) =>
        changes.map(({ indicator }) => carriedPeriod(period, indicator.lagMonths)),
      ),
    ]),
    indicatorIds: new Set(figures.map(({ indicator }) => indicator.id)),
    seriesOf: new Set(
      compared.flatMap(({ indicator }) => {
        const whole = catalogue.get(indicator.partOf ?? '');
        return whole ? [indicator.id, whole.id] : [indicator.id];
      }),
    ),
  };
}

/** A submission as the interface shows it. */
export function answerOf(
  submission: LatestSubmission,
  of: { org: string; period: Period; findings: readonly StoredFinding[]; language: Language },
): SubmissionAnswer {
  return {
    id: submission.id,
    org: of.org,
    period: of.period,
    revision: submission.revision,
    state: submission.state,
    source: submission.grade,
    dueAt: submission.dueAt?.toISOString() ?? null,
    late: submission.late,
    receivedAt: submission.receivedAt.toISOString(),
    evaluatedAt: submission.evaluatedAt?.toISOString() ?? null,
    findings: of.findings.map((finding) => showFinding(finding, of.language)),
  };
}
