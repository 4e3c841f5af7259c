import {
  type Evaluation,
  type FoldYearInput,
  Fraction,
  foldYear,
  isDue,
  type Measure,
  type MonthFigure,
  period,
  versionAt,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import { type EffectiveFigure, effectiveYear } from './effective.js';
import type { JudgedYear, TargetInPlace } from './judged.js';
import { judgedMonth, outlookAt } from './judged-month.js';
import type { LoadedYears, StoredTarget, YearFile } from './load.js';
import { isActiveIn, isOwed, monthEnd } from './orgs.js';
import { peerReferenceOf } from './peer-reference.js';
import type { PriorBook } from './prior.js';
import { targetVersions } from './target-versions.js';
import { decemberIsIn, yearIsOver } from './year-ended.js';
import { earlierYears, seriesOf } from './year-forecast.js';

/** What is judged of the loaded org-years, and what is known of how it stood. */
export interface JudgeOptions {
  /** Only these indicators. */
  indicatorIds?: ReadonlySet<number> | undefined;
  /** How the months stood before: what tells a restatement from a first report. */
  prior?: PriorBook;
}

/** Judges every target of the loaded org-years, and every indicator that is reported without one. Pure. */
export function judgeYears(loaded: LoadedYears, options: JudgeOptions = {}): JudgedYear[] {
  return loaded.files.flatMap((file) => judgeFile(loaded, file, options));
}

/** Judges one of the loaded org-years. Pure. */
export function judgeFile(
  loaded: LoadedYears,
  file: YearFile,
  { indicatorIds, prior }: JudgeOptions = {},
): JudgedYear[] {
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
  const december = decemberIsIn(loaded, file);
  const lastSheet = Math.max(lastMonth, loaded.sheetsAfter(file));
  // What is worked out from others' figures may be there, or be waited for, before the org reports.
  const lastOf = (figures: (EffectiveFigure | null)[]) =>
    Math.max(lastMonth, figures.findLastIndex((figure) => figure !== null) + 1);
  const judge = (indicatorId: number, target: StoredTarget | null): JudgedYear[] => {
    const indicator = loaded.catalogue.byId.get(indicatorId);
    const figures = years.get(indicatorId);
    if (!indicator || !figures) return [];
    const dated = target && indicator.type === 'milestone' ? lastMonthByDate(loaded, file) : 0;
    // What trails is due with the sheets after the year, too.
    const trailing = indicator.lagMonths > 0 ? Math.min(12, lastSheet - indicator.lagMonths) : 0;
    const last = Math.max(lastOf(figures), dated, trailing);
    const place = { file, indicator, target, figures, lastMonth: last, lastSheet: Math.max(last, lastSheet) };
    const ended = yearIsOver(place, december);
    const judged = judgeTarget(loaded, place, { prior, ended });
    return target || judged.months.length > 0 ? [judged] : [];
  };
  return [
    ...file.targets.flatMap((target) => judge(target.indicatorId, target)),
    ...[...reported].filter((id) => !withTarget.has(id)).flatMap((id) => judge(id, null)),
  ];
}

/** What a duty asks for in the year: it is shown where it is missing, too, and where nobody reports it but a formula. */
function owedIndicators(loaded: LoadedYears, { org, year }: YearFile): number[] {
  return org.duty.flatMap(({ indicator, from, to }) => {
    const known = loaded.catalogue.byKey.get(indicator);
    return known && from <= `${year}-12` && (to === null || to >= `${year}-01`) ? [known.id] : [];
  });
}

function judgeTarget(
  loaded: LoadedYears,
  place: TargetInPlace,
  { prior, ended }: { prior: PriorBook | undefined; ended: boolean },
): JudgedYear {
  const { file, indicator, target, figures } = place;
  const versions = target ? targetVersions(loaded, { file, indicator, target }) : [];
  const measure = (target?.measure ?? 'value') as Measure;
  const references = monthly((month) =>
    peerReferenceOf(loaded, { file, indicator, measure: target ? measure : null, month }),
  );
  // A figure that trails is due with a later sheet.
  const isExpected = (month: number) =>
    isDue(indicator, month) &&
    month <= place.lastSheet - indicator.lagMonths &&
    isActiveIn(file.org, { year: file.year, month });
  const owes = (month: number) => isOwed(file.org, { indicator: indicator.key, year: file.year, month });
  const said = { orgId: file.orgId, year: file.year, indicatorId: indicator.id };
  const outlooks = loaded.figures.outlooksOf(said);
  const input: FoldYearInput = {
    indicator,
    versions,
    figures: figures.map((figure) =>
      monthFigure(figure, { type: indicator.type, targetAt: targetAt(target) }),
    ),
    isDue: isExpected,
    isShown: (month) =>
      // A milestone's date comes whether or not anybody reports.
      indicator.type === 'milestone' || (outlooks[month - 1] ?? null) !== null || owes(month),
    lastMonth: place.lastMonth,
    lastYear: seriesOf(loaded, { file, indicator, year: file.year - 1 }),
    // Of a month without a figure nothing can be compared.
    peerReference: (month) => (figures[month - 1] ? (references(month)?.value ?? null) : null),
    ...milestoneOf(loaded, place),
  };
  const year = { file, indicator, measure, grade: target?.grade ?? 'annual' };
  const before = prior?.of(year);
  const earlier = once(() => earlierYears(loaded, place));
  const lastYear = loaded.figures.yearOf({ ...said, year: file.year - 1 })[11]?.value ?? null;
  // Nobody reports what is worked out: without any of its operands it waits, too.
  const waits = indicator.formula?.mode === 'computed';
  const stateOf = ({ state, month }: Evaluation): Evaluation['state'] => {
    if (waits && state === 'notReported') return 'waiting';
    // Owed without a target, and missing.
    const missing =
      target === null && state === 'noTarget' && !figures[month - 1] && isExpected(month) && owes(month);
    return missing ? (waits ? 'waiting' : 'notReported') : state;
  };
  const months = foldYear(input).map((evaluation) =>
    judgedMonth(place, {
      before: prior?.monthOf(before?.[evaluation.month]) ?? null,
      lastJudged: prior?.lastOf(year, evaluation.month) ?? null,
      evaluation: { ...evaluation, state: stateOf(evaluation) },
      version: versionAt(versions, evaluation.month),
      reference: references(evaluation.month),
      earlier,
      outlook: outlookAt(outlooks, { month: evaluation.month, lastYear }),
    }),
  );
  const withoutFigures = () =>
    judgedMonth(
      { ...place, figures: [] },
      {
        evaluation: foldYear({ ...input, ...NOTHING_REPORTED }).at(-1)!,
        ...{ version: versionAt(versions, 12), reference: null, earlier: () => [], outlook: null },
      },
    );
  return { ...year, target, months, ended, withoutFigures };
}

/** December alone, of a year of which nothing is left. */
const NOTHING_REPORTED = {
  ...{ figures: [], lastMonth: 12, isDue: () => true, isShown: (month: number) => month === 12 },
};

function milestoneOf(loaded: LoadedYears, { file, target }: TargetInPlace) {
  const due = target?.versions.at(-1)?.dueOn;
  const calendar = loaded.calendarOf(file.orgId);
  if (!due || !calendar) return {};
  return {
    milestone: {
      due,
      workdaysOverdue: (month: number) =>
        Fraction.of(calendar.workdaysBetween(due, monthEnd(file.year, month)).days),
    },
  };
}

/**
 * The last month at whose end a milestone's date is looked at, whoever reports: the last that is over, while there was
 * an org to reach it.
 */
function lastMonthByDate(loaded: LoadedYears, { org, year }: YearFile): number {
  let last = loaded.endedMonthOf(year);
  while (last > 0 && org.activeTo !== null && org.activeTo < period(year, last)) last -= 1;
  return last;
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
