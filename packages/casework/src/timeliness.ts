import { Fraction, localDateOf, type Period, sheetDeadline, workdaysLate } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Page, type PageRequest, pageOf } from '@xushi/protocol';
import { dueAsOf, type SheetDue } from '@xushi/store';
import { sql } from 'drizzle-orm';
import type { Obligations } from './obligations.js';
import { readSheets, type Sheet, type SheetFigure } from './sheets.js';

/** How an org's sheet of a period stands 报送情况. */
export type SheetStanding = 'reported' | 'partial' | 'missing' | 'notDue' | 'held' | 'returned';

/** What was expected, what came, and what came in time; rates in %, null where nothing counts. */
interface Rates {
  expected: number;
  present: number;
  completeness: string | null;
  onTime: number;
  onTimeRate: string | null;
}

export interface OrgTimeliness extends Rates {
  org: string;
  orgName: string;
  state: SheetStanding;
  due: {
    at: string;
    day: string;
    originalAt: string;
    originalDay: string;
    estimated: boolean;
    extension: { until: string; reason: string; person: string | null; givenAt: string } | null;
  } | null;
  firstArrival: string | null;
  late: boolean;
  workdaysLate: number | null;
  missing: { indicator: string; name: string; period: string }[];
}

export interface TimelinessTotal extends Rates {
  orgs: number;
  states: Record<SheetStanding, number>;
}

/**
 * Completeness and timeliness 完整率、及时率 of a period for every org below another that has a reporting duty, from duties
 * and figures, and of all together (domain.md §9). How late a report was is what was fixed when it came. A constant number
 * of queries; `total` is that of all pages.
 */
export async function listTimeliness(
  unit: Pick<Unit, 'tx' | 'now' | 'timeZone'>,
  of: PageRequest & { under: string; period: Period },
): Promise<Page<OrgTimeliness> & { total: TimelinessTotal }> {
  const rows = await unit.tx.execute<{ id: number }>(sql`
    SELECT c.descendant_id AS id FROM org_closure c JOIN org a ON a.id = c.ancestor_id
    WHERE a.key = ${of.under} AND EXISTS (SELECT 1 FROM duty d WHERE d.org_id = c.descendant_id) ORDER BY id`);
  const keys = rows.map(({ id }) => ({ orgId: id, period: of.period }));
  const { sheets, obligations } = await readSheets(unit, keys);
  const lines = sheets.map((sheet) => ({
    sheet,
    counts: countsOf(sheet),
    shown: showSheet(unit, sheet, obligations),
  }));
  const page = pageOf(lines.filter(({ sheet }) => sheet.orgId > of.after).slice(0, of.limit + 1), {
    limit: of.limit,
    positionOf: ({ sheet }) => sheet.orgId,
    show: ({ shown }) => shown,
  });
  const states: TimelinessTotal['states'] = {
    ...{ reported: 0, partial: 0, missing: 0, notDue: 0, held: 0, returned: 0 },
  };
  for (const { shown } of lines) states[shown.state] += 1;
  const sum = (count: (counts: Counts) => number) =>
    lines.reduce((total, { counts }) => total + count(counts), 0);
  const total = {
    ...{ expected: sum(({ expected }) => expected), present: sum(({ present }) => present) },
    ...{ onTime: sum(({ onTime }) => onTime), timed: sum(({ timed }) => timed) },
  };
  return { ...page, total: { orgs: lines.length, ...ratesOf(total), states } };
}

interface Counts {
  expected: number;
  present: number;
  onTime: number;
  /** Expected figures that have a deadline to keep: what was loaded as history has none. */
  timed: number;
}

function countsOf({ figures, due }: Sheet): Counts {
  const isHistory = ({ present, arrivedAt }: SheetFigure) => present && arrivedAt === null;
  const isInTime = ({ arrivedAt }: SheetFigure) =>
    arrivedAt !== null && (due === null || arrivedAt <= dueAsOf(due, arrivedAt).dueAt);
  return {
    expected: figures.length,
    present: figures.filter(({ present }) => present).length,
    onTime: figures.filter(isInTime).length,
    timed: figures.filter((figure) => !isHistory(figure)).length,
  };
}

