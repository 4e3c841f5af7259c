import {
  type AlertState,
  type CalendarDecision,
  calendarMissedFrom,
  decideCalendar,
  localDateOf,
} from '@xushi/domain';
import type { NewEvent, Reactor, Unit } from '@xushi/events';
import {
  alertReasonName,
  alertStateName,
  calendarMissingMessage,
  calendarMissingTitle,
  levelName,
} from '@xushi/wording';
import { sql } from 'drizzle-orm';
import { writeAlerts, writeTransitions } from './write-alerts.js';

/** The one alert of a year without a notice is the installation's, not an org's. */
const INSTALLATION = 0;
const LEVEL = 'monthly';

interface YearRow extends Record<string, unknown> {
  year: number;
  loaded: boolean;
  id: string | null;
  state: AlertState | null;
  opened_at: string | null;
  owner: string | null;
}

/** A calendar that is loaded ends the alert that it was missing. */
export const calendarReactor: Reactor = {
  name: 'watch-calendar',
  service: 'scheduler',
  types: ['calendar.set'],
  batch: 50,
  react: (unit) => watchCalendar(unit),
};

/**
 * Raises `calendarMissing` for the next year once its notice is missed, where anybody has something to report, and
 * resolves what has been loaded (domain.md §9, §10). The same look again changes nothing.
 */
export async function watchCalendar(unit: Unit): Promise<void> {
  const next = Number(localDateOf(unit.now, unit.timeZone).slice(0, 4)) + 1;
  const isMissed = unit.now >= calendarMissedFrom(next, unit.timeZone);
  // The lock under which people act on the alert.
  await unit.tx.execute(
    sql`SELECT pg_advisory_xact_lock(${INSTALLATION}, y) FROM (VALUES (${next - 1}::integer), (${next}::integer)) AS v(y)`,
  );
  const rows = await unit.tx.execute<YearRow>(sql`
    SELECT y.year, a.id, a.state, a.opened_at, a.owner,
           EXISTS (SELECT 1 FROM calendar_year c WHERE c.org_id = ${INSTALLATION} AND c.year = y.year) AS loaded
    FROM (
      SELECT ${next}::integer AS year WHERE ${isMissed}::boolean AND EXISTS (SELECT 1 FROM duty)
      UNION SELECT year FROM alert WHERE kind = 'calendarMissing' AND org_id = ${INSTALLATION} AND state <> 'resolved') y
    LEFT JOIN LATERAL (
      SELECT * FROM alert a WHERE a.kind = 'calendarMissing' AND a.org_id = ${INSTALLATION} AND a.year = y.year
      ORDER BY a.sequence DESC LIMIT 1) a ON true
    ORDER BY y.year`);
  const steps = rows.flatMap((row) => {
    const decision = decideCalendar(row.state, { isLoaded: row.loaded, isMissed });
    return decision ? [{ row, decision, id: row.id ?? unit.newId() }] : [];
  });
  if (steps.length === 0) return;
  await writeAlerts(unit, JSON.stringify(steps.map((step) => alertRow(unit, step))));
  const moves = steps.map((step, position) => ({ position, ...transitionRow(step) }));
  await writeTransitions(unit, JSON.stringify(moves), 'calendar');
  await unit.append(steps.map((step) => eventOf(unit, step)));
}

/** When a year's notice is missed next, where it is not loaded and anybody has a duty; null: not by `until`. */
export async function nextCalendarMoment(unit: Unit, until: Date): Promise<Date | null> {
  const first = Number(localDateOf(unit.now, unit.timeZone).slice(0, 4)) + 1;
  const last = Number(localDateOf(until, unit.timeZone).slice(0, 4)) + 1;
  const rows = await unit.tx.execute<{ year: number }>(sql`
    SELECT y::integer AS year FROM generate_series(${first}::integer, ${last}::integer) y
    WHERE EXISTS (SELECT 1 FROM duty)
      AND NOT EXISTS (SELECT 1 FROM calendar_year c WHERE c.org_id = ${INSTALLATION} AND c.year = y) ORDER BY y`);
  const moments = rows.map(({ year }) => calendarMissedFrom(year, unit.timeZone));
  return moments.find((moment) => moment > unit.now && moment <= until) ?? null;
}

interface Step {
  row: YearRow;
  decision: CalendarDecision;
  id: string;
}

function standingOf({ row, decision }: Step) {
  return {
    ...{ light: null, state: decision.state, level: LEVEL, first_month: 1, latest_month: 12 },
    ...{ owner: row.owner, verdict: null, title: calendarMissingTitle(row.year) },
    message: calendarMissingMessage(row.year, row.loaded),
  };
}

function alertRow(unit: Unit, step: Step) {
  const { row, id } = step;
  return {
    ...{ id, kind: 'calendarMissing', org_id: INSTALLATION, subject_key: String(row.year), year: row.year },
    subject: { type: 'calendar', year: row.year },
    observation: { loaded: row.loaded },
    historical: false,
    opened_at: openedAt(unit, row),
    ...standingOf(step),
  };
}

function transitionRow(step: Step) {
  const { row, decision, id } = step;
  return {
    ...{ alert_id: id, org_id: INSTALLATION, from_state: row.state, to_state: decision.state },
    ...{ reason: decision.reason, light: null, month: null, observation: { loaded: row.loaded } },
    after: { ...standingOf(step), historical: false },
  };
}

function eventOf(unit: Unit, step: Step): NewEvent {
  const { row, decision, id } = step;
  const { reason, state, effects } = decision;
  const { title, message } = standingOf(step);
  return {
    type: `alert.${reason}`,
    orgId: INSTALLATION,
    payload: {
      alert: {
        ...{
          id,
          kind: 'calendarMissing',
          year: row.year,
          light: null,
          state,
          stateName: alertStateName(state),
        },
        ...{ level: LEVEL, levelName: levelName(LEVEL), title, message, verdict: null, historical: false },
        ...{ openedAt: openedAt(unit, row), changedAt: unit.now.toISOString() },
        audience: effects.includes('notify') ? 'all' : 'nobody',
      },
      transition: { reason, reasonName: alertReasonName(reason), from: row.state, to: state },
    },
  };
}

const openedAt = ({ now }: Unit, { opened_at }: YearRow): string =>
  (opened_at === null ? now : new Date(opened_at)).toISOString();
