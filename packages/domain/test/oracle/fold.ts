import type { FigureGrade, Light, Policy } from '../../src/index.js';
import { isNegative, type Q, subtract } from './arithmetic.js';
import { type Decided, factsOf, lightOf } from './lights.js';
import { type Goal, type Measured, measureMonth, standing } from './measured.js';

export interface Decision<G extends Goal = Goal> {
  appliesFrom: number;
  version: number;
  goal: G;
  policy: Policy;
}

export interface Reported {
  value: Q | null;
  yoy: Q | null;
  grade: FigureGrade;
}

/** A target's year as it was reported and decided. */
export interface Year {
  decisions: readonly Decision[];
  figures: readonly (Reported | null)[];
  dueMonths: readonly number[];
  lastYear: readonly (Q | null)[];
  /** How far the comparable number is from its reference, where less is better turned round. */
  peerGaps: readonly (Q | null)[];
  backJudgedThrough: number | null;
}

export interface Judged extends Omit<Measured, 'state'> {
  month: number;
  state: Measured['state'];
  reported: Reported | null;
  decision: Decision | null;
  backJudged: boolean;
  decided: Decided | null;
  consecutiveLag: number;
  change: { month: number; value: Q | null; yoy: Q | null; gap: Q | null; light: Light | null } | null;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const EMPTY = { judged: null, fields: {}, next: null, linearBecause: [] };

/** The newest revision of those that apply by then (domain.md §5). */
export function decisionAt<G extends Goal>(
  decisions: readonly Decision<G>[],
  month: number,
): Decision<G> | null {
  const applying = decisions.filter((decision) => decision.appliesFrom <= month);
  const newest = Math.max(...applying.map((decision) => decision.version));
  return applying.find((decision) => decision.version === newest) ?? null;
}

/** Judges a year by domain.md §5–§7: first every month by itself, then what follows from the months before. */
export function judgeYear(year: Year): Judged[] {
  const alone = MONTHS.map((month) => judgeAlone(year, month));
  const backJudged = alone.filter((month) => month.reported && month.month <= (year.backJudgedThrough ?? 0));
  const latestBack = backJudged.at(-1);
  const lagging = alone.map(({ fields, state }) => {
    const stands = state === 'evaluated' ? standing(fields) : null;
    return stands && isNegative(stands);
  });
  for (const now of alone) {
    now.backJudged = backJudged.includes(now);
    const counted = alone.filter(
      (month) =>
        month.month <= now.month &&
        month.state === 'evaluated' &&
        (!backJudged.includes(month) || month === latestBack),
    );
    const lastOnTrack = counted.findLastIndex((month) => !lagging[month.month - 1]);
    now.consecutiveLag = counted.length - 1 - lastOnTrack;
    now.decided = lightUp(now, year, alone);
    now.change = changeOf(now, alone);
  }
  return alone;
}

function judgeAlone(year: Year, month: number): Judged {
  const decision = decisionAt(year.decisions, month);
  const reported = year.figures[month - 1] ?? null;
  const open = { month, reported, decision, ...EMPTY };
  const rest = { backJudged: false, decided: null, consecutiveLag: 0, change: null };
  if (!year.dueMonths.includes(month)) return { ...open, ...rest, state: 'notDue' };
  if (!decision) return { ...open, ...rest, state: 'noTarget' };
  const figure = { value: reported?.value ?? null, yoy: reported?.yoy ?? null };
  return { ...open, ...measureMonth(decision.goal, month, figure, year.lastYear), ...rest };
}

function lightUp(now: Judged, year: Year, all: readonly Judged[]): Decided | null {
  if (now.state !== 'evaluated') return null;
  const shown = all.filter((month) => month.month < now.month && month.decided).at(-1);
  const facts = factsOf(now.fields, {
    judged: now.judged!,
    consecutiveLag: now.consecutiveLag,
    peerGap: comparableOf(now) ? (year.peerGaps[now.month - 1] ?? null) : null,
  });
  const when = { month: now.month, before: shown?.decided?.light ?? null };
  return lightOf(now.decision!.policy, now.fields, facts, when);
}

/** Like with like (domain.md §6): a growth, a ratio in %, a completion rate; nothing else of one org says anything. */
export function comparableOf({ decision, fields, judged }: Judged): Q | null {
  if (!decision) return null;
  const { measure, type, unit } = decision.goal;
  const percent = type === 'ratio' && (unit === '%' || unit === '％');
  return measure === 'yoy' || type === 'growth' || percent ? judged : (fields.completionRate ?? null);
}

function changeOf(now: Judged, all: readonly Judged[]): Judged['change'] {
  const before = all.filter((month) => month.month < now.month && month.reported).at(-1);
  if (!now.reported || !before) return null;
  return {
    month: before.month,
    value: less(now.reported.value, before.reported!.value),
    yoy: less(now.reported.yoy, before.reported!.yoy),
    gap: less(now.fields.paceGap, before.fields.paceGap) ?? less(now.fields.gap, before.fields.gap),
    light: before.decided?.light ?? null,
  };
}

const less = (a: Q | null | undefined, b: Q | null | undefined): Q | null => (a && b ? subtract(a, b) : null);