const ratesOf = ({ expected, present, onTime, timed }: Counts): Rates => ({
  ...{ expected, present, completeness: rate(present, expected) },
  ...{ onTime, onTimeRate: rate(onTime, timed) },
});

const rate = (part: number, whole: number): string | null =>
  whole === 0 ? null : Fraction.of(part, whole).times(Fraction.HUNDRED).toDecimal(2);

function showSheet(
  unit: Pick<Unit, 'now' | 'timeZone'>,
  sheet: Sheet,
  obligations: Obligations,
): OrgTimeliness {
  const { org, figures, firstAt } = sheet;
  const due = sheet.due ?? (figures.length === 0 ? null : unopened(unit, sheet, obligations));
  const missing = figures.filter(({ present }) => !present);
  const isPast = due !== null && unit.now > due.dueAt;
  return {
    ...{ org: org.key, orgName: org.name },
    state: stateOf(sheet, { missing: missing.length, isPast }),
    ...ratesOf(countsOf({ ...sheet, due })),
    due: due && showDue(due),
    firstArrival: firstAt?.toISOString() ?? null,
    ...lateness(unit, { sheet, due, isMissing: isPast && firstAt === null && missing.length > 0 }),
    missing: missing.map(({ indicator, period }) => ({
      ...{ indicator: indicator.key, name: indicator.name, period },
    })),
  };
}

function stateOf(
  { figures, latestState }: Sheet,
  { missing, isPast }: { missing: number; isPast: boolean },
): SheetStanding {
  if (figures.length === 0) return 'notDue';
  if (missing === 0) return 'reported';
  if (latestState === 'returned') return 'returned';
  if (latestState === 'held' || latestState === 'partlyHeld') return 'held';
  if (missing < figures.length) return 'partial';
  return isPast ? 'missing' : 'notDue';
}

/** Of a sheet that came what was fixed then; of one that did not come how late it is by now. */
function lateness(
  unit: Pick<Unit, 'now' | 'timeZone'>,
  of: { sheet: Sheet; due: SheetDue | null; isMissing: boolean },
): Pick<OrgTimeliness, 'late' | 'workdaysLate'> {
  const { sheet, due, isMissing } = of;
  const at = isMissing ? unit.now : sheet.firstAt;
  if (due === null || at === null) return { late: false, workdaysLate: null };
  const { dueAt, dueDay } = dueAsOf(due, at);
  if (at <= dueAt) return { late: false, workdaysLate: null };
  const counted = () =>
    workdaysLate({ dueDate: dueDay, on: localDateOf(at, unit.timeZone), calendar: sheet.calendar }).days;
  return { late: true, workdaysLate: isMissing ? counted() : (due.workdaysLate ?? counted()) };
}

/** A sheet whose deadline had passed before anybody knew the duty was never opened; it has one all the same. */
function unopened(
  { timeZone }: Pick<Unit, 'timeZone'>,
  { orgId, period, calendar }: Sheet,
  obligations: Obligations,
): SheetDue {
  const versions = obligations.versionsOf(orgId);
  const { dueAt, date, estimated, remindAt } = sheetDeadline({ period, versions, calendar, timeZone });
  return {
    ...{ dueAt, dueDay: date, originalAt: dueAt, originalDay: date, estimated, remindAt },
    ...{ arrivedAt: null, workdaysLate: null, extensions: [] },
  };
}

function showDue(due: SheetDue): OrgTimeliness['due'] {
  const extension = due.extensions.at(-1);
  return {
    ...{ at: due.dueAt.toISOString(), day: due.dueDay, estimated: due.estimated },
    ...{ originalAt: due.originalAt.toISOString(), originalDay: due.originalDay },
    extension: extension
      ? {
          ...{ until: extension.untilDay, reason: extension.reason, person: extension.person },
          givenAt: extension.givenAt.toISOString(),
        }
      : null,
  };
}
