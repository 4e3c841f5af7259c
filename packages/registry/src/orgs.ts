import { isDate, localDateOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, type OrgBody, Problem, refuse } from '@xushi/protocol';
import { sqlState } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { recordAudit } from './audit.js';
import { oneWriter } from './one-writer.js';
import { requestEvaluation, requestStandings } from './request-evaluation.js';

/** One stretch of belonging to a parent: first and last day, open where `to` is null. */
interface Membership {
  parent: string | null;
  from: string;
  to: string | null;
}

/**
 * Creates or changes an org below the caller's scope. A new parent takes over from today, or from `activeFrom` for a
 * new org; `memberships` says the whole history instead. What was believed before stays on record. Throws `Problem`.
 */
export async function putOrg(unit: Unit, key: string, body: OrgBody): Promise<{ created: boolean }> {
  refuse([...dateFaults(body), ...membershipFaults(body)]);
  const today = localDateOf(unit.now, unit.timeZone);
  await oneWriter(unit.tx, 'org_tree');
  const known = await knownOrg(unit, key);
  const memberships = nextMemberships(known?.memberships ?? [], { body, today });
  let rows: { id: number; created: boolean }[];
  try {
    rows = await unit.tx.execute<{ id: number; created: boolean }>(sql`
      SELECT id, created FROM xushi_put_org(${key}, ${body.name}, ${body.level},
        ${JSON.stringify(memberships.map(({ parent, from, to }, position) => ({ parent, from_day: from, to_day: to, position })))}::text::jsonb,
        ${body.activeFrom ?? null}::date, ${body.activeTo ?? null}::date, ${body.review ?? known?.review ?? 'none'}, ${unit.now.toISOString()}::timestamptz)`);
  } catch (fault) {
    throw orgProblem(fault, { key, body, memberships });
  }
  const [row] = rows;
  if (!row) throw new Error('the org was not stored');
  await recordAudit(unit, {
    orgId: row.id,
    action: row.created ? 'org.created' : 'org.changed',
    subject: key,
    before: known && {
      name: known.name,
      level: known.level,
      activeFrom: known.activeFrom,
      activeTo: known.activeTo,
      review: known.review,
      memberships: known.memberships,
    },
    detail: body,
  });
  if (!known) return { created: row.created };
  const moved = JSON.stringify(memberships) !== JSON.stringify(known.memberships);
  if (moved || known.activeFrom !== (body.activeFrom ?? null) || known.activeTo !== (body.activeTo ?? null)) {
    // Straight lines start when the org did; parents are what figures are compared with, and added up for.
    // What hangs above an org hangs above everything below it.
    await requestEvaluation(
      unit,
      sql`SELECT DISTINCT e.org_id, e.year FROM org_closure c JOIN evaluation e ON e.org_id = c.descendant_id
        WHERE c.ancestor_id = ${row.id}
        -- A milestone is judged while there is an org, also where nothing was judged so far.
        UNION SELECT t.org_id, t.year FROM target t JOIN indicator i ON i.id = t.indicator_id
        WHERE t.org_id = ${row.id} AND i.type = 'milestone'`,
    );
    await requestStandings(
      unit,
      sql`
      SELECT DISTINCT m.parent_id AS org_id, e.year FROM org_membership m JOIN evaluation e ON e.org_id = m.org_id
      WHERE m.org_id = ${row.id} AND m.parent_id <> 0`,
      row.id,
    );
  }
  return { created: row.created };
}

async function knownOrg(unit: Unit, key: string) {
  const rows = await unit.tx.execute<{
    name: string;
    level: string;
    active_from: string | null;
    active_to: string | null;
    review: string;
    parent: string | null;
    from_day: string | null;
    to_day: string | null;
  }>(sql`
    SELECT o.name, o.level, o.active_from::text, o.active_to::text, o.review, xushi_org_key(m.parent_id) AS parent, m.from_day::text, m.to_day::text
    FROM org o LEFT JOIN org_membership m ON m.org_id = o.id AND m.ended_at IS NULL
    WHERE o.key = ${key} ORDER BY m.from_day`);
  const [first] = rows;
  if (!first) return null;
  return {
    name: first.name,
    level: first.level,
    activeFrom: first.active_from,
    review: first.review,
    activeTo: first.active_to,
    memberships: rows.flatMap((row): Membership[] =>
      row.from_day === null ? [] : [{ parent: row.parent, from: row.from_day, to: row.to_day }],
    ),
  };
}

/** Where the org belongs from now on: as said, or with a new parent behind what was. */
function nextMemberships(before: Membership[], of: { body: OrgBody; today: string }): Membership[] {
  const { body, today } = of;
  if (body.memberships)
    return body.memberships.map(({ parent, from, to }) => ({ parent, from, to: to ?? null }));
  const last = before.at(-1);
  // A parent that is not spoken of stays; null moves the org to the top.
  const parent = body.parent === undefined ? (last?.parent ?? null) : body.parent;
  if (!last) return [{ parent, from: body.activeFrom ?? today, to: null }];
  if (last.parent === parent) return before;
  const kept = before.filter(({ from }) => from < today);
  const ended = kept.map((entry, position) =>
    position === kept.length - 1 && (entry.to === null || entry.to >= today)
      ? { ...entry, to: dayBefore(today) }
      : entry,
  );
  return [...ended, { parent, from: today, to: null }];
}

function dateFaults({ activeFrom, activeTo }: OrgBody): Fault[] {
  const faults: Fault[] = [];
  if (activeFrom && !isDate(activeFrom)) faults.push({ pointer: '/activeFrom', code: 'notADate' });
  if (activeTo && !isDate(activeTo)) faults.push({ pointer: '/activeTo', code: 'notADate' });
  if (faults.length === 0 && activeFrom && activeTo && activeTo < activeFrom) {
    faults.push({ pointer: '/activeTo', code: 'datesNotOrdered' });
  }
  return faults;
}

function membershipFaults({ memberships, parent }: OrgBody): Fault[] {
  const faults: Fault[] = [];
  memberships?.forEach(({ from, to }, position) => {
    const at = `/memberships/${position}`;
    if (!isDate(from)) faults.push({ pointer: `${at}/from`, code: 'notADate' });
    if (to && !isDate(to)) faults.push({ pointer: `${at}/to`, code: 'notADate' });
    const next = memberships[position + 1];
    const disordered = to ? to < from || (next && next.from <= to) : next !== undefined;
    if (disordered) faults.push({ pointer: at, code: 'membershipOrder' });
  });
  if (memberships && parent !== undefined && memberships.at(-1)?.parent !== parent) {
    faults.push({ pointer: '/parent', code: 'membershipOrder' });
  }
  return faults;
}

function dayBefore(date: string): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}

function orgProblem(
  fault: unknown,
  { key, body, memberships }: { key: string; body: OrgBody; memberships: Membership[] },
): unknown {
  const state = sqlState(fault);
  const text = String((fault as Error).cause ?? fault);
  if (state === 'XU422')
    return new Problem('invalid', { faults: [{ pointer: '/parent', code: 'orgCycle' }] });
  if (state !== 'XU404') return fault;
  if (text.includes('orgNotFound')) return new Problem('orgNotFound', { params: { org: key } });
  const position = Number(/parentNotFound (\d+)/.exec(text)?.[1] ?? 0);
  const params = { org: memberships[position]?.parent ?? 'all' };
  const pointer = body.memberships ? `/memberships/${position}/parent` : '/parent';
  return new Problem('invalid', { faults: [{ pointer, code: 'unknownParent', params }] });
}
