import { monthOf, parsePeriod, period as periodOf, yearOf } from '@xushi/domain';
import type { Reactor, StoredEvent, Unit } from '@xushi/events';
import { lightName, periodName } from '@xushi/wording';
import { sql } from 'drizzle-orm';

/** One line of a monthly list: what, whose, and why it is there. */
export interface ListLine {
  org: string;
  orgName: string;
  reason: 'red' | 'orangeAgain' | 'notReported';
  reasonName: string;
  alert: string | null;
  indicatorName: string | null;
  light: string | null;
  lightName: string | null;
  message: string;
  openedAt: string | null;
}

const REASONS: Record<ListLine['reason'], string> = {
  red: '红灯',
  orangeAgain: '橙灯第二期',
  notReported: '本期未报送',
};

/** Asks for an org's report of a period; given by the composition root. */
export type RequestReport = (
  unit: Unit,
  of: { orgId: number; year: number; month: number },
) => Promise<unknown>;

/**
 * Answers a monthly tick (domain.md §11): writes each org's list, tells it as `dispatch.list` (an empty one too),
 * and asks for the material of the dispatch meeting.
 */
export function monthlyListReactor(requestReport: RequestReport): Reactor {
  return {
    name: 'monthly-list',
    service: 'scheduler',
    types: ['tick.due'],
    batch: 5,
    async react(unit, events) {
      for (const event of events) await answerTick(unit, event, requestReport);
    },
  };
}

async function answerTick(unit: Unit, event: StoredEvent, requestReport: RequestReport): Promise<void> {
  const period = parsePeriod(`${event.payload.period}`);
  const orgIds = event.payload.orgIds as number[];
  if (!period || orgIds.length === 0) return;
  const of = { orgIds, year: yearOf(period), month: monthOf(period) };
  const orgs = await orgsOf(unit, orgIds);
  const lines = await listLines(unit, of);
  const rows = orgs.map((org) => ({
    id: unit.newId(),
    org_id: org.id,
    lines: lines.filter((line) => line.orgId === org.id).map(({ orgId: _, ...line }) => line),
  }));
  const stored = await unit.tx.execute<{ id: string }>(sql`
    INSERT INTO dispatch_list (id, org_id, cadence, on_day, period, lines, created_at)
    SELECT r.id, r.org_id, 'monthly', ${`${event.payload.on}`}::date, ${period}, r.lines, ${unit.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r(id uuid, org_id integer, lines jsonb)
    -- One list a period: a calendar that is loaded late may move its day, and brings no second one.
    WHERE NOT EXISTS (SELECT 1 FROM dispatch_list d
      WHERE d.org_id = r.org_id AND d.cadence = 'monthly' AND d.period = ${period})
    ON CONFLICT DO NOTHING RETURNING id`);
  const fresh = new Set(stored.map((row) => row.id));
  for (const row of rows.filter((entry) => fresh.has(entry.id))) {
    const org = orgs.find((entry) => entry.id === row.org_id);
    await unit.append([
      {
        type: 'dispatch.list',
        orgId: row.org_id,
        payload: {
          list: {
            id: row.id,
            cadence: 'monthly',
            on: event.payload.on,
            org: org?.key,
            orgName: org?.name,
            period,
            periodName: periodName(period),
            backfilled: event.payload.backfilled,
            covers: event.payload.covers,
            lines: row.lines,
          },
        },
      },
    ]);
    await requestReport(unit, { orgId: row.org_id, year: of.year, month: of.month });
  }
}

async function orgsOf(unit: Unit, orgIds: number[]) {
  return unit.tx.execute<{ id: number; key: string; name: string }>(sql`
    SELECT id, key, name FROM org WHERE id = ANY (${`{${orgIds.join(',')}}`}::integer[]) ORDER BY id`);
}

/** Red; orange in its second period; who did not report. Furthest off first. */
async function listLines(
  unit: Unit,
  of: { orgIds: number[]; year: number; month: number },
): Promise<(ListLine & { orgId: number })[]> {
  const ids = `{${of.orgIds.join(',')}}`;
  const alerts = await unit.tx.execute<{
    id: string;
    org_id: number;
    org: string;
    org_name: string;
    indicator: string | null;
    light: 'red' | 'orange';
    title: string;
    opened_at: string;
    latest_month: number;
  }>(sql`
    SELECT a.id, a.org_id, o.key AS org, o.name AS org_name, i.name AS indicator, a.light, a.title, a.opened_at, a.latest_month
    FROM alert a JOIN org o ON o.id = a.org_id LEFT JOIN indicator i ON i.key = a.subject->>'indicator'
    WHERE a.org_id = ANY (${ids}::integer[]) AND a.year = ${of.year} AND a.kind = 'indicatorLagging' AND NOT a.historical
      AND a.state IN ('open', 'acknowledged', 'rectifying', 'closeRequested')
      AND (a.light = 'red' OR (a.light = 'orange' AND (
        -- The judged period before it was orange, or worse, too.
        SELECT e.light FROM evaluation e
        WHERE e.org_id = a.org_id AND e.year = a.year AND e.indicator_id = i.id AND e.month < a.latest_month
          AND e.measure = a.subject->>'measure' AND e.grade = a.subject->>'grade' AND e.state = 'evaluated'
        ORDER BY e.month DESC LIMIT 1) IN ('orange', 'red')))
    ORDER BY CASE a.light WHEN 'red' THEN 0 ELSE 1 END, i.position, a.sequence`);
  const silent = await unit.tx.execute<{ id: number; key: string; name: string }>(sql`
    SELECT o.id, o.key, o.name FROM org o
    WHERE o.id = ANY (${ids}::integer[]) AND NOT EXISTS (
      SELECT 1 FROM submission s WHERE s.org_id = o.id AND s.year = ${of.year} AND s.month = ${of.month})
    ORDER BY o.key`);
  return [
    ...alerts.map((row) => {
      const reason = row.light === 'red' ? ('red' as const) : ('orangeAgain' as const);
      return {
        orgId: row.org_id,
        org: row.org,
        orgName: row.org_name,
        reason,
        reasonName: REASONS[reason],
        alert: row.id,
        indicatorName: row.indicator,
        light: row.light,
        lightName: lightName(row.light),
        message: row.latest_month === of.month ? row.title : olderWords(row.title, of.year, row.latest_month),
        openedAt: new Date(row.opened_at).toISOString(),
      };
    }),
    ...silent.map((row) => ({
      orgId: row.id,
      org: row.key,
      orgName: row.name,
      reason: 'notReported' as const,
      reasonName: REASONS.notReported,
      alert: null,
      indicatorName: null,
      light: null,
      lightName: null,
      message: `${row.name} 本期未报送`,
      openedAt: null,
    })),
  ];
}

/** A park that did not report leaves its warning at the month before; the line says whose numbers it shows. */
function olderWords(title: string, year: number, month: number): string {
  return `${title}（${periodName(periodOf(year, month))}数据）`;
}
