import { listAlerts } from '@xushi/casework';
import { ALERT_STATES, LEVELS, LIGHTS } from '@xushi/domain';
import { readPage } from '@xushi/protocol';
import { ALERT_KINDS } from '@xushi/wording';
import { endpoint, ok } from '../endpoint.js';
import { readMoment, readWord } from '../query.js';

export const listAlertsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/alerts',
  tag: 'alerts',
  summary: '预警列表 / Warnings',
  query: {
    org: 'key',
    under: 'key of an org',
    state: 'open, acknowledged, …',
    kind: 'indicatorLagging, …',
    light: 'yellow, orange or red',
    level: 'daily, weekly or monthly',
    asOf: 'ISO moment: as it was known then',
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of alerts' },
  handle: async ({ unit, query }) =>
    ok(
      await listAlerts(unit.tx, {
        ...readPage(query),
        id: null,
        asOf: readMoment(query.asOf, 'asOf'),
        org: query.org ?? null,
        under: query.under ?? null,
        state: readWord(query.state, { name: 'state', words: ALERT_STATES }),
        kind: readWord(query.kind, { name: 'kind', words: ALERT_KINDS }),
        light: readWord(query.light, { name: 'light', words: LIGHTS }),
        level: readWord(query.level, { name: 'level', words: LEVELS }),
      }),
    ),
});
