import { decideLight, type LightContext } from './decide-light.js';
import { evaluate, judgedNumber } from './evaluate.js';
import type {
  DecidedLight,
  Evaluation,
  EvaluationChange,
  FigureOrigin,
  MeasuredTarget,
  TargetTerms,
} from './evaluation.js';
import type { Fraction } from './fraction.js';
import type { Indicator } from './indicator.js';
import { judgedGap, NO_FIELDS } from './judged-fields.js';
import { decideMilestone, type MilestoneDates, milestonePosition } from './milestone.js';
import type { Policy } from './policy.js';
import { peerComparableOf } from './rank-value.js';
import { peerGapOf } from './standings.js';
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
  /** It had been reported when the first target arrived. */
  backJudged?: boolean | undefined;
  /** Default `reported`. */
  origin?: FigureOrigin;
  /** Why it cannot be judged: a formula waits for an operand, a roll-up for a member. */
  state?: 'waiting' | 'partial';
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
  /**
   * Whether a month is answered; default all. One without a figure changes no other month, so that leaving it out
   * leaves the others as they are; of a milestone all are needed.
   */
  isShown?: ((month: number) => boolean) | undefined;
  /** Last year's cumulative figures of months 1…12, all of one grade, for a `lastYear` plan. */
  lastYear?: readonly (Fraction | null)[] | undefined;
  /** What the month's comparable number (`peerComparableOf`) is compared with: 全市平均 or a published average. */
  peerReference?: ((month: number) => Fraction | null) | undefined;
  /** Of a milestone: when it has to be done. It is judged every month, reported, due to be reported or not. */
  milestone?: MilestoneDates | undefined;
}

/**
 * Judges months 1…lastMonth of one target in order (domain.md §5–§7): each by the version that applies to
 * it, with the light, `consecutiveLag` and `change` that follow from the months before. A pure fold: the
 * same figures give the same evaluations however often and in whatever order they arrived.
 */
export function foldYear(input: FoldYearInput): Evaluation[] {
  const { indicator } = input;
  const evaluations: Evaluation[] = [];
  // Of the months that were there before the target, only the latest counts (domain.md §5).
  const latestBackJudged = input.figures.findLastIndex((figure) => figure?.backJudged) + 1;
  let consecutiveLag = 0;
  let previousLight: Light | null = null;
  let previous: Evaluation | null = null;
  for (let month = 1; month <= input.lastMonth; month += 1) {
    if (input.isShown && !input.figures[month - 1] && !input.isShown(month)) continue;
    const version = versionAt(input.versions, month);
    const measured = measure(input, month, version);
    const backJudged = input.figures[month - 1]?.backJudged ?? false;
    const gap = measured.state === 'evaluated' ? judgedGap(measured.fields) : null;
    const lag = consecutiveLag;
    if (gap && !(backJudged && month < latestBackJudged)) {
      consecutiveLag = gap.sign < 0 ? consecutiveLag + 1 : 0;
    }
    const compared = comparedWith(measured, { indicator, reference: input.peerReference?.(month) ?? null });
    const context: Surroundings = { month, previousLight, consecutiveLag, compared };
    const decided: DecidedLight | null = version
      ? decide(measured, { ...context, indicator, version })
      : null;
    const evaluation: Evaluation = {
      ...measured,
      version: version?.version ?? null,
      backJudged,
      decided,
      peerGap: compared && peerGapOf(compared),
      consecutiveLag,
      change: changeSince(previous, measured),
      ...(version ? underEarlierTarget(input, { ...context, version, lag }) : {}),
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
export function versionAt<V extends Pick<TargetVersion, 'version' | 'appliesFrom'>>(
  versions: readonly V[],
  month: number,
): V | null {
  let found: V | null = null;
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

/** What a month's light depends on besides its own measurement. */
interface Surroundings {
  month: number;
  previousLight: Light | null;
  consecutiveLag: number;
  compared: { own: Fraction; reference: Fraction } | null;
}

function decide(
  measured: MeasuredTarget,
  of: Surroundings & { indicator: FoldYearInput['indicator']; version: TargetVersion },
): DecidedLight | null {
  if (measured.state !== 'evaluated') return null;
  const { compared, indicator, version, ...rest } = of;
  return light(version.policy, measured, {
    ...rest,
    figure: numberOf(measured, indicator.type),
    // Of a limit less is better, also than what others have.
    peerGap: compared && peerGapOf({ ...compared, comparator: version.terms.comparator }),
  });
}

/** The light under the terms of the month before, lit by this month's policy: only the target is another one. */
function underEarlierTarget(
  input: FoldYearInput,
  of: Surroundings & { version: TargetVersion; lag: number },
): Pick<Evaluation, 'underEarlierTarget'> {
  const { month, version } = of;
  const earlier = month > 1 ? versionAt(input.versions, month - 1) : null;
  if (!earlier || earlier.version === version.version) return {};
  const measured = measure(input, month, earlier);
  const gap = measured.state === 'evaluated' ? judgedGap(measured.fields) : null;
  const consecutiveLag = gap ? (gap.sign < 0 ? of.lag + 1 : 0) : of.lag;
  const compared = comparedWith(measured, {
    indicator: input.indicator,
    reference: of.compared?.reference ?? null,
  });
  const { indicator } = input;
  const decided = decide(measured, {
    ...{ month, previousLight: of.previousLight, consecutiveLag, compared, indicator },
    version: { ...earlier, policy: version.policy },
  });
  return { underEarlierTarget: { light: decided?.light ?? null } };
}

/**
 * 调整前: the version that would judge a month if its own had not been decided; one that was to apply only later never
 * did. Null: there was none before it.
 */
export function versionBefore<V extends Pick<TargetVersion, 'version' | 'appliesFrom'>>(
  versions: readonly V[],
  of: { version: number; month: number },
): V | null {
  return versionAt(
    versions.filter(({ version }) => version < of.version),
    of.month,
  );
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
  if (figure?.state) {
    // What is not whole is shown, and measured against nothing.
    return { ...measured, origin: figure.origin ?? 'reported', state: figure.state, fields: NO_FIELDS };
  }
  const placed = figure?.origin ? { ...measured, origin: figure.origin } : measured;
  return input.isDue(month) || isReported(placed) ? placed : { ...placed, state: 'notDue' };
}

/** The month's comparable number and what it is compared with (domain.md §6); null where either is missing. */
function comparedWith(
  measured: MeasuredTarget,
  { indicator, reference }: { indicator: FoldYearInput['indicator']; reference: Fraction | null },
): { own: Fraction; reference: Fraction } | null {
  if (!reference) return null;
  const { type, unit } = indicator;
  const own = peerComparableOf(measured, { type, unit, yardstick: measured.yardstick })?.value;
  return own ? { own, reference } : null;
}

const numberOf = ({ measure, figure, yoy }: MeasuredTarget, type: Indicator['type']): Fraction | null =>
  judgedNumber({ type, measure, figure, yoy });

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
 * A milestone that is judged counts as reported, in a month in which no report is due too: its date comes all the same,
 * and what is known of it stands. What is not whole is no previous period to compare with.
 */
function isReported({ figure, yoy, milestone, state }: MeasuredTarget): boolean {
  if (milestone !== null) return state === 'evaluated';
  return (figure !== null || yoy !== null) && state !== 'waiting' && state !== 'partial';
}
