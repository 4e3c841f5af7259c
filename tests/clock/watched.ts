import { runDueTicks } from '@xushi/scheduler';
import { type County, openCounty } from '../county.js';
import { noticeOf } from '../end-to-end/days.js';

/** What was told of a sheet, to whom and on which local day. */
export interface Told {
  type: string;
  receiver: string;
  on: string;
  title: string;
}

export interface Watched extends County {
  /** Sets the reporting duty of an org, by default of `park`. */
  duty(indicators: unknown[], rest?: Record<string, unknown>, org?: string): Promise<void>;
  /** Moves to a local moment of a day, 09:00 where it names none, and looks at the calendar once. */
  go(moment: string): Promise<void>;
  told(): Promise<Told[]>;
  /** Every alert of an org in order of opening: `kind period: reasons state`. */
  lives(org?: string): Promise<string[]>;
  /** Every stored deadline by local time: `org period day time`, with `estimated` and the reminder's moment where asked. */
  deadlines(): Promise<string[]>;
}

/** A county whose clock is moved with a look at the calendar after each move; receivers at the park and above it. */
export async function openWatched(
  t: Parameters<typeof openCounty>[0],
  at: string,
  years = [2017, 2018],
): Promise<Watched> {
  const county = await openCounty(t, at);
  const { ask, sql, drain } = county;
  for (const year of years) await ask('PUT', `/v1/calendar/${year}`, noticeOf(year));
  for (const org of ['park', 'county']) {
    await ask('POST', '/v1/receivers', {
      ...{ name: org, channel: 'email', to: `${org}@example.org`, org },
      kinds: ['submissionDue', 'submissionOverdue'],
    });
  }
  return {
    ...county,
    async duty(indicators, rest = {}, org = 'park') {
      await ask('PUT', `/v1/orgs/${org}/duty`, { indicators, ...rest });
      await drain();
    },
    async go(moment) {
      await county.moveTo(`${moment.includes('T') ? moment : `${moment}T09:00:00`}+08:00`);
      await runDueTicks(county.context);
      await drain();
    },
    async told() {
      const rows = await sql<Told[]>`
        SELECT d.type, r.name AS receiver, (e.at AT TIME ZONE 'Asia/Shanghai')::date::text AS on,
               d.body->'data'->'alert'->>'title' AS title
        FROM delivery d JOIN receiver r ON r.id = d.receiver_id JOIN delivery_item i ON i.delivery_id = d.id
        JOIN event e ON e.id = i.event_id ORDER BY e.id, r.name DESC`;
      return rows.map((row) => ({ ...row }));
    },
    lives: async (org = 'park') =>
      (await county.alerts(org)).map(
        ({ kind, state, transitions, periods }) =>
          `${kind} ${periods.latest}: ${transitions.map(({ reason }) => reason).join(' ')} → ${state}`,
      ),
    async deadlines() {
      const rows = await sql<{ said: string }[]>`
        SELECT o.key || ' ' || year || '-' || lpad(month::text, 2, '0') || ' '
               || to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
               || CASE WHEN estimated THEN ' estimated' ELSE '' END AS said
        FROM period_due p JOIN org o ON o.id = p.org_id ORDER BY year, month, o.key`;
      return rows.map(({ said }) => said);
    },
  };
}
