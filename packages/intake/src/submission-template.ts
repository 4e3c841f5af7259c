import { carriedPeriod, figureInForce, isDue, isOwedIn, monthOf, type Period, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { Problem } from '@xushi/protocol';
import { readDuties, sheetText } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { readCatalogue } from './catalogue.js';
import { duesOf } from './due.js';
import type { CatalogueIndicator } from './read-figure.js';

/** A figure as it is in force, in the indicator's unit. */
export interface FilledFigure {
  value: string | null;
  yoy: string | null;
  month: string | null;
  lastYear: string | null;
  note: string | null;
  doneOn: string | null;
}

/** A row of the form: an indicator, and whether it can be filled in. */
export interface FormRow {
  key: string;
  name: string;
  unit: string;
  type: CatalogueIndicator['type'];
  state: 'open' | 'notDue' | 'computed';
  figure: FilledFigure | null;
  /** The last figure of the year before this one, for reference. */
  before: string | null;
}

/** The sheet of an org and a period, to be filled in (报送表). */
export interface SubmissionForm {
  org: { key: string; name: string };
  period: Period;
  /** A local day; null: nothing is due. */
  dueDay: string | null;
  rows: FormRow[];
  lagging: {
    name: string;
    message: string;
    cause: string;
    measure: string;
    owner: string;
    due: string;
  }[];
}

interface FigureRow extends FilledFigure, Record<string, unknown> {
  id: number;
  indicatorId: number;
  month_number: number;
  year: number;
  grade: string;
  withdrawn: boolean;
}

/**
 * What a sheet has to hold: the indicators of the org's duty, of one without a duty those that have a target or a figure
 * in the year; with what is reported already, and the warnings that are open. A constant number of queries. Throws
 * `Problem` 404.
 */
export async function readSubmissionForm(
  unit: Unit,
  { org: key, period }: { org: string; period: Period },
): Promise<SubmissionForm> {
  const { tx } = unit;
  const [org] = await tx.execute<{ id: number; key: string; name: string }>(
    sql`SELECT id, key, name FROM org WHERE key = ${key} AND id <> 0`,
  );
  if (!org) throw new Problem('orgNotFound', { params: { org: key } });
  const year = yearOf(period);
  const [catalogue, duties, dues, figures, targets, lagging] = await Promise.all([
    readCatalogue(unit),
    readDuties(tx, [org.id]),
    duesOf(unit, [{ orgId: org.id, period }], { store: false }),
    tx.execute<FigureRow>(sql`
      SELECT id::float8 AS id, indicator_id AS "indicatorId", year, month AS month_number, grade, withdrawn,
             value::text AS value, yoy::text AS yoy, month_value::text AS month, last_year::text AS "lastYear", note,
             done_on::text AS "doneOn"
      FROM figure WHERE org_id = ${org.id} AND year IN (${year - 1}, ${year}) AND NOT not_applicable`),
    tx.execute<{ id: number }>(sql`
      SELECT DISTINCT indicator_id AS id FROM target WHERE org_id = ${org.id} AND year = ${year}`),
    tx.execute<{ indicator: string; message: string; evidence: Record<string, unknown> | null }>(sql`
      SELECT a.subject ->> 'indicator' AS indicator, a.message,
             (SELECT t.evidence FROM alert_transition t
              WHERE t.alert_id = a.id AND t.reason = 'rectificationFiled' ORDER BY t.id DESC LIMIT 1) AS evidence
      FROM alert a WHERE a.org_id = ${org.id} AND a.kind = 'indicatorLagging'
        AND a.state IN ('open', 'acknowledged', 'rectifying', 'closeRequested') ORDER BY a.sequence`),
  ]);
  const inForce = figuresInForce(figures);
  const duty =
    duties
      .get(org.id)
      ?.at(-1)
      ?.indicators.filter((entry) => isOwedIn(entry, period)) ?? [];
  const wanted = new Set(
    duty.length > 0
      ? duty.map(({ indicator }) => catalogue.get(indicator)?.id)
      : [...targets.map(({ id }) => id), ...figures.map(({ indicatorId }) => indicatorId)],
  );
  const indicators = [...catalogue.values()]
    .filter(({ id }) => wanted.has(id))
    .sort((one, other) => positionOf(one) - positionOf(other) || one.id - other.id);
  return {
    org: { key: org.key, name: org.name },
    period,
    dueDay: dues.get(sheetText({ orgId: org.id, period }))?.dueDay ?? null,
    rows: indicators.map((indicator) => rowOf(indicator, period, inForce)),
    lagging: lagging.map(({ indicator, message, evidence }) => ({
      ...{ name: catalogue.get(indicator)?.name ?? indicator, message },
      ...{ cause: said(evidence?.cause), measure: said(evidence?.measure) },
      ...{ owner: said(evidence?.owner), due: said(evidence?.due) },
    })),
  };
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The order in which every table shows them: a column of the catalogue that no rule asks for. */
const positionOf = (indicator: CatalogueIndicator): number =>
  (indicator as CatalogueIndicator & { position?: number }).position ?? 0;

type InForce = ReadonlyMap<string, FilledFigure>;
const placeOf = (indicatorId: number, period: Period): string => `${indicatorId}/${period}`;

function figuresInForce(rows: readonly FigureRow[]): InForce {
  const all = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const place = `${row.indicatorId}/${row.year}-${String(row.month_number).padStart(2, '0')}`;
    all.set(place, [...(all.get(place) ?? []), row]);
  }
  return new Map(
    [...all].flatMap(([place, revisions]) => {
      const figure = figureInForce(revisions);
      return figure ? [[place, figure] as const] : [];
    }),
  );
}

function rowOf(indicator: CatalogueIndicator, sheet: Period, inForce: InForce): FormRow {
  const { id, key, name, unit, type } = indicator;
  const own = carriedPeriod(sheet, indicator.lagMonths);
  const earlier = Array.from({ length: monthOf(own) - 1 }, (_, index) => monthOf(own) - 1 - index).flatMap(
    (month) =>
      inForce.get(placeOf(id, `${own.slice(0, 4)}-${String(month).padStart(2, '0')}` as Period)) ?? [],
  );
  const computed = indicator.formula?.mode === 'computed';
  return {
    ...{ key, name, unit, type },
    state: computed ? 'computed' : isDue(indicator, monthOf(own)) ? 'open' : 'notDue',
    figure: inForce.get(placeOf(id, own)) ?? null,
    before: earlier.find(({ value }) => value !== null)?.value ?? null,
  };
}
