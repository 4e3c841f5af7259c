import type { Light } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { sql } from 'drizzle-orm';
import type { JudgedYear, PriorMonth } from './judged.js';
import { type OrgYear, ofOrgYears } from './org-year.js';

/** What an evaluation is of: one per target (or indicator without one) and month. */
export interface EvaluationKey {
  org_id: number;
  year: number;
  month: number;
  indicator_id: number;
  measure: string;
  grade: string;
}

/** How a stored evaluation stood before a judgement, and what tells it from another. */
export interface PriorRow extends EvaluationKey, Record<string, unknown> {
  state: string;
  light: Light | null;
  target_version: number | null;
  policy_key: string | null;
  policy_version: number | null;
  figure_id: string | null;
  /** Of everything the row says; null: written before rows had one. */
  digest: string | null;
}

/** The stored evaluations of some org-years, by target and month. */
export class PriorBook {
  readonly #years = new Map<string, PriorRow[]>();
  readonly #ended: ReadonlyMap<string, PriorMonth>;

  constructor(rows: Iterable<PriorRow>, ended: Iterable<EndedRow>) {
    this.#ended = new Map(
      [...ended].map((row) => [
        `${keyOf(row.org_id, row.year, row.indicator_id, row.measure, row.grade)}/${row.month}`,
        lastJudged(row),
      ]),
    );
    for (const row of rows) {
      const key = keyOf(row.org_id, row.year, row.indicator_id, row.measure, row.grade);
      const months = this.#years.get(key) ?? [];
      if (months.length === 0) this.#years.set(key, months);
      months[row.month] = row;
    }
  }

  /** What is stored of a judged year, months 1…12 at 1…12. */
  of({
    file,
    indicator,
    measure,
    grade,
  }: Pick<JudgedYear, 'file' | 'indicator' | 'measure' | 'grade'>): readonly (PriorRow | undefined)[] {
    return this.#years.get(keyOf(file.orgId, file.year, indicator.id, measure, grade)) ?? [];
  }

  /** How a month of a target stood. */
  monthOf(row: PriorRow | undefined): PriorMonth | null {
    if (!row) return null;
    const { policy_key: key, policy_version: version } = row;
    return {
      light: row.light,
      state: row.state,
      targetVersion: row.target_version,
      figureId: row.figure_id === null ? null : Number(row.figure_id),
      policy: key === null || version === null ? null : { key, version },
    };
  }

  /** How a month was judged last before it had no light any more; null: it has lost none. */
  lastOf(
    { file, indicator, measure, grade }: Pick<JudgedYear, 'file' | 'indicator' | 'measure' | 'grade'>,
    month: number,
  ): PriorMonth | null {
    if (this.#ended.size === 0) return null;
    return this.#ended.get(`${keyOf(file.orgId, file.year, indicator.id, measure, grade)}/${month}`) ?? null;
  }

  /** Everything that is stored. */
  *[Symbol.iterator](): Iterator<PriorRow> {
    for (const months of this.#years.values()) for (const row of months) if (row) yield row;
  }
}

const keyOf = (orgId: number, year: number, indicatorId: number, measure: string, grade: string) =>
  `${orgId}/${year}/${indicatorId}/${measure}/${grade}`;

/** A month that lost its light, and how it had been judged (`evaluation-change.ts`). */
interface EndedRow extends EvaluationKey, Record<string, unknown> {
  before: {
    light: Light;
    targetVersion: number | null;
    policy: string | null;
    policyVersion: number | null;
    figure: number | null;
  };
}

const lastJudged = ({ before }: EndedRow): PriorMonth => ({
  ...{
    light: before.light,
    state: 'evaluated',
    targetVersion: before.targetVersion,
    figureId: before.figure,
  },
  policy:
    before.policy === null || before.policyVersion === null
      ? null
      : { key: before.policy, version: before.policyVersion },
});

/** Reads how the months of the org-years stand, and stood before they lost their light. Two queries. */
export async function readPrior(unit: Unit, orgYears: readonly OrgYear[]): Promise<PriorBook> {
  const [rows, ended] = await Promise.all([
    unit.tx.execute<PriorRow>(sql`
      SELECT e.org_id, e.year, e.month, e.indicator_id, e.measure, e.grade, e.state, e.light, e.target_version,
             e.policy_key, e.policy_version, e.figure_id::text AS figure_id, e.digest
      FROM ${ofOrgYears(orgYears, 'evaluation', 'e')}`),
    // The condition is that of the index, which holds these few alone.
    unit.tx.execute<EndedRow>(sql`
      SELECT c.org_id, c.year, c.month, c.indicator_id, c.measure, c.grade, c.before
      FROM ${ofOrgYears(orgYears, 'evaluation_change', 'c')}
      WHERE c.before->>'light' IS NOT NULL AND c.after->>'light' IS NULL ORDER BY c.id`),
  ]);
  return new PriorBook(rows, ended);
}
