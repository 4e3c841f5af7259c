import {
  carriedPeriod,
  convert,
  type FigureGrade,
  type Fraction,
  isDate,
  isDue,
  isOpen,
  monthOf,
  opensOn,
  type Period,
  parsePeriod,
  readDecimal,
  sameFamily,
} from '@xushi/domain';
import type { Fault, SubmissionBody, SubmittedValue } from '@xushi/protocol';
import type { CatalogueIndicator, ReadFigure } from './read-figure.js';
import { saysOutlookAlone } from './said.js';

/** What a sheet is read against. `today` is the local date of the business clock. */
export interface ReadingContext {
  indicators: ReadonlyMap<string, CatalogueIndicator>;
  today: string;
}

/** The sheet's period, or the fault that stops everything else from being read. */
export function readSheetPeriod(
  body: SubmissionBody,
  today: string,
): { period: Period | null; faults: Fault[] } {
  const period = parsePeriod(body.period);
  if (!period) return { period: null, faults: [{ pointer: '/period', code: 'notAPeriod' }] };
  return { period, faults: openFault(period, body.source ?? 'estimate', today, '/period') };
}

/**
 * Reads every value of a sheet (domain.md §3, §8 “Refused”), and every fault at once with its JSON pointer. A
 * figure is given only where its value had no fault.
 */
