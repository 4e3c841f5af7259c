import {
  type Comparator,
  type EarlierYear,
  type Evaluation,
  Fraction as Exact,
  type FigureGrade,
  type Forecast,
  type Fraction,
  foldYear,
  forecastFullYear,
  isDue,
  type Light,
  lastYearSeries,
  type Measure,
  type MonthFigure,
  type Policy,
  PRESETS,
  planOfOrg,
  type TargetGrade,
  type TargetTerms,
  type TargetVersion,
  toWire,
  versionAt,
  type WireEvaluation,
  yardstickOf,
} from '@xushi/domain';
import { writeFraction } from '@xushi/store';
import type { CatalogueIndicator } from './catalogue.js';
import { type EffectiveFigure, effectiveYear, impliedGrowthOn } from './effective.js';
import { exact, type StoredFigure } from './figures.js';
import type { LoadedYears, StoredTarget, YearFile } from './load.js';
import { isOwed, monthEnd } from './orgs.js';
import { type PeerReference, peerReferenceOf, standingValues } from './peer-reference.js';

/** How a month stood before a judgement. */
export interface PriorMonth {
  light: Light | null;
  state: string;
  targetVersion: number | null;
}

/** The park's own outlook on the full year 单位预计全年, and last year's full-year figure in force beside it. */
export interface Outlook {
  value: Fraction;
  reason: string;
  lastYear: string | null;
}

/** One month of one target (or of an indicator reported without one), judged and ready to be stored. */
export interface JudgedMonth {
  month: number;
  /** How it stood before: what tells a restatement from a first report. Null: not judged before. */
  before: PriorMonth | null;
  evaluation: Evaluation;
  /** The row it was reported in; null where it was worked out, added up, or not reported. */
  figure: StoredFigure | null;
  effective: EffectiveFigure | null;
  forecast: Forecast | null;
  outlook: Outlook | null;
  reference: PeerReference | null;
  /** What it is ranked by, larger is better, and what of it may be compared with its peers. */
  rankValue: Fraction | null;
  peerValue: Fraction | null;
  wire: WireEvaluation;
  policy: Policy | null;
  /** The terms that judged it; null without a target. */
  terms: TargetTerms | null;
}

/** A target's year, judged. `target` is null for an indicator that is reported without one. */
export interface JudgedYear {
  file: YearFile;
  indicator: CatalogueIndicator;
  target: StoredTarget | null;
  measure: Measure;
  grade: string;
  months: JudgedMonth[];
}

/** Judges every target of the loaded org-years, and every indicator that is reported without one. Pure. */
export function judgeYears(loaded: LoadedYears, indicatorIds?: ReadonlySet<number>): JudgedYear[] {
  return loaded.files.flatMap((file) => {
    const withTarget = new Set(file.targets.map((target) => target.indicatorId));
    const reported = new Set([
      ...loaded.figures.indicatorsOf(file.orgId, file.year),
      ...loaded.rollUps.indicatorsOf(file.orgId, file.year),
      ...owedIndicators(loaded, file),
    ]);
    const wanted = (id: number) => indicatorIds === undefined || indicatorIds.has(id);
    // An indicator's figures are worked out once, whatever number of targets it has.
    const years = new Map<number, (EffectiveFigure | null)[]>();
    for (const id of new Set([...withTarget, ...reported])) {
      const indicator = loaded.catalogue.byId.get(id);
      if (indicator && wanted(id)) years.set(id, effectiveYear(loaded, { file, indicator }));
    }
    const lastMonth = lastReportedMonth(loaded, file);
    // What is worked out from others' figures may be there, or be waited for, before the org reports.
    const lastOf = (figures: (EffectiveFigure | null)[]) =>
      Math.max(lastMonth, figures.findLastIndex((figure) => figure !== null) + 1);
    const judge = (indicatorId: number, target: StoredTarget | null): JudgedYear[] => {
      const indicator = loaded.catalogue.byId.get(indicatorId);
      const figures = years.get(indicatorId);
      if (!indicator || !figures) return [];
      const judged = judgeTarget(loaded, { file, indicator, target, figures, lastMonth: lastOf(figures) });
      return judged.months.length > 0 ? [judged] : [];
    };
    return [
      ...file.targets.flatMap((target) => judge(target.indicatorId, target)),
      ...[...reported].filter((id) => !withTarget.has(id)).flatMap((id) => judge(id, null)),
    ];
  });
}

/** Computed indicators that a duty names: nobody reports them, and they are shown all the same. */
function owedIndicators(loaded: LoadedYears, file: YearFile): number[] {
  return file.org.duty.flatMap(({ indicator }) => {
    const known = loaded.catalogue.byKey.get(indicator);
    return known?.formula?.mode === 'computed' ? [known.id] : [];
  });
}

interface TargetInPlace {
  file: YearFile;
  indicator: CatalogueIndicator;
  target: StoredTarget | null;
  figures: (EffectiveFigure | null)[];
  lastMonth: number;
}

