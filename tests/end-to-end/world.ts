import { ADMIN_KEY, checkedFetch, type TestInstallation } from '@xushi/testing';
import { sure } from '../county.js';
import { addDays, dueDayOf, noticeOf, opensOn, periodOf, workdayFrom } from './days.js';
import { type Case, drawCase, type KINDS } from './draw.js';
import { Exact } from './exact.js';
import type { Light } from './oracle.js';
import type { Random } from './random.js';

/** One county at one moment: a period, the clock after its opening, and parks with their cases. */
export interface World {
  county: { key: string; name: string };
  year: number;
  month: number;
  source: 'estimate' | 'statistical';
  /** ISO moment of a working-day morning after the opening of the period. */
  at: string;
  parks: Park[];
}

export interface Park {
  key: string;
  name: string;
  activeFrom: string;
  cases: Case[];
}

const COUNTY = { key: 'county', name: '示例县' };
export const RESPONSIBLE = '县发展改革局';

/** Deals what the cases of a run are about. */
export interface Decks {
  kind: () => (typeof KINDS)[number];
  light: () => Light;
}

export interface WorldSize {
  month: number;
  parks: number;
  cases: number;
  /** The clock stands at latest on the morning of the deadline. */
  beforeDeadline?: boolean;
}

export function drawWorld(random: Random, decks: Decks, size: WorldSize): World {
  const year = random.whole(2016, 2025);
  const { month } = size;
  const source = random.pick(['estimate', 'statistical'] as const);
  const drawn = workdayFrom(addDays(opensOn(year, month, source), random.whole(0, 20)));
  const dueDay = dueDayOf(year, month);
  const day = size.beforeDeadline && drawn > dueDay ? dueDay : drawn;
  const time = `${random.pick(['08', '09', '10', '11'])}:${random.whole(10, 59)}:00`;
  const parks = Array.from({ length: size.parks }, (_, place): Park => {
    const begins = month > 2 && random.chance(0.3) ? random.whole(2, month) : 1;
    return {
      key: `park-${place + 1}`,
      name: `${'甲乙丙丁戊'[place]}工业园`,
      activeFrom: `${year}-${String(begins).padStart(2, '0')}-01`,
      cases: Array.from({ length: size.cases }, (_, index) => {
        const [type, planName] = decks.kind();
        const light = decks.light();
        const earlier = random
          .shuffled(Array.from({ length: month - begins }, (_, back) => begins + back))
          .slice(0, random.pick([0, 0, 1, 2, 3]));
        const months = [...earlier, month].sort((a, b) => a - b);
        return drawCase(random, {
          key: `p${place + 1}-c${index + 1}`,
          type,
          planName,
          light,
          months,
          begins,
        });
      }),
    };
  });
  return { county: COUNTY, year, month, source, at: `${day}T${time}+08:00`, parks };
}

/** A request through any channel that speaks the interface. */
export type Call = TestInstallation['call'];

/** The interface over HTTP, where services listen. */
export const callOver =
  (base: string): Call =>
  async (method, url, body, { key = ADMIN_KEY, headers = {} } = {}) => {
    const answer = await checkedFetch(base + url, {
      method,
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: (isJson ? await answer.json() : await answer.text()) as never,
    };
  };

/** Asks, and throws what was refused. */
export async function ask<T>(call: Call, method: string, url: string, body?: unknown): Promise<T> {
  const answer = await call<T>(method, url, body);
  if (answer.status >= 300)
    throw new Error(`${method} ${url} ${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Calendar, orgs, indicators, duties and targets, as a county would set them. */
export async function setUp(call: Call, { county, year, month, parks }: World): Promise<void> {
  for (const one of [year, year + 1]) await ask(call, 'PUT', `/v1/calendar/${one}`, noticeOf(one));
  const { key: parent, name: countyName } = county;
  await ask(call, 'PUT', `/v1/orgs/${parent}`, {
    name: countyName,
    level: 'county',
    activeFrom: '2000-01-01',
  });
  for (const { key, name, activeFrom, cases } of parks) {
    await ask(call, 'PUT', `/v1/orgs/${key}`, { name, level: 'park', parent, activeFrom });
    for (const one of cases) {
      const { type, unit, decimals, reportUnit, reportDecimals, noJanuary } = one;
      await ask(call, 'PUT', `/v1/indicators/${one.key}`, {
        ...{ name: one.name, type, unit, decimals, reportUnit, reportDecimals, noJanuary },
        ...(one.goal?.comparator === 'atMost' ? { direction: 'down' } : {}),
      });
      if (one.goal) await ask(call, 'POST', '/v1/targets', targetOf(key, year, one));
    }
    const period = periodOf(year, month);
    await ask(call, 'PUT', `/v1/orgs/${key}/duty`, {
      indicators: cases.map((one) => ({ indicator: one.key, from: period, to: period })),
    });
  }
}

function targetOf(org: string, year: number, { key, goal, leaves }: Case): Record<string, unknown> {
  if (!goal) throw new Error(`${key} has no target`);
  const { measure, comparator, value, plan, policy } = goal;
  return {
    ...{ org, year, indicator: key, measure, value },
    ...(leaves.comparator ? {} : { comparator }),
    ...(leaves.plan ? {} : { plan }),
    ...(policy ? { policy } : {}),
    responsible: { unit: RESPONSIBLE },
  };
}

export interface Sheet {
  month: number;
  dueAt: string;
  late: boolean;
  body: Record<string, unknown>;
}

/** The sheets of a park, in order of their months. */
export function sheetsOf(world: World, { key, cases }: Park): Sheet[] {
  const months = [...new Set(cases.flatMap((one) => [...one.figures.keys()]))].sort((a, b) => a - b);
  return months.map((month) => {
    const due = new Date(`${dueDayOf(world.year, month)}T18:00:00+08:00`);
    return {
      month,
      dueAt: due.toISOString(),
      late: new Date(world.at) > due,
      body: {
        org: key,
        period: periodOf(world.year, month),
        source: world.source,
        // Two targets on one indicator are two cases, and one figure.
        values: [...new Map(cases.map((one) => [one.key, sheetValue(one, month)])).values()].flat(),
        // Figures are drawn: what may be asked about them is answered at once.
        confirmations: sure(...new Set(cases.map(({ key: indicator }) => indicator))),
      },
    };
  });
}

/** A value of a sheet, sometimes in another unit of its family: the conversion is exact. */
function sheetValue({ key, figures, isGivenInReportUnit, reportScale, reportUnit }: Case, month: number) {
  const figure = figures.get(month);
  if (!figure) return [];
  const value = figure.value && Exact.of(figure.value).over(Exact.of(reportScale)).toDecimal();
  if (!isGivenInReportUnit || reportScale === 1 || !value) return [{ indicator: key, ...figure }];
  return [{ indicator: key, ...figure, value, unit: reportUnit }];
}
