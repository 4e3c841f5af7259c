import { isExplained, isLowerGrade, isOutlookAlone, localTimeOf, type Period, yearOf } from '@xushi/domain';
import type { NewEvent, Unit } from '@xushi/events';
import { type Fault, Problem, refuse, type SubmissionState } from '@xushi/protocol';
import { type Principal, sheetText } from '@xushi/store';
import {
  figureKey,
  type IntakeBook,
  type KnownExplanation,
  type KnownFigure,
  type LatestSubmission,
  type WaitingFigure,
} from './book.js';
import type { Catalogue } from './catalogue.js';
import { acceptedEvent, heldEvent, reviewEvent } from './events.js';
import {
  type ComparedFigure,
  carriedOverFinding,
  explainedBy,
  type FigureFinding,
  lateFinding,
  lowerGradeFinding,
  nothingToConfirm,
  type StoredFinding,
  UNCHANGED,
} from './findings.js';
import type { ReadFigure } from './read-figure.js';
import type { ReadRegisterChange } from './register-changes.js';
import { completed, differs, saysOutlookAlone } from './said.js';
import type { ReadSheet } from './sheet.js';

/** A submission to be stored. */
export interface NewSubmission extends LatestSubmission {
  orgId: number;
  orgKey: string;
  period: Period;
  historical: boolean;
  reason: string | null;
  findings: StoredFinding[];
}

/** A figure that does not count yet, to be stored; a later sheet of the batch may have replaced it by then. */
export interface NewWaiting {
  read: ReadFigure;
  row: WaitingFigure;
  replaced: boolean;
}

export interface NewExplanation extends KnownExplanation {
  indicatorId: number;
}

/** All that a sheet changes. */
export interface Admission {
  sheet: ReadSheet;
  submission: NewSubmission;
  /** Those that count at once. */
  figures: ReadFigure[];
  waiting: NewWaiting[];
  explanations: NewExplanation[];
  changes: ReadRegisterChange[];
  /** Stored figures that wait no longer, by number. */
  replaced: number[];
  /** Submissions of which something no longer counts or waits. */
  touched: string[];
  events: NewEvent[];
}

/** What became of a sheet: it is admitted, or says nothing new beside the submission that is there. */
export type Admitted =
  | { admission: Admission }
  | { unchanged: LatestSubmission; findings: StoredFinding[]; sheet: ReadSheet };

/** What a check of plausibility finds in the figures that a sheet changes (domain.md §8). */
export type Check = (sheet: ReadSheet, compared: readonly ComparedFigure[]) => FigureFinding[];

export interface Admitting {
  unit: Pick<Unit, 'now' | 'newId' | 'timeZone'>;
  principal: Principal;
  book: IntakeBook;
  catalogue: Catalogue;
  check: Check;
}

/**
 * Compares a sheet with what is known and says all that it changes (domain.md §8); what it changes is entered into the
 * book. Throws `Problem` with every fault, and then nothing is entered.
 */
export function admit(sheet: ReadSheet, of: Admitting): Admitted {
  const { book } = of;
  const key = sheetText({ orgId: sheet.org.id, period: sheet.period });
  const latest = book.latest.get(key) ?? null;
  if (sheet.ifMatch !== null && sheet.ifMatch !== (latest?.revision ?? 0)) {
    throw new Problem('revisionConflict', { params: { revision: String(latest?.revision ?? 0) } });
  }
  const all = sheet.figures.map((given) => compare(sheet, given, book));
  const confirms = new Set(
    (sheet.body.confirmations ?? []).map(({ code, indicator }) => `${code}/${indicator}`),
  );
  const changed = all.filter(
    (each) =>
      each.changes ||
      // A figure that waits for just this to be said is taken in with it.
      each.waiting?.holds.some((code) => confirms.has(`${code}/${each.whole.indicator.key}`)),
  );
  refuse(withdrawalFaults(all));
  if (
    latest &&
    changed.length === 0 &&
    sheet.changes.length === 0 &&
    !sheet.body.situations &&
    !sheet.body.requests
  ) {
    return { unchanged: latest, findings: [UNCHANGED], sheet };
  }
  refuse(reasonFaults(sheet, changed));
  return { admission: enter(sheet, changed, latest, of) };
}