function judgeTarget(loaded: LoadedYears, place: TargetInPlace): JudgedYear {
  const { file, indicator, target, figures } = place;
  const versions = target ? targetVersions(loaded, { file, indicator, target }) : [];
  const measure = (target?.measure ?? 'value') as Measure;
  const references = monthly((month) =>
    peerReferenceOf(loaded, { file, indicator, measure: target ? measure : null, month }),
  );
  const said = { orgId: file.orgId, year: file.year, indicatorId: indicator.id };
  const outlooks = loaded.figures.outlooksOf(said);
  const evaluations = foldYear({
    indicator,
    versions,
    figures: figures.map((figure) =>
      monthFigure(figure, { type: indicator.type, targetAt: targetAt(target) }),
    ),
    // A figure that trails is due with a later sheet.
    isDue: (month) => isDue(indicator, month) && month <= place.lastMonth - indicator.lagMonths,
    isShown: (month) =>
      // A milestone's date comes whether or not anybody reports.
      indicator.type === 'milestone' ||
      (outlooks[month - 1] ?? null) !== null ||
      isOwed(file.org, { indicator: indicator.key, year: file.year, month }),
    lastMonth: place.lastMonth,
    lastYear: seriesOf(loaded, { file, indicator, year: file.year - 1 }),
    // Of a month without a figure nothing can be compared.
    peerReference: (month) => (figures[month - 1] ? (references(month)?.value ?? null) : null),
    ...milestoneOf(loaded, place),
  });
  const earlier = once(() => earlierYears(loaded, place));
  const lastYear = loaded.figures.yearOf({ ...said, year: file.year - 1 })[11]?.value ?? null;
  // Nobody reports what is worked out: without any of its operands it waits, too.
  const waits = indicator.formula?.mode === 'computed';
  const months = evaluations.map((evaluation) =>
    judgedMonth(place, {
      evaluation:
        waits && evaluation.state === 'notReported' ? { ...evaluation, state: 'waiting' } : evaluation,
      version: versionAt(versions, evaluation.month),
      reference: references(evaluation.month),
      earlier,
      outlook: outlookAt(outlooks, { month: evaluation.month, lastYear }),
    }),
  );
  return { file, indicator, target, measure, grade: target?.grade ?? 'annual', months };
}

