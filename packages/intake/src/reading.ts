import {
  carriedPeriod,
  convert,
  type FigureGrade,
  type Fraction,
  type Indicator,
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

/** A catalogue indicator with its row number. */
export type CatalogueIndicator = Indicator & { id: number };

/** One figure read from a submission, its amounts exact decimals in the indicator's unit. */
export interface ReadFigure {
  indicator: CatalogueIndicator;
  /** The figure's own period: the sheet's, or earlier by the indicator's lag. */
  period: Period;
  grade: FigureGrade;
  value: string | null;
  yoy: string | null;
  monthValue: string | null;
  lastYear: string | null;
  lastYearMonth: string | null;
  givenValue: string | null;
  givenUnit: string | null;
  notApplicable: boolean;
  withdrawn: boolean;
  note: string | null;
}

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
      { value, indicator, at, sheet, grade: value.source ?? body.source ?? 'estimate' },
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
  at: string;
  sheet: Period;
  grade: FigureGrade;
}

function readValue(place: ValueInPlace, faults: Fault[], context: ReadingContext): ReadFigure | null {
  const { value, indicator, at, grade } = place;
  if (indicator.type === 'milestone') {
    faults.push({ pointer: at, code: 'milestoneNotTaken' });
    return null;
  }
  const period = ownPeriod(place, faults, context);
  if (!period) return null;
  if (value.unit !== undefined && !sameFamily(value.unit, indicator.unit)) {
    const params = { unit: value.unit, wanted: indicator.unit };
    faults.push({ pointer: `${at}/unit`, code: 'unknownUnit', params });
  }
  const read = (field: 'value' | 'yoy' | 'month' | 'lastYear' | 'lastYearMonth', inUnit: boolean) =>
    readAmount(place, field, inUnit ? (value.unit ?? null) : null, faults);
  const amount = read('value', true);
  const figure: ReadFigure = {
    indicator,
    period,
    grade,
    value: amount,
    yoy: read('yoy', false),
    monthValue: read('month', true),
    lastYear: read('lastYear', true),
    lastYearMonth: read('lastYearMonth', true),
    givenValue: value.value === undefined ? null : String(value.value),
    givenUnit: value.unit ?? null,
    notApplicable: value.notApplicable ?? false,
    withdrawn: value.withdraw ?? false,
    note: value.note ?? null,
  };
  const empty = value.value === undefined && value.yoy === undefined;
  if (empty && !figure.withdrawn && !(figure.notApplicable && figure.note)) {
    faults.push({ pointer: at, code: 'valueOrGrowthNeeded', params: { indicator: indicator.name } });
  }
  return figure;
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

function readAmount(
  { value, indicator, at }: ValueInPlace,
  field: 'value' | 'yoy' | 'month' | 'lastYear' | 'lastYearMonth',
  unit: string | null,
  faults: Fault[],
): string | null {
  const input = value[field];
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