interface Compared extends ComparedFigure {
  key: string;
  inForce: KnownFigure | null;
  waiting: WaitingFigure | null;
  changes: boolean;
}

function compare(sheet: ReadSheet, given: ReadFigure, book: IntakeBook): Compared {
  const key = figureKey(sheet.org.id, given.indicator.id, given.period);
  const inForce = book.inForce(key);
  const waiting = book.waiting.get(key) ?? null;
  // What was said last, whether it counts by now or not; an estimate does not speak of the better figure that waits.
  const outranked = waiting !== null && isLowerGrade(given.grade, waiting.grade);
  const before = outranked ? inForce : (waiting ?? inForce);
  const whole = completed(given, before);
  return { given, whole, key, inForce, waiting, changes: differs(whole, before) };
}

function enter(
  sheet: ReadSheet,
  changed: Compared[],
  latest: LatestSubmission | null,
  of: Admitting,
): Admission {
  const { unit, book } = of;
  const due = book.dues.get(sheetText({ orgId: sheet.org.id, period: sheet.period })) ?? null;
  const historical = sheet.body.historical ?? false;
  const late = !historical && due !== null && !latest && unit.now > due.dueAt;
  const checked = historical ? [] : of.check(sheet, changed);
  const { findings, explanations } = answered(sheet, checked, of);
  const id = unit.newId();
  const admission: Admission = {
    sheet,
    submission: {
      id,
      orgId: sheet.org.id,
      orgKey: sheet.org.key,
      period: sheet.period,
      revision: (latest?.revision ?? 0) + 1,
      state: 'accepted',
      grade: sheet.body.source ?? 'estimate',
      historical,
      reason: sheet.body.reason ?? null,
      receivedAt: unit.now,
      dueAt: historical ? (latest?.dueAt ?? null) : (due?.dueAt ?? latest?.dueAt ?? null),
      late: latest?.late ?? late,
      evaluatedAt: null,
      findings: [
        ...(late && due ? [lateFinding(due, localTimeOf(due.dueAt, unit.timeZone))] : []),
        ...changed.flatMap(lowerGradeFinding),
        ...changed.flatMap(carriedOverFinding),
        ...findings,
      ],
    },
    figures: [],
    waiting: [],
    explanations,
    changes: sheet.changes,
    replaced: [],
    touched: [],
    events: [],
  };
  for (const each of changed) place(admission, each, { book, historical });
  for (const { indicatorId, ...explanation } of explanations)
    book.addExplanation(sheet.org.id, indicatorId, explanation);
  admission.submission.state = stateOf(admission);
  admission.events = eventsOf(admission);
  book.latest.set(sheetText({ orgId: sheet.org.id, period: sheet.period }), admission.submission);
  return admission;
}

/** Puts a figure where it belongs: it counts, or waits, or only takes the place of one that waited. */
function place(
  admission: Admission,
  { whole, key, inForce, waiting }: Compared,
  { book, historical }: { book: IntakeBook; historical: boolean },
): void {
  const { sheet, submission } = admission;
  const holds = submission.findings.flatMap((finding) =>
    finding.severity === 'hold' && 'indicator' in finding && finding.indicator === whole.indicator.key
      ? [finding.code]
      : [],
  );
  const unreviewed = sheet.org.reviewed && !historical;
  const waits = holds.length > 0 || unreviewed;
  if (waiting && (waits || !isLowerGrade(whole.grade, waiting.grade))) {
    if (waiting.id !== null) admission.replaced.push(waiting.id);
    book.waiting.delete(key);
    replacedInBatch.get(waiting)?.();
    admission.touched.push(waiting.submissionId);
  }
  // Back to what is in force, or to nothing where nothing is: only the figure that waited goes.
  if (whole.withdrawn ? inForce === null : !differs(whole, inForce)) return;
  const { indicator, period, position: _, ...said } = whole;
  if (waits) {
    const row: WaitingFigure = { ...said, id: null, submissionId: submission.id, holds, unreviewed };
    const entry: NewWaiting = { read: whole, row, replaced: false };
    replacedInBatch.set(row, () => {
      entry.replaced = true;
    });
    admission.waiting.push(entry);
    book.waiting.set(key, row);
    return;
  }
  admission.figures.push(whole);
  const at = { orgId: sheet.org.id, indicatorId: indicator.id, period };
  book.enter(at, { ...said, submissionId: submission.id });
  if (inForce) admission.touched.push(inForce.submissionId);
}

