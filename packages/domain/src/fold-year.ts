import { decideLight, type LightContext } from './decide-light.js';
import { evaluate, judgedNumber } from './evaluate.js';
import type {
  DecidedLight,
  Evaluation,
  EvaluationChange,
  MeasuredTarget,
  TargetTerms,
} from './evaluation.js';
import type { Fraction } from './fraction.js';
import type { Indicator } from './indicator.js';
import { judgedGap } from './judged-fields.js';
import { decideMilestone, type MilestoneDates, milestonePosition } from './milestone.js';
import type { Policy } from './policy.js';
import type { FigureGrade, Light } from './terms.js';

/** A target as one version of it stands, and the policy that lights it; it judges from `appliesFrom` on. */
export interface TargetVersion {
  /** Month 1…12 of the target's year. */
  appliesFrom: number;
  version: number;
  terms: TargetTerms;
  policy: Policy;
}

/** The figure in force for one period. */
export interface MonthFigure {
  value: Fraction | null;
  yoy: Fraction | null;
  grade: FigureGrade;
  /** Of a milestone, whose value and growth are null: whether it is done, and since when (`YYYY-MM-DD`). */
  done?: boolean | undefined;
  doneOn?: string | null | undefined;
}

/** One target's year: its versions, and the figures of its indicator. */
export interface FoldYearInput {
  indicator: Pick<Indicator, 'type' | 'unit'>;
  /** In any order; none: every month is `noTarget`. */
  versions: readonly TargetVersion[];
  /** Months 1…12 at positions 0…11; null or absent: not reported. */
  figures: readonly (MonthFigure | null)[];
  /** Whether the indicator's figure is due for the org in a month. */
  isDue(month: number): boolean;
  /** The last month to judge, 1…12. */
  lastMonth: number;
  /** Last year's cumulative figures of months 1…12, all of one grade, for a `lastYear` plan. */
  lastYear?: readonly (Fraction | null)[] | undefined;
  /** Against the peer reference in a month, percentage points. */
  peerGap?: ((month: number) => Fraction | null) | undefined;
  /** Of a milestone: when it has to be done. It is judged every month, reported, due to be reported or not. */
  milestone?: MilestoneDates | undefined;
  /**
   * The last month that had been reported when the first target arrived. Months up to it are marked
   * `backJudged`; all but the latest reported of them stay out of `consecutiveLag`.
   */
  backJudgedThrough?: number | null | undefined;
}

/**
 * Judges months 1…lastMonth of one target in order (domain.md §5–§7): each by the version that applies to
 * it, with the light, `consecutiveLag` and `change` that follow from the months before. A pure fold: the
 * same figures give the same evaluations however often and in whatever order they arrived.
 */
export function foldYear(input: FoldYearInput): Evaluation[] {
  const { indicator, backJudgedThrough } = input;
  const evaluations: Evaluation[] = [];
  const latestBackJudged = lastReported(input, backJudgedThrough ?? 0);
  let consecutiveLag = 0;
  let previousLight: Light | null = null;
  let previous: Evaluation | null = null;
  for (let month = 1; month <= input.lastMonth; month += 1) {
    const version = versionAt(input.versions, month);
    const measured = measure(input, month, version);
    const backJudged = month <= (backJudgedThrough ?? 0);
    const gap = measured.state === 'evaluated' ? judgedGap(measured.fields) : null;
    if (gap && !(backJudged && month < latestBackJudged)) {
      consecutiveLag = gap.sign < 0 ? consecutiveLag + 1 : 0;
    }
    const decided: DecidedLight | null =
      version && measured.state === 'evaluated'
        ? light(version.policy, measured, {
            month,
            previousLight,
            figure: judgedNumber({ ...measured, type: indicator.type }),
            consecutiveLag,
            peerGap: input.peerGap?.(month) ?? null,
          })
        : null;
    const evaluation: Evaluation = {
      ...measured,
      version: version?.version ?? null,
      backJudged,
      decided,
      consecutiveLag,
      change: changeSince(previous, measured),
    };
    evaluations.push(evaluation);
    previousLight = decided?.light ?? previousLight;
    if (isReported(evaluation)) previous = evaluation;
  }
  return evaluations;
}

/**
 * The version that judges a month: the newest decision of those that apply from that month or before, whatever an
 * older one had planned for later; of entries of one version the latest.
 */
export function versionAt(versions: readonly TargetVersion[], month: number): TargetVersion | null {
  let found: TargetVersion | null = null;
  for (const version of versions) {
    if (version.appliesFrom > month) continue;
    const later =
      found === null ||
      version.version > found.version ||
      (version.version === found.version && version.appliesFrom > found.appliesFrom);
    if (later) found = version;
  }
  return found;
}

function measure(input: FoldYearInput, month: number, version: TargetVersion | null): MeasuredTarget {
  const figure = input.figures[month - 1] ?? null;
  const measured = evaluate({
    indicator: input.indicator,
    target: version?.terms ?? null,
    month,
    figure: figure?.value ?? null,
    yoy: figure?.yoy ?? null,
    grade: figure?.grade ?? null,
    lastYear: input.lastYear,
    milestone:
      input.milestone && milestonePosition({ dates: input.milestone, reports: input.figures, month }),
  });
  return input.isDue(month) || isReported(measured) ? measured : { ...measured, state: 'notDue' };
}

/** A milestone has its own way to a light. */
function light(policy: Policy, measured: MeasuredTarget, context: LightContext): DecidedLight | null {
  return measured.yardstick === 'milestone'
    ? decideMilestone(policy, measured, context)
    : decideLight(policy, measured.fields, context);
}

function changeSince(previous: Evaluation | null, now: MeasuredTarget): EvaluationChange | null {
  if (!previous || !isReported(now)) return null;
  const { fields: before } = previous;
  const { fields } = now;
  return {
    previousMonth: previous.month,
    figure: difference(now.figure, previous.figure),
    yoy: difference(now.yoy, previous.yoy),
    gap: difference(fields.paceGap, before.paceGap) ?? difference(fields.gap, before.gap),
    light: previous.decided?.light ?? null,
  };
}

function difference(now: Fraction | null, before: Fraction | null): Fraction | null {
  return now && before ? now.minus(before) : null;
}

/**
 * A milestone that is judged counts as reported, in a month in which no report is due too: its date comes all the
 * same, and what is known of it stands.
 */
function isReported({ figure, yoy, milestone, state }: MeasuredTarget): boolean {
  return figure !== null || yoy !== null || (milestone !== null && state === 'evaluated');
}

function lastReported({ figures }: FoldYearInput, through: number): number {
  for (let month = through; month >= 1; month -= 1) {
    if (figures[month - 1]) return month;
  }
  return 0;
}
