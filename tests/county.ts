import { stepClock } from '@xushi/store';
import { openInstallation, type TestAnswer, type TestInstallation } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import type { Test } from 'tap';

/** An installation with a small tree, set up through its interface, and what tests ask of it again and again. */
export interface County extends TestInstallation {
  /** The database as its owner sees it: every row of every subtree. */
  sql: Sql;
  /** Asks, and fails where the answer is a refusal. */
  ask<T = Record<string, unknown>>(method: string, url: string, body?: unknown): Promise<T>;
  /** Reports a sheet of `park` and has everything done that follows from it. */
  report(period: string, values: unknown[], rest?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** What a park’s months came to, in the order of months; `query` narrows it. */
  evaluations(query: string): Promise<Evaluation[]>;
  /** Every warning of an org in order of opening, with what happened to each as `month reason`. */
  alerts(org: string): Promise<Warning[]>;
  /** Moves business time without anything on the way. */
  moveTo(moment: string): Promise<void>;
  /** A key of the given scope and role; its secret. */
  keyFor(org: string, role: string, person?: string): Promise<string>;
  /** How many rows each table has, but for those that every request may touch. */
  rowCounts(): Promise<Record<string, number>>;
}

export type Evaluation = Record<string, unknown> & { period: string; light: string | null; state: string };
/** A warning as the interface answers it. */
type Answered = Record<string, unknown> & {
  id: string;
  kind: string;
  state: string;
  subject: { indicator: string };
  periods: { first: string; latest: string };
  transitions: { light: string; month: number; reason: string }[];
};
export type Warning = Answered & { life: string[] };

/** What parks of these tests report. */
const INDICATORS = {
  output: { name: '总产值', unit: '亿元', type: 'flow', decimals: 2 },
  share: { name: '集中度', unit: '%', type: 'ratio', decimals: 2 },
  firms: { name: '规上企业', unit: '家', type: 'count' },
  growth: { name: '增加值增速', unit: '%', type: 'growth', decimals: 1 },
};

/** Opens an installation at a moment with `city` > `county` > `park`, `sister`; `city` > `other-county` > `other-park`. */
export async function openCounty(t: Test, at: string, env: Record<string, string> = {}): Promise<County> {
  const installation = await openInstallation(t, { at, env });
  const { call, context, databaseUrl, drain } = installation;
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
  t.teardown(() => sql.end());
  const ask: County['ask'] = async (method, url, body) => {
    const answer = await call<never>(method, url, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  for (const [key, level, parent] of [
    ['city', 'prefecture', null],
    ['county', 'county', 'city'],
    ['other-county', 'county', 'city'],
    ['park', 'park', 'county'],
    ['sister', 'park', 'county'],
    ['other-park', 'park', 'other-county'],
  ]) {
    await ask('PUT', `/v1/orgs/${key}`, { name: key, level, parent, activeFrom: '2000-01-01' });
  }
  for (const [key, body] of Object.entries(INDICATORS)) await ask('PUT', `/v1/indicators/${key}`, body);
  return {
    ...installation,
    sql,
    ask,
    async report(period, values, rest = {}) {
      const answer = await ask('POST', '/v1/submissions', { org: 'park', period, values, ...rest });
      await drain();
      return answer;
    },
    evaluations: async (query) =>
      (await ask<{ data: Evaluation[] }>('GET', `/v1/evaluations?limit=500&${query}`)).data,
    async alerts(org) {
      const { data } = await ask<{ data: Warning[] }>('GET', `/v1/alerts?limit=500&org=${org}`);
      return Promise.all(
        data.map(async ({ id }) => {
          const alert = await ask<Answered>('GET', `/v1/alerts/${id}`);
          return { ...alert, life: alert.transitions.map(({ month, reason }) => `${month} ${reason}`) };
        }),
      );
    },
    moveTo: (moment) => context.work(({ tx }) => stepClock(tx, new Date(moment), context.wall)),
    async keyFor(org, role, person) {
      const body = { name: `${role} of ${org}`, role, org, ...(person ? { person } : {}) };
      return (await ask<{ secret: string }>('POST', '/v1/keys', body)).secret;
    },
    async rowCounts() {
      const names = await sql<{ name: string }[]>`
        SELECT relname AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'idempotency' ORDER BY relname`;
      const counts = await Promise.all(
        names.map(
          ({ name }) => sql<{ count: number }[]>`SELECT count(*)::integer AS count FROM ${sql(name)}`,
        ),
      );
      return Object.fromEntries(
        names.map(({ name }, position) => [name, counts[position]?.[0]?.count ?? -1]),
      );
    },
  };
}

/** The faults of a refusal as `pointer code`, in the order of their pointers. */
export function faultsOf(answer: TestAnswer): string[] {
  const errors = (answer.body.errors ?? []) as { pointer: string; code: string }[];
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

/** Says of whatever may be asked about an indicator's figure that it is right: for figures that are drawn. */
export const sure = (...indicators: string[]) =>
  indicators.flatMap((indicator) =>
    ['cumulativeDecreased', 'unitSlip', 'jump', 'partExceedsWhole'].map((code) => ({
      ...{ code, indicator, reason: '核实无误' },
    })),
  );