/** How a waiting figure that is not stored yet is told that a later sheet of its batch replaced it. */
const replacedInBatch = new WeakMap<WaitingFigure, () => void>();

/** What was found, with what has been explained (now or before) as a note instead of a hold. */
function answered(
  sheet: ReadSheet,
  checked: FigureFinding[],
  { book, catalogue }: Pick<Admitting, 'book' | 'catalogue'>,
): { findings: StoredFinding[]; explanations: NewExplanation[] } {
  const confirmations = sheet.body.confirmations ?? [];
  const used = new Set<number>();
  const explanations: NewExplanation[] = [];
  const findings = checked.flatMap((finding): StoredFinding[] => {
    const indicatorId = catalogue.get(finding.indicator)?.id ?? 0;
    const position = confirmations.findIndex(
      ({ code, indicator }) => code === finding.code && indicator === finding.indicator,
    );
    const confirmation = confirmations[position];
    if (confirmation) {
      used.add(position);
      const { code, params, period } = finding;
      explanations.push({ indicatorId, period, code, params, reason: confirmation.reason });
      return [explainedBy(finding, confirmation.reason)];
    }
    const known = book
      .explanationsOf(sheet.org.id, indicatorId)
      .findLast((explanation) => isExplained(explanation, finding));
    if (!known) return [finding];
    // A note that has been explained needs no telling.
    return finding.severity === 'note' ? [] : [explainedBy(finding, known.reason)];
  });
  const idle = confirmations.flatMap(({ code, indicator }, position) => {
    const row = catalogue.get(indicator);
    return used.has(position) || !row ? [] : [nothingToConfirm(position, code, row)];
  });
  return { findings: [...findings, ...idle], explanations };
}

function stateOf({ figures, waiting }: Admission): SubmissionState {
  if (waiting.some(({ row }) => row.unreviewed)) return 'underReview';
  if (waiting.length === 0) return 'accepted';
  return figures.length > 0 ? 'partlyHeld' : 'held';
}

function eventsOf(admission: Admission): NewEvent[] {
  const { submission, figures, waiting, changes, sheet } = admission;
  const held = waiting.flatMap(({ read, row }) =>
    row.holds.length > 0 ? [{ indicator: read.indicator.key, codes: row.holds }] : [],
  );
  const counts = waiting.length === 0 || figures.length > 0 || changes.length > 0;
  return [
    ...(counts || sheet.body.situations || sheet.body.requests
      ? [
          acceptedEvent(
            submission,
            figures.map(({ period }) => yearOf(period)),
          ),
        ]
      : []),
    ...(held.length > 0 ? [heldEvent(submission, held)] : []),
    ...(waiting.some(({ row }) => row.unreviewed) ? [reviewEvent(submission)] : []),
  ];
}

/** Whether a figure that was accepted changes. An outlook has a reason of its own, and changes none. */
function revises({ given, inForce }: Compared): boolean {
  return inForce !== null && !isOutlookAlone(inForce) && !saysOutlookAlone(given);
}

function reasonFaults(sheet: ReadSheet, changed: Compared[]): Fault[] {
  if (sheet.body.reason || !changed.some(revises)) return [];
  return [{ pointer: '/reason', code: 'reasonNeeded' }];
}

function withdrawalFaults(all: Compared[]): Fault[] {
  return all
    .filter(({ given, inForce, waiting }) => given.withdrawn && !inForce && !waiting)
    .map(({ given }) => ({
      pointer: `/values/${given.position}`,
      code: 'nothingToWithdraw' as const,
      params: { indicator: given.indicator.name },
    }));
}
