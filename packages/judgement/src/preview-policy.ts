import { PRESETS, parsePeriod, yearOf } from '@xushi/domain';
import { type Fault, Problem, refuse } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { judgeYears } from './judge.js';
import type { JudgedYear } from './judged.js';
import { type BusinessTime, loadYears } from './load.js';
import type { OrgYear } from './org-year.js';
import type { TrialPolicy } from './policies.js';

/** Org-years that are replayed at a time: a pause between them lets other requests be answered. */
const ORG_YEARS_AT_ONCE = 20;

/** The longest span that one preview replays. */
const MOST_YEARS = 5;

/** What alerts judged years would have opened; given by the composition root. */
export type Replay<Alert> = (judged: readonly JudgedYear[], span: { from: string; to: string }) => Alert[];

interface Replayed {
  opened: string;
  closed: string | null;
}

/**
 * What a policy would have done, had it hung on an org's subtree from a period on (domain.md §7): stored figures are
 * judged again under it and under what is in force, and nothing is written. Throws `Problem`.
 */
export async function previewPolicy<Alert extends Replayed>(
  tx: Transaction,
  of: {
    key: string;
    body: { org: string; from: string; to: string };
    replay: Replay<Alert>;
    at: BusinessTime;
  },
) {
  const { key, body, at } = of;
  const span = readSpan(body);
  const version = await newestVersion(tx, key);
  const distances = await subtreeOf(tx, body.org);
  const orgYears = await judgedYears(tx, { orgIds: [...distances.keys()], ...span });
  const trial: TrialPolicy = { policyKey: key, indicatorId: null, from: body.from, distances };
  const would: Alert[] = [];
  const does: Alert[] = [];
  for (let start = 0; start < orgYears.length; start += ORG_YEARS_AT_ONCE) {
    const slice = orgYears.slice(start, start + ORG_YEARS_AT_ONCE);
    would.push(...of.replay(judgeYears(await loadYears(tx, slice, { at, trial })), body));
    does.push(...of.replay(judgeYears(await loadYears(tx, slice, { at })), body));
  }
  return {
    policy: { key, version },
    org: body.org,
    from: body.from,
    to: body.to,
    ...countsOf(would, body),
    /** What the policies in force do on the same figures. */
    inForce: countsOf(does, body),
    alerts: would,
  };
}

function countsOf(alerts: readonly Replayed[], { from, to }: { from: string; to: string }) {
  const within = (period: string | null) => period !== null && from <= period && period <= to;
  return {
    opened: alerts.filter(({ opened }) => within(opened)).length,
    closed: alerts.filter(({ closed }) => within(closed)).length,
  };
}

function readSpan(body: { from: string; to: string }): { fromYear: number; toYear: number } {
  const faults: Fault[] = [];
  const from = parsePeriod(body.from);
  const to = parsePeriod(body.to);
  if (!from) faults.push({ pointer: '/from', code: 'notAPeriod' });
  if (!to) faults.push({ pointer: '/to', code: 'notAPeriod' });
  if (from && to && (from > to || yearOf(to) - yearOf(from) >= MOST_YEARS)) {
    faults.push({ pointer: '/to', code: 'periodsNotOrdered' });
  }
  refuse(faults);
  return { fromYear: yearOf(from!), toYear: yearOf(to!) };
}

async function newestVersion(tx: Transaction, key: string): Promise<number> {
  const [row] = await tx.execute<{ version: number | null }>(
    sql`SELECT max(version) AS version FROM policy_version WHERE key = ${key}`,
  );
  if (row?.version) return row.version;
  if (key in PRESETS) return 1;
  throw new Problem('notFound');
}

/** Every org of the subtree with how far it is from the top of it. */
async function subtreeOf(tx: Transaction, org: string): Promise<Map<number, number>> {
  const rows = await tx.execute<{ id: number; distance: number }>(sql`
    SELECT c.descendant_id AS id, (SELECT count(*)::integer - 1 FROM org_closure above
      WHERE above.descendant_id = c.descendant_id
        AND above.ancestor_id IN (SELECT descendant_id FROM org_closure WHERE ancestor_id = o.id)) AS distance
    FROM org o JOIN org_closure c ON c.ancestor_id = o.id WHERE o.key = ${org}`);
  if (rows.length === 0) throw new Problem('orgNotFound', { params: { org } });
  return new Map(rows.map((row) => [row.id, row.distance]));
}

async function judgedYears(
  tx: Transaction,
  of: { orgIds: number[]; fromYear: number; toYear: number },
): Promise<OrgYear[]> {
  const rows = await tx.execute<{ org_id: number; year: number }>(sql`
    SELECT DISTINCT org_id, year FROM evaluation
    WHERE org_id = ANY (${`{${of.orgIds.join(',')}}`}::integer[]) AND year BETWEEN ${of.fromYear} AND ${of.toYear}
    ORDER BY org_id, year`);
  return rows.map((row) => ({ orgId: row.org_id, year: row.year }));
}
