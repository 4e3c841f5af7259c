import { LIGHTS, type Period, parsePeriod, previousPeriod, yearOf } from '@xushi/domain';
import { linedUp, periodName, shortLightName } from '@xushi/wording';
import { type Command, type Given, UsageFault } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { submissionStateName, words } from '../words.js';

/** How an org stands in a period. */
interface OrgStatus {
  org: string;
  name: string;
  /** `notReported` where it has targets of the year and no sheet; null where it neither has to report nor did. */
  state: string | null;
  revision: number | null;
  dueAt: string | null;
  receivedAt: string | null;
  late: boolean | null;
  /** Whether the newest sheet is judged. */
  evaluated: boolean;
  /** Indicators that are due and not reported, by name. */
  missing: string[];
  /** Judged lines by light. */
  lights: Record<string, number>;
}

/** A period of an org and everything below it: what is due, reported, held and judged. */
export const statusCommand: Command = {
  options: ['org', 'period'],
  operands: 0,
  async run(given) {
    const { language } = given;
    const clock = await given.client.get('/v1/clock');
    const period = periodOf(given.options.period, clock);
    const orgs = await statusOf(given, period);
    const said = words[language];
    const name = periodName(period, language);
    const json = { period, orgs };
    if (orgs.length === 0) return { exit: EXIT.done, lines: [said.nothing(name)], json };
    const rows = orgs.map((org) => row(org, { language, timeZone: clock.timeZone }));
    return { exit: EXIT.done, lines: [said.of(name), ...linedUp([said.statusHead, ...rows])], json };
  },
};

/** The period asked for, else the month before the business clock's: the one that is being reported. */
function periodOf(given: string | undefined, { now, timeZone }: { now: string; timeZone: string }): Period {
  if (given !== undefined) {
    const period = parsePeriod(given);
    if (period === null) throw new UsageFault(`--period：YYYY-MM，如 / e.g. 2017-11`);
    return period;
  }
  const today = local(now, timeZone);
  const current = parsePeriod(today.slice(0, 7));
  if (current === null) throw new UsageFault(`业务时钟 / the business clock: ${today}`);
  return previousPeriod(current);
}

async function statusOf({ client, options }: Given, period: Period): Promise<OrgStatus[]> {
  const under = options.org;
  const found = new Map<string, OrgStatus>();
  for await (const row of client.each('/v1/orgs', { query: { under, limit: 500 } })) {
    const { key, name } = row;
    found.set(key, { org: key, name, ...NOTHING, missing: [], lights: {} });
  }
  const wanted = new Set<OrgStatus>();
  const year = yearOf(period);
  for await (const row of client.each('/v1/targets', { query: { under, year, limit: 500 } })) {
    const status = found.get(row.org);
    if (status) wanted.add(Object.assign(status, { state: 'notReported' }));
  }
  // In order of arrival: the newest of an org is the last. Of several orgs all of the key's subtree comes.
  const org = found.size === 1 ? under : undefined;
  for await (const row of client.each('/v1/submissions', { query: { org, period, limit: 500 } })) {
    const { org, state, revision, dueAt, receivedAt, late, evaluatedAt } = row;
    const status = found.get(org);
    const evaluated = evaluatedAt !== null;
    if (status) wanted.add(Object.assign(status, { state, revision, dueAt, receivedAt, late, evaluated }));
  }
  for await (const row of client.each('/v1/evaluations', { query: { under, period, limit: 500 } })) {
    const { org, state, light, indicatorName } = row;
    const status = found.get(org);
    if (!status) continue;
    wanted.add(status);
    if (light !== null) status.lights[light] = (status.lights[light] ?? 0) + 1;
    if (state === 'notReported' && !status.missing.includes(indicatorName))
      status.missing.push(indicatorName);
  }
  return [...found.values()].filter((status) => wanted.has(status));
}

const NOTHING = { state: null, revision: null, dueAt: null, receivedAt: null, late: null, evaluated: false };

function row(status: OrgStatus, of: { language: Given['language']; timeZone: string }): string[] {
  const said = words[of.language];
  const { state, missing, lights } = status;
  const reported =
    state === null ? '—' : state === 'notReported' ? said.missing : submissionStateName(state, of.language);
  const lacking = missing.length > 0 && status.revision !== null ? ` ${said.lacking(missing.length)}` : '';
  const shown = LIGHTS.filter((light) => lights[light]).map(
    (light) => `${shortLightName(light, of.language)} ${lights[light]}`,
  );
  return [
    status.org,
    status.name,
    `${reported}${lacking}`,
    status.revision === null ? '—' : String(status.revision),
    status.dueAt === null ? '—' : local(status.dueAt, of.timeZone),
    status.late === null ? '—' : status.late ? said.late : said.onTime,
    status.evaluated ? said.judged : status.revision === null ? '—' : said.notJudged,
    shown.join(' ') || '—',
  ];
}

/** A moment as the clocks of the installation show it: 2017-12-08 18:00. */
function local(moment: string, timeZone: string): string {
  const style = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', style).format(new Date(moment));
}
