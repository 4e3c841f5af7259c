import {
  contributionsOf,
  type FigureWithBase,
  type Fraction,
  joinedRegisterPull,
  retainedBaseEffect,
} from '@xushi/domain';
import { Problem } from '@xushi/protocol';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, knownBy } from './as-of.js';
import { type CatalogueIndicator, loadCatalogue } from './catalogue.js';
import { exact, FIGURE_COLUMNS, FigureBook, type FigureRow } from './figures.js';
import { isOwed, parentAt } from './orgs.js';
import { readPeerSets } from './peer-sets.js';

/** Whose growth is taken apart, of what and when. */
export interface ContributionQuestion {
  org: string;
  period: string;
  indicator: string;
  asOf: AsOf;
}

/**
 * What each member of an org contributes to its growth 拉动、贡献率, and what firms that left or joined the register do to
 * it 退库留基 (domain.md §6). Rates and points with 2 decimals; each base says where it is from. Throws `Problem`.
 */
export async function readContributions(tx: Transaction, of: ContributionQuestion) {
  const [year, month] = of.period.split('-').map(Number) as [number, number];
  const indicator = (await loadCatalogue(tx, of.asOf)).byKey.get(of.indicator);
  if (!indicator) {
    const params = { indicator: of.indicator };
    throw new Problem('invalid', { faults: [{ pointer: '/indicator', code: 'unknownIndicator', params }] });
  }
  const [parent] = await tx.execute<{ id: number; name: string }>(
    sql`SELECT id, name FROM org WHERE key = ${of.org}`,
  );
  if (!parent) throw new Problem('orgNotFound', { params: { org: of.org } });
  const [set] = await readPeerSets(tx, {
    changed: [],
    parents: [{ orgId: parent.id, year }],
    asOf: of.asOf,
  });
  const members = (set?.members ?? []).filter((member) => parentAt(member, { year, month }) === parent.id);
  const orgIds = [parent.id, ...members.map(({ id }) => id)];
  const figures = await loadFigures(tx, { orgIds, year, indicator, asOf: of.asOf });
  const at = (orgId: number) => withBase(figures, { orgId, year, month, indicatorId: indicator.id });
  const whole = contributionsOf({
    parent: at(parent.id),
    members: members.flatMap((member) => {
      const figure = at(member.id);
      const owed = isOwed(member, { indicator: indicator.key, year, month });
      return figure || owed ? [{ key: member.key, name: member.name, ...(figure ?? NOT_REPORTED) }] : [];
    }),
  });
  const changes = await registerChanges(tx, { orgIds, year, month, indicator, asOf: of.asOf });
  return {
    org: of.org,
    period: of.period,
    indicator: of.indicator,
    unit: indicator.unit,
    value: amount(whole.value, indicator),
    base: amount(whole.base, indicator),
    growth: growthOf(whole.value, whole.base),
    from: whole.from,
    baseSource: whole.baseSource,
    counted: whole.counted,
    of: whole.of,
    members: whole.members.map(({ key, name, value, base, pull, share }) => ({
      org: key,
      orgName: name,
      value: amount(value, indicator),
      base: base && { value: amount(base.value, indicator), source: base.source },
      pull: points(pull),
      share: points(share),
    })),
    register: changes.map((change) => shownChange(change, whole, indicator)),
  };
}

const NOT_REPORTED: FigureWithBase = { value: null, yoy: null, lastYear: null, lastYearFigure: null };

const points = (value: Fraction | null): string | null => value?.toDecimal(2) ?? null;

/** As exactly as a decimal can say it; a base worked back from a growth has the indicator's decimals. */
const amount = (value: Fraction | null, { decimals }: CatalogueIndicator): string | null =>
  value && (value.toExactDecimal() ?? value.toDecimal(Math.max(decimals, 2)));

const growthOf = (value: Fraction | null, base: Fraction | null): string | null =>
  value && base && base.sign > 0
    ? (retainedBaseEffect({ value, base, retained: base.minus(base) }).growth?.toDecimal(2) ?? null)
    : null;

async function loadFigures(
  tx: Transaction,
  of: { orgIds: number[]; year: number; indicator: CatalogueIndicator; asOf: AsOf },
): Promise<FigureBook> {
  const rows = await tx.execute<FigureRow>(sql`
    SELECT ${sql.raw(FIGURE_COLUMNS)} FROM figure f
    WHERE f.org_id = ANY (${integers(of.orgIds)}) AND f.year IN (${of.year}, ${of.year - 1})
      AND f.indicator_id = ${of.indicator.id} AND f.known_at <= ${knownBy(of.asOf)} ORDER BY f.id`);
  return new FigureBook(rows);
}

/** An org's figure of the period and what its base may be taken from; null: not reported. */
function withBase(
  figures: FigureBook,
  of: { orgId: number; year: number; month: number; indicatorId: number },
): FigureWithBase | null {
  const now = figures.yearOf(of)[of.month - 1];
  const before = figures.yearOf({ ...of, year: of.year - 1 })[of.month - 1];
  if (!now) return null;
  return {
    value: exact(now.value),
    yoy: exact(now.yoy),
    lastYear: exact(now.lastYear),
    lastYearFigure: exact(before?.value),
  };
}

interface ChangeRow extends Record<string, unknown> {
  org: string;
  kind: string;
  firms: number | null;
  base: string | null;
  value: string | null;
  note: string | null;
}

/** The register changes of the latest sheet that spoke of any, per org. One query. */
async function registerChanges(
  tx: Transaction,
  of: { orgIds: number[]; year: number; month: number; indicator: CatalogueIndicator; asOf: AsOf },
): Promise<ChangeRow[]> {
  return tx.execute<ChangeRow>(sql`
    SELECT o.key AS org, r.kind, r.firms, r.base::text AS base, r.value::text AS value, r.note
    FROM register_change r JOIN org o ON o.id = r.org_id JOIN submission s ON s.id = r.submission_id
    WHERE r.org_id = ANY (${integers(of.orgIds)}) AND r.year = ${of.year} AND r.month = ${of.month}
      AND r.indicator_id = ${of.indicator.id} AND r.known_at <= ${knownBy(of.asOf)}
      AND s.revision = (SELECT max(l.revision) FROM register_change c JOIN submission l ON l.id = c.submission_id
        WHERE c.org_id = r.org_id AND c.year = r.year AND c.month = r.month AND c.indicator_id = r.indicator_id
          AND c.known_at <= ${knownBy(of.asOf)})
    ORDER BY o.key, r.id`);
}

function shownChange(
  { org, kind, firms, base, value, note }: ChangeRow,
  whole: { value: Fraction | null; base: Fraction | null },
  indicator: CatalogueIndicator,
) {
  const left = kind === 'leftRegister' && base !== null && whole.value && whole.base;
  const effect = left
    ? retainedBaseEffect({ value: whole.value!, base: whole.base!, retained: exact(base)! })
    : null;
  const joined = kind === 'joinedRegister' && value !== null && whole.base;
  return {
    org,
    kind,
    firms,
    base,
    value,
    note,
    unit: indicator.unit,
    /** 下拉, percentage points; what the growth would be without the base that stayed. */
    drag: points(effect?.drag ?? null),
    adjustedGrowth: points(effect?.adjustedGrowth ?? null),
    baseShare: points(effect?.share ?? null),
    pull: joined ? points(joinedRegisterPull({ value: exact(value)!, base: whole.base! })) : null,
  };
}