export function readValues(
  body: SubmissionBody,
  sheet: Period,
  context: ReadingContext,
): { figures: ReadFigure[]; faults: Fault[] } {
  const figures: ReadFigure[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  body.values.forEach((value, position) => {
    const at = `/values/${position}`;
    const indicator = context.indicators.get(value.indicator);
    if (!indicator) {
      faults.push({
        pointer: `${at}/indicator`,
        code: 'unknownIndicator',
        params: { indicator: value.indicator },
      });
      return;
    }
    if (seen.has(indicator.key)) {
      faults.push({
        pointer: `${at}/indicator`,
        code: 'indicatorTwice',
        params: { indicator: indicator.name },
      });
      return;
    }
    seen.add(indicator.key);
    const before = faults.length;
    const figure = readValue(
      { value, indicator, position, at, sheet, grade: value.source ?? body.source ?? 'estimate' },
      faults,
      context,
    );
    if (figure && faults.length === before) figures.push(figure);
  });
  return { figures, faults };
}

interface ValueInPlace {
  value: SubmittedValue;
  indicator: CatalogueIndicator;
  position: number;
  at: string;
  sheet: Period;
  grade: FigureGrade;
}

function readValue(place: ValueInPlace, faults: Fault[], context: ReadingContext): ReadFigure | null {
  const { value, indicator, at, grade } = place;
  const period = ownPeriod(place, faults, context);
  if (!period) return null;
  if (indicator.formula?.mode === 'computed') {
    faults.push({ pointer: at, code: 'computedIndicator', params: { indicator: indicator.name } });
    return null;
  }
  const common = {
    indicator,
    position: place.position,
    period,
    grade,
    notApplicable: value.notApplicable ?? false,
    withdrawn: value.withdraw ?? false,
    note: value.note ?? null,
  };
  faults.push(...contradictions(place));
  if (indicator.type === 'milestone') return { ...common, ...readMilestone(place, faults, context) };
  for (const field of ['done', 'doneOn', 'evidence'] as const) {
    if (value[field] !== undefined) {
      faults.push({
        pointer: `${at}/${field}`,
        code: 'notAMilestone',
        params: { indicator: indicator.name },
      });
    }
  }
  if (value.unit !== undefined && !sameFamily(value.unit, indicator.unit)) {
    const params = { unit: value.unit, wanted: indicator.unit };
    faults.push({ pointer: `${at}/unit`, code: 'unknownUnit', params });
  }
  const read = (field: AmountField, inUnit: boolean) =>
    readAmount(place, { input: value[field], field, unit: inUnit ? (value.unit ?? null) : null }, faults);
  const figure: ReadFigure = {
    ...common,
    value: read('value', true),
    yoy: read('yoy', false),
    monthValue: read('month', true),
    lastYear: read('lastYear', true),
    lastYearMonth: read('lastYearMonth', true),
    givenValue: value.value === undefined ? null : String(value.value),
    givenUnit: value.unit ?? null,
    ...readOutlook(place, faults),
    doneOn: null,
    evidence: null,
  };
  const empty = value.value === undefined && value.yoy === undefined;
  const outlookAlone =
    value.outlook !== undefined && AMOUNT_FIELDS.every((field) => value[field] === undefined);
  if (empty && !outlookAlone && !figure.withdrawn && !(figure.notApplicable && figure.note)) {
    faults.push({ pointer: at, code: 'valueOrGrowthNeeded', params: { indicator: indicator.name } });
  }
  // Nobody's feedback: whatever the sheet's grade, the first figure that comes must count.
  return saysOutlookAlone(figure) ? { ...figure, grade: 'estimate' } : figure;
}

/**
 * What is said beside a withdrawal or “not applicable”, which both say that there is no figure: it would be
 * dropped in silence.
 */
function contradictions({ value, at }: ValueInPlace): Fault[] {
  const beside = (other: 'withdraw' | 'notApplicable' | 'done', fields: readonly (keyof SubmittedValue)[]) =>
    fields
      .filter((field) => value[field] !== undefined && !(field === 'notApplicable' && !value[field]))
      .map((field): Fault => ({ pointer: `${at}/${field}`, code: 'notTogether', params: { field, other } }));
  if (value.withdraw) {
    return beside('withdraw', [...AMOUNT_FIELDS, 'outlook', 'done', 'doneOn', 'evidence', 'notApplicable']);
  }
  if (!value.notApplicable) return [];
  // Without `done` a milestone says nothing: there the other word has to go.
  return value.done === undefined
    ? beside('notApplicable', ['value', 'yoy', 'month'])
    : beside('done', ['notApplicable']);
}

const NO_AMOUNTS = {
  value: null,
  yoy: null,
  monthValue: null,
  lastYear: null,
  lastYearMonth: null,
  givenValue: null,
  givenUnit: null,
  outlook: null,
  outlookReason: null,
} as const;

/** Done or not, since when, and what shows it (domain.md §6). */
function readMilestone({ value, indicator, at }: ValueInPlace, faults: Fault[], { today }: ReadingContext) {
  const { done, doneOn, evidence, withdraw } = value;
  const given = AMOUNT_FIELDS.filter((field) => value[field] !== undefined);
  if ((done === undefined && !withdraw) || given.length > 0 || (done !== true && doneOn !== undefined)) {
    faults.push({ pointer: at, code: 'milestoneDoneNeeded', params: { indicator: indicator.name } });
  }
  if (doneOn !== undefined && !isDate(doneOn)) faults.push({ pointer: `${at}/doneOn`, code: 'notADate' });
  // What is still to come is not done, however sure it is: it would turn the light green before its day.
  else if (doneOn !== undefined && doneOn > today)
    faults.push({ pointer: `${at}/doneOn`, code: 'doneInFuture', params: { doneOn, today } });
  return {
    ...NO_AMOUNTS,
    value: done === undefined ? null : done ? '1' : '0',
    doneOn: doneOn ?? null,
    evidence: evidence ?? null,
  };
}

/** What the park itself expects of the full year: of cumulative figures only. */
function readOutlook(place: ValueInPlace, faults: Fault[]) {
  const { value, indicator, at } = place;
  if (value.outlook === undefined) return { outlook: null, outlookReason: null };
  if (indicator.type !== 'flow' && indicator.type !== 'count') {
    faults.push({
      pointer: `${at}/outlook`,
      code: 'outlookNotForType',
      params: { indicator: indicator.name },
    });
  }
  const { fullYear: input, reason } = value.outlook;
  const outlook = readAmount(place, { input, field: 'outlook/fullYear', unit: value.unit ?? null }, faults);
  return { outlook, outlookReason: reason };
}

/** The period the figure speaks of: named by the value, or the sheet's less the indicator's lag. */
function ownPeriod(place: ValueInPlace, faults: Fault[], context: ReadingContext): Period | null {
  const { value, indicator, at, sheet, grade } = place;
  const pointer = value.period === undefined ? at : `${at}/period`;
  const period =
    value.period === undefined ? carriedPeriod(sheet, indicator.lagMonths) : parsePeriod(value.period);
  if (!period) {
    faults.push({ pointer, code: 'notAPeriod' });
    return null;
  }
  if (!isDue(indicator, monthOf(period))) {
    faults.push({ pointer, code: 'notDueMonth', params: { indicator: indicator.name } });
  }
  if (value.period !== undefined) faults.push(...openFault(period, grade, context.today, pointer));
  // The sheet's own period was looked at for its own grade; a value may name a better one.
  else if (value.source !== undefined && isOpen(period, 'estimate', context.today))
    faults.push(...openFault(period, grade, context.today, `${at}/source`));
  return period;
}

const AMOUNT_FIELDS = ['value', 'yoy', 'month', 'lastYear', 'lastYearMonth'] as const;
type AmountField = (typeof AMOUNT_FIELDS)[number];

function readAmount(
  { indicator, at }: ValueInPlace,
  {
    input,
    field,
    unit,
  }: { input: string | number | undefined; field: AmountField | 'outlook/fullYear'; unit: string | null },
  faults: Fault[],
): string | null {
  if (input === undefined) return null;
  const pointer = `${at}/${field}`;
  const reading = readDecimal(input);
  if (!reading.ok) {
    faults.push({ pointer, code: reading.fault, params: { value: String(input).slice(0, 40) } });
    return null;
  }
  let text = reading.text;
  let exact: Fraction = reading.fraction;
  if (unit !== null && unit !== indicator.unit) {
    const converted = convert(reading.fraction, unit, indicator.unit);
    if (!converted) return null;
    const decimal = converted.toExactDecimal();
    if (decimal === null) {
      faults.push({ pointer, code: 'unknownUnit', params: { unit, wanted: indicator.unit } });
      return null;
    }
    text = decimal;
    exact = converted;
  }
  if (indicator.type === 'count' && field !== 'yoy' && !exact.isWhole) {
    faults.push({ pointer, code: 'fractionForCount', params: { indicator: indicator.name } });
  }
  return text;
}

function openFault(period: Period, grade: FigureGrade, today: string, pointer: string): Fault[] {
  if (isOpen(period, grade, today)) return [];
  return [{ pointer, code: 'periodNotOpen', params: { period, opens: opensOn(period, grade) } }];
}
