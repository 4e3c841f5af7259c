import { FIGURE_GRADES, type FigureGrade, Fraction, figureInForce, isOutlookAlone } from '@xushi/domain';

/** A figure as one submission gave it: exact decimals, in the indicator's unit. */
export interface StoredFigure {
  id: number;
  grade: FigureGrade;
  value: string | null;
  yoy: string | null;
  lastYear: string | null;
  outlook: string | null;
  outlookReason: string | null;
  doneOn: string | null;
  historical: boolean;
  withdrawn: boolean;
  /** When its month was first reported, business time in ms. */
  firstKnownMs: number;
  /** The row that first reported its month: rows are numbered as they arrive. */
  firstId: number;
}

/** The columns of `figure` that judging reads, as a query names them. */
export const FIGURE_COLUMNS = `f.id::text AS id, f.org_id, f.year, f.month, f.indicator_id, f.grade, f.value::text AS value,
  f.yoy::text AS yoy, f.last_year::text AS last_year, f.outlook::text AS outlook, f.outlook_reason,
  f.done_on::text AS done_on, f.historical, f.withdrawn,
  (extract(epoch FROM f.known_at) * 1000)::float8 AS known_ms`;

export interface FigureRow extends Record<string, unknown> {
  id: string;
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  grade: FigureGrade;
  value: string | null;
  yoy: string | null;
  last_year: string | null;
  outlook: string | null;
  outlook_reason: string | null;
  done_on: string | null;
  historical: boolean;
  withdrawn: boolean;
  known_ms: number;
}

/** A year without figures. */
const NOTHING: readonly (StoredFigure | null)[] = Array.from({ length: 12 }, () => null);

/** An indicator's year as it is in force, months 1…12 at 0…11: its rows, and those of them that report a figure. */
interface YearInForce {
  rows: readonly (StoredFigure | null)[];
  figures: readonly (StoredFigure | null)[];
}
const NOTHING_IN_FORCE: YearInForce = { rows: NOTHING, figures: NOTHING };

/** Every revision of the figures of some org-years, found by org, year, indicator and month. */
export class FigureBook {
  /** org → year → indicator → month 1…12 at 0…11 → revisions in order of arrival. */
  readonly #orgs = new Map<number, Map<number, Map<number, StoredFigure[][]>>>();
  /** What is in force follows from the revisions once: it is asked for by target, month and member. */
  readonly #inForce = new WeakMap<StoredFigure[][], YearInForce>();

  constructor(rows: Iterable<FigureRow>) {
    for (const row of rows) {
      const years = entry(this.#orgs, row.org_id, () => new Map());
      const indicators: Map<number, StoredFigure[][]> = entry(years, row.year, () => new Map());
      const months = entry(indicators, row.indicator_id, () => []);
      const revisions = months[row.month - 1] ?? [];
      months[row.month - 1] = revisions;
      revisions.push({
        id: Number(row.id),
        grade: row.grade,
        value: row.value,
        yoy: row.yoy,
        lastYear: row.last_year,
        outlook: row.outlook,
        outlookReason: row.outlook_reason,
        doneOn: row.done_on,
        historical: row.historical,
        withdrawn: row.withdrawn,
        firstKnownMs: revisions.find((each) => !isOutlookAlone(each))?.firstKnownMs ?? row.known_ms,
        firstId: revisions.find((each) => !isOutlookAlone(each))?.firstId ?? Number(row.id),
      });
    }
  }

  get isEmpty(): boolean {
    return this.#orgs.size === 0;
  }

  /** Indicators with any revision in an org's year. */
  indicatorsOf(orgId: number, year: number): Iterable<number> {
    return this.#orgs.get(orgId)?.get(year)?.keys() ?? [];
  }

  /** The figures in force of an indicator's year, months 1…12 at 0…11; an outlook alone reports none. */
  yearOf(of: { orgId: number; year: number; indicatorId: number }): readonly (StoredFigure | null)[] {
    return this.#yearOf(of).figures;
  }

  /** What the org said month by month of the full year (单位预计全年), months 1…12 at 0…11. */
  outlooksOf(of: {
    orgId: number;
    year: number;
    indicatorId: number;
  }): readonly ({ value: Fraction; reason: string } | null)[] {
    return this.#yearOf(of).rows.map((row) => {
      const value = exact(row?.outlook);
      return value && { value, reason: row?.outlookReason ?? '' };
    });
  }

  #yearOf(of: { orgId: number; year: number; indicatorId: number }): YearInForce {
    const months = this.#orgs.get(of.orgId)?.get(of.year)?.get(of.indicatorId);
    if (!months) return NOTHING_IN_FORCE;
    const known = this.#inForce.get(months);
    if (known) return known;
    const rows = NOTHING.map((_, index) => {
      const revisions = months[index];
      if (!revisions) return null;
      const [only] = revisions;
      return revisions.length === 1 && only && !only.withdrawn ? only : figureInForce(revisions);
    });
    const made = { rows, figures: rows.map((row) => (row && isOutlookAlone(row) ? null : row)) };
    this.#inForce.set(months, made);
    return made;
  }

  /** By grade, the latest figure that an org has of it for a month, withdrawn ones left out. */
  gradesOf(of: {
    orgId: number;
    year: number;
    indicatorId: number;
    month: number;
  }): Map<FigureGrade, StoredFigure> {
    const found = new Map<FigureGrade, StoredFigure>();
    const revisions = this.#orgs.get(of.orgId)?.get(of.year)?.get(of.indicatorId)?.[of.month - 1] ?? [];
    for (const revision of revisions) {
      if (!revision.withdrawn) found.set(revision.grade, revision);
      // A withdrawal takes back its grade and what is below it (domain.md §4).
      else
        for (const grade of FIGURE_GRADES.slice(0, FIGURE_GRADES.indexOf(revision.grade) + 1))
          found.delete(grade);
    }
    return found;
  }
}

/** The exact number of a stored decimal, or null. */
export function exact(text: string | null | undefined): Fraction | null {
  return text === null || text === undefined ? null : Fraction.parse(text);
}

/** What a map holds for a key, made where it holds nothing. */
export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