function judgedMonth(
  { file, indicator, figures }: TargetInPlace,
  of: {
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
    before: null,
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

function forecastOf(of: {
  file: YearFile;
  indicator: CatalogueIndicator;
  figures: (EffectiveFigure | null)[];
  evaluation: Evaluation;
  version: TargetVersion | null;
  earlier: () => EarlierYear[];
}): Forecast | null {
  const { file, indicator, figures, evaluation, version } = of;
  if (indicator.type !== 'flow' && indicator.type !== 'count') return null;
  // A growth is no amount to be carried on to the year's end; a figure that lacks a member is none.
  if (evaluation.measure !== 'value' || evaluation.figure === null || evaluation.state === 'partial')
    return null;
  const plan = version?.terms.plan;
  return forecastFullYear({
    indicator,
    year: file.year,
    month: evaluation.month,
    from: plan?.kind === 'linear' ? (plan.from ?? 1) : 1,
    figures: figures.map((figure) => (figure?.state ? null : (figure?.value ?? null))),
    earlier: of.earlier(),
  });
}

/** What the park last said of the full year, in this month or before. */
function outlookAt(
  outlooks: readonly (Omit<Outlook, 'lastYear'> | null)[],
  { month, lastYear }: { month: number; lastYear: string | null },
): Outlook | null {
  const last = outlooks.slice(0, month).findLast((outlook) => outlook !== null);
  return last ? { ...last, lastYear } : null;
}

function outlookToWire(
  { value, reason, lastYear }: Outlook,
  indicator: CatalogueIndicator,
): NonNullable<WireEvaluation['outlook']> {
  const growth = impliedGrowthOn(value, exact(lastYear))?.toDecimal(2) ?? null;
  return { value: plain(value, indicator), reason, lastYear, growth };
}

/** The org's own earlier years, each as one series of the grade that its full year has. */
function earlierYears(loaded: LoadedYears, { file, indicator }: TargetInPlace): EarlierYear[] {
  if (indicator.type !== 'flow' && indicator.type !== 'count') return [];
  return [1, 2, 3, 4].flatMap((back): EarlierYear[] => {
    const year = file.year - back;
    const figures = seriesOf(loaded, { file, indicator, year });
    return figures ? [{ year, figures }] : [];
  });
}

function milestoneOf(loaded: LoadedYears, { file, target }: TargetInPlace) {
  const due = target?.versions.at(-1)?.dueOn;
  const calendar = loaded.calendarOf(file.orgId);
  if (!due || !calendar) return {};
  return {
    milestone: {
      due,
      workdaysOverdue: (month: number) =>
        Exact.of(calendar.workdaysBetween(due, monthEnd(file.year, month)).days),
    },
  };
}

/** The versions as the fold takes them: one entry wherever the terms or the policy may change. */
function targetVersions(
  loaded: LoadedYears,
  { file, indicator, target }: { file: YearFile; indicator: CatalogueIndicator; target: StoredTarget },
): TargetVersion[] {
  const place = { orgId: file.orgId, indicatorId: indicator.id, targetId: target.id };
  const measure = target.measure as Measure;
  const stored = inForceVersions(target, file.rerunAt);
  return stored.flatMap((version, position) => {
    const next = stored.slice(position + 1).map(({ appliesFrom }) => appliesFrom);
    const until = Math.min(13, ...next);
    const turns = loaded.policies
      .turns(place, file.year)
      .filter((month) => month > version.appliesFrom && month < until);
    const terms = {
      measure,
      grade: target.grade as TargetGrade,
      deciding: version.deciding,
      comparator: version.comparator as Comparator,
      value: Exact.parse(version.value),
      plan: planOfOrg(version.plan, { year: file.year, activeFrom: file.org.activeFrom }),
    };
    const subject = {
      yardstick: yardstickOf(indicator.type, measure, terms.plan),
      unit: indicator.unit,
      planKind: terms.plan.kind,
      type: indicator.type,
      measure,
    };
    return [...new Set([version.appliesFrom, ...turns])].map((month): TargetVersion => {
      const period = `${file.year}-${String(month).padStart(2, '0')}`;
      const policy = loaded.policies.choose({ ...place, period, named: version.policyKey, subject });
      return { appliesFrom: month, version: version.version, terms, policy };
    });
  });
}

/** A year that was asked to be judged anew goes by what was decided until then, from its first month. */
function inForceVersions({ versions }: StoredTarget, rerunAt: Date | null): StoredTarget['versions'] {
  if (rerunAt === null) return versions;
  const newest = versions.findLast(({ knownAt }) => knownAt <= rerunAt);
  return newest
    ? versions.map((version) => (version === newest ? { ...version, appliesFrom: 1 } : version))
    : versions;
}

/** The last month for which the org has any figure, of its own or of its members, or said what it expects. */
function lastReportedMonth(loaded: LoadedYears, file: YearFile): number {
  let last = 0;
  const of = { orgId: file.orgId, year: file.year };
  for (const indicatorId of loaded.figures.indicatorsOf(file.orgId, file.year)) {
    const months = loaded.figures.yearOf({ ...of, indicatorId });
    const outlooks = loaded.figures.outlooksOf({ ...of, indicatorId });
    for (let month = 12; month > last; month -= 1) {
      if (months[month - 1] || outlooks[month - 1]) last = month;
    }
  }
  for (const indicatorId of loaded.rollUps.indicatorsOf(file.orgId, file.year)) {
    for (let month = 12; month > last; month -= 1) {
      if ((loaded.rollUps.find({ ...of, month, indicatorId })?.reported ?? 0) > 0) last = month;
    }
  }
  return last;
}

/** When the first target arrived, business time in ms. */
const targetAt = (target: StoredTarget | null): number => target?.versions[0]?.knownAt.getTime() ?? 0;

function monthFigure(
  figure: EffectiveFigure | null,
  { type, targetAt }: { type: CatalogueIndicator['type']; targetAt: number },
): MonthFigure | null {
  if (!figure) return null;
  const { value, yoy, grade, origin, state, stored, firstKnownMs } = figure;
  const backJudged = firstKnownMs !== null && firstKnownMs <= targetAt;
  // Stored as 1 or 0, and no number to anybody.
  if (type === 'milestone') {
    return {
      value: null,
      yoy: null,
      grade,
      done: stored?.value === '1',
      doneOn: stored?.doneOn ?? null,
      backJudged,
    };
  }
  return {
    value,
    yoy,
    grade,
    origin,
    backJudged,
    ...(state ? { state } : {}),
  };
}

/** An earlier year of the org as one series; nothing is read where it has no full year. */
function seriesOf(
  loaded: LoadedYears,
  { file, indicator, year }: { file: YearFile; indicator: CatalogueIndicator; year: number },
): (Fraction | null)[] | undefined {
  const months = loaded.figures.yearOf({ orgId: file.orgId, year, indicatorId: indicator.id });
  return months[11] ? lastYearSeries(months.map(ofStored)) : undefined;
}

function ofStored(figure: StoredFigure | null): { grade: FigureGrade; value: Fraction | null } | null {
  return figure && { grade: figure.grade, value: exact(figure.value) };
}

/** Works a month's value out the first time it is asked for. */
function monthly<T>(make: (month: number) => T): (month: number) => T {
  const made: T[] = [];
  return (month) => {
    if (!(month in made)) made[month] = make(month);
    return made[month] as T;
  };
}

/** Works a value out the first time it is asked for. */
function once<T>(make: () => T): () => T {
  const all = monthly(make);
  return () => all(0);
}
