import {
  type EarlierYear,
  type Evaluation,
  type Forecast,
  type Fraction,
  type Policy,
  PRESETS,
  type TargetVersion,
  toWire,
  type WireEvaluation,
} from '@xushi/domain';
import { writeFraction } from '@xushi/store';
import type { CatalogueIndicator } from './catalogue.js';
import { type EffectiveFigure, impliedGrowthOn } from './effective.js';
import { exact } from './figures.js';
import type { JudgedMonth, Outlook, PriorMonth, TargetInPlace } from './judged.js';
import { type PeerReference, standingValues } from './peer-reference.js';
import { forecastOf } from './year-forecast.js';

/** One month as it is stored and shown: the evaluation with all that is said beside it. */
export function judgedMonth(
  { file, indicator, figures }: TargetInPlace,
  of: {
    before?: PriorMonth | null;
    lastJudged?: PriorMonth | null;
    evaluation: Evaluation;
    version: TargetVersion | null;
    reference: PeerReference | null;
    earlier: () => EarlierYear[];
    outlook: Outlook | null;
  },
): JudgedMonth {
  const { evaluation, version, reference, outlook } = of;
  const { month } = evaluation;
  const effective = figures[month - 1] ?? null;
  const stored = effective?.stored ?? null;
  const forecast = forecastOf({ file, indicator, figures, evaluation, version, earlier: of.earlier });
  const wire = toWire(evaluation, indicator, file.year);
  const terms = version?.terms ?? null;
  return {
    month,
    before: of.before ?? null,
    lastJudged: of.lastJudged ?? null,
    evaluation,
    figure: stored,
    effective,
    forecast,
    outlook,
    reference,
    ...standingValues(evaluation, { indicator, terms }),
    wire: {
      ...wire,
      // As reported, with all decimals that were given.
      figure: indicator.type === 'milestone' ? null : (stored?.value ?? wire.figure),
      yoy: stored?.yoy ?? wire.yoy,
      ...(effective ? extrasOf(effective, indicator) : {}),
      ...(evaluation.figure && evaluation.figure.toExactDecimal() === null
        ? { figureExact: writeFraction(evaluation.figure) }
        : {}),
      ...(forecast ? { forecast: forecastToWire(forecast, indicator) } : {}),
      ...(outlook ? { outlook: outlookToWire(outlook, indicator) } : {}),
      ...(evaluation.peerGap && reference
        ? {
            peerGap: {
              value: evaluation.peerGap.toDecimal(2),
              reference: reference.value.toExactDecimal() ?? reference.value.toDecimal(2),
              source: reference.source,
            },
          }
        : {}),
    },
    policy: version && deciding(version.policy, evaluation),
    terms,
  };
}

/** A milestone under a policy that does not ask about dates is decided by the preset. */
const deciding = (policy: Policy, { decided }: Evaluation): Policy =>
  decided && (decided.policy !== policy.key || decided.policyVersion !== policy.version)
    ? (PRESETS[decided.policy as keyof typeof PRESETS] ?? policy)
    : policy;

/** What the park last said of the full year, in this month or before. */
export function outlookAt(
  outlooks: readonly (Omit<Outlook, 'lastYear'> | null)[],
  { month, lastYear }: { month: number; lastYear: string | null },
): Outlook | null {
  const last = outlooks.slice(0, month).findLast((outlook) => outlook !== null);
  return last ? { ...last, lastYear } : null;
}

/** What a figure that was not simply reported says of itself. */
function extrasOf(effective: EffectiveFigure, indicator: CatalogueIndicator): Partial<WireEvaluation> {
  const { waitsFor, members, computed, derivedYoy } = effective;
  return {
    ...(waitsFor.length > 0 ? { waitsFor } : {}),
    ...(members ? { members: { reported: members.reported, of: members.of, missing: members.missing } } : {}),
    ...(computed
      ? {
          computed: {
            value: plain(computed.value, indicator),
            numerator: sideToWire(computed.numerator),
            denominator: sideToWire(computed.denominator),
            scale: computed.scale.toExactDecimal() ?? '',
          },
        }
      : {}),
    ...(derivedYoy ? { derivedYoy: derivedYoy.toDecimal(2) } : {}),
  };
}

const sideToWire = ({
  org,
  indicator,
  unit,
  value,
  figure,
}: NonNullable<EffectiveFigure['computed']>['numerator']) => ({
  org,
  indicator,
  unit,
  value: value.toExactDecimal() ?? '',
  figure,
});

/** An amount as exactly as a decimal can say it. */
const plain = (value: Fraction, { decimals }: CatalogueIndicator): string =>
  value.toExactDecimal() ?? value.toDecimal(Math.max(decimals, 2));

const forecastToWire = (forecast: Forecast, { decimals }: CatalogueIndicator) => ({
  value: forecast.value.toDecimal(decimals),
  low: forecast.low?.toDecimal(decimals) ?? null,
  high: forecast.high?.toDecimal(decimals) ?? null,
  method: forecast.method,
  error: forecast.error?.toDecimal(2) ?? null,
  replayedYears: forecast.replayedYears,
});

function outlookToWire(
  { value, reason, lastYear }: Outlook,
  indicator: CatalogueIndicator,
): NonNullable<WireEvaluation['outlook']> {
  const growth = impliedGrowthOn(value, exact(lastYear))?.toDecimal(2) ?? null;
  return { value: plain(value, indicator), reason, lastYear, growth };
}
