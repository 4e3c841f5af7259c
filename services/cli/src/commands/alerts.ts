import type { Operation, RowOf } from '@xushi/client';
import { ALERT_STATES, isActive, LIGHTS } from '@xushi/domain';
import { alertStateName, linedUp, periodName, shortLightName } from '@xushi/wording';
import { type Command, UsageFault } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { words } from '../words.js';

type Alert = RowOf<Operation<'/v1/alerts', 'get'>>;

/** Warnings of an org and everything below it; those that are not over, unless a state is asked for. */
export const alertsCommand: Command = {
  options: ['org', 'light', 'state'],
  operands: 0,
  async run({ client, options, language }) {
    const under = options.org;
    const light = wordOf('light', options.light, LIGHTS);
    const state = wordOf('state', options.state, ALERT_STATES);
    const states = state === undefined ? ALERT_STATES.filter(isActive) : [state];
    const alerts: Alert[] = [];
    for (const each of states) {
      const query = { under, light, state: each, limit: 500 };
      for await (const row of client.each('/v1/alerts', { query })) alerts.push(row);
    }
    // The worst first; of one light in order of opening.
    alerts.sort((one, other) => rankOf(other) - rankOf(one));
    const said = words[language];
    const json = { data: alerts };
    if (alerts.length === 0) return { exit: EXIT.done, lines: [said.noAlerts], json };
    const rows = alerts.map((alert) => [
      alert.light === null ? '—' : shortLightName(alert.light, language),
      alertStateName(alert.state, language),
      alert.orgName,
      alert.title,
      periodName(alert.periods.latest, language),
    ]);
    return {
      exit: EXIT.some,
      lines: [said.alerts(alerts.length), ...linedUp([said.alertHead, ...rows])],
      json,
    };
  },
};

/** Its light's place, the worst the highest; what has none comes last. */
const rankOf = ({ light }: Alert): number => (light === null ? -1 : LIGHTS.indexOf(light));

/** One of a closed list of words, where one is given. Throws `UsageFault`. */
function wordOf<W extends string>(
  name: string,
  given: string | undefined,
  words: readonly W[],
): W | undefined {
  const found = words.find((word) => word === given);
  if (given !== undefined && found === undefined) throw new UsageFault(`--${name}：${words.join(', ')}`);
  return found;
}
