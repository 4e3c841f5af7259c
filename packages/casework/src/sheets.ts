import {
  countingArrival,
  type ExpectedFigure,
  figureInForce,
  isOutlookAlone,
  monthOf,
  type Stretch,
  type WorkCalendar,
  yearOf,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy, inTurns } from '@xushi/platform';
import {
  readCalendars,
  readSheetDues,
  type SheetDue,
  type SheetKey,
  sheetRows,
  sheetText,
  type Transaction,
} from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type CatalogueIndicator, type Obligations, type OwingOrg, readObligations } from './obligations.js';
import { yearsAround } from './open-periods.js';

/** A figure that a sheet has to hold, and what came of it. */
export interface SheetFigure extends ExpectedFigure<CatalogueIndicator> {
  /** Whether a figure is in force, loaded as history or not. */
  present: boolean;
  /** When it counts as reported; null: it is not, or as history only. */
  arrivedAt: Date | null;
}

/** An org's sheet of a period: what is expected, what is there, when it is due. */
export interface Sheet extends SheetKey {
  org: OwingOrg;
  /** In the order of the catalogue. */
  figures: SheetFigure[];
  due: SheetDue | null;
  /** Of submissions that are no history: the first one's arrival, the latest one's state. */
  firstAt: Date | null;
  latestState: string | null;
  calendar: WorkCalendar;
}

/**
 * The sheets as they stand, in the given order; those of orgs without a duty are left out. A figure counts where a
 * submission brought it that stands: one that was returned is as if not reported. Eight queries, however many sheets.
 */
export async function readSheets(
  unit: Pick<Unit, 'tx' | 'now' | 'timeZone'>,
  keys: readonly SheetKey[],
): Promise<{ sheets: Sheet[]; obligations: Obligations }> {
  const { tx, timeZone } = unit;
  const orgIds = [...new Set(keys.map(({ orgId }) => orgId))];
  const obligations = await readObligations(tx, orgIds);
  const [dues, arrivals, calendarOf] = await Promise.all([
    readSheetDues(tx, keys),
    readArrivals(tx, keys),
    readCalendars(tx, { orgIds, years: yearsUntil(keys, unit.now) }),
  ]);
  const expected = await inTurns(keys, (key) => ({ key, figures: obligations.expected(key) }));
  const rows = await readFigures(
    tx,
    expected.flatMap(({ key, figures }) => figures.map((figure) => ({ orgId: key.orgId, ...figure }))),
  );
  const sheets = await inTurns(expected, ({ key, figures }): Sheet[] => {
    const org = obligations.orgs.get(key.orgId);
    if (!org) return [];
    const calendar = calendarOf(key.orgId);
    const arrival = arrivals.get(sheetText(key));
    return [
      {
        ...{ ...key, org, calendar, due: dues.get(sheetText(key)) ?? null },
        firstAt: arrival?.firstAt ?? null,
        latestState: arrival?.state ?? null,
        figures: figures.map((figure) => ({
          ...figure,
          ...whatCame(rows.get(figureKey(key.orgId, figure)) ?? [], { calendar, timeZone }),
        })),
      },
    ];
  });
  return { sheets: sheets.flat(), obligations };
}

/** Every year from the sheets' to the next one: how long they are overdue is counted over all of them. */
function yearsUntil(keys: readonly SheetKey[], now: Date): number[] {
  const sheets = yearsAround(keys.map(({ period }) => period));
  const last = Math.max(now.getUTCFullYear() + 1, ...sheets);
  const first = Math.min(...sheets, last);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

interface FigureRow extends Record<string, unknown> {
  id: string;
  org_id: number;
  indicator_id: number;
  year: number;
  month: number;
  grade: string;
  withdrawn: boolean;
  historical: boolean;
  not_applicable: boolean;
  value: string | null;
  yoy: string | null;
  outlook: string | null;
  known_at: string;
}

const figureKey = (orgId: number, { indicator, period }: ExpectedFigure<CatalogueIndicator>): string =>
  `${orgId}/${indicator.id}/${yearOf(period)}/${monthOf(period)}`;

/** Every revision of the expected figures that stands, oldest first. */
async function readFigures(
  tx: Transaction,
  wanted: readonly ({ orgId: number } & ExpectedFigure<CatalogueIndicator>)[],
): Promise<Map<string, FigureRow[]>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.execute<FigureRow>(sql`
    SELECT f.id::text AS id, f.org_id, f.indicator_id, f.year, f.month, f.grade, f.withdrawn, f.historical,
           f.not_applicable, f.value::text AS value, f.yoy::text AS yoy, f.outlook::text AS outlook, f.known_at
    FROM jsonb_to_recordset(${JSON.stringify(
      wanted.map(({ orgId, indicator, period }) => ({
        ...{ org_id: orgId, indicator_id: indicator.id, year: yearOf(period), month: monthOf(period) },
      })),
    )}::text::jsonb) AS w(org_id integer, indicator_id integer, year integer, month integer)
    JOIN figure f USING (org_id, year, indicator_id, month)
    JOIN submission s ON s.id = f.submission_id
    WHERE s.state <> 'returned' ORDER BY f.id`);
  return groupBy(rows, (row) => `${row.org_id}/${row.indicator_id}/${row.year}/${row.month}`);
}

/** Whether a figure is there, and since when: a park's own outlook on the year is none. */
function whatCame(
  rows: readonly FigureRow[],
  of: { calendar: WorkCalendar; timeZone: string },
): Pick<SheetFigure, 'present' | 'arrivedAt'> {
  const figures = rows
    .filter((row) => row.withdrawn || row.not_applicable || !isOutlookAlone(row))
    .map((row) => ({ ...row, id: Number(row.id) }));
  const stretches: Stretch[] = [];
  const ordinary = figures.filter(({ historical }) => !historical);
  for (const [position, row] of ordinary.entries()) {
    const stands = figureInForce(ordinary.slice(0, position + 1)) !== null;
    const open = stretches.at(-1);
    if (stands && (!open || open.until !== null)) {
      stretches.push({ from: new Date(row.known_at), until: null });
    } else if (!stands && open && open.until === null) {
      open.until = new Date(row.known_at);
    }
  }
  return { present: figureInForce(figures) !== null, arrivedAt: countingArrival(stretches, of) };
}

/** When each sheet's first submission came, and how its latest stands; history is none. */
async function readArrivals(
  tx: Transaction,
  keys: readonly SheetKey[],
): Promise<Map<string, { firstAt: Date; state: string }>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.execute<{ org_id: number; period: string; first_at: string; state: string }>(sql`
    SELECT s.org_id, s.year || '-' || lpad(s.month::text, 2, '0') AS period, min(s.received_at) AS first_at,
           (array_agg(s.state ORDER BY s.revision DESC))[1] AS state
    FROM jsonb_to_recordset(${sheetRows(keys)}::text::jsonb) AS k(org_id integer, year integer, month integer)
    JOIN submission s USING (org_id, year, month) WHERE NOT s.historical GROUP BY s.org_id, s.year, s.month`);
  return new Map(
    rows.map((row) => [`${row.org_id}/${row.period}`, { firstAt: new Date(row.first_at), state: row.state }]),
  );
}
