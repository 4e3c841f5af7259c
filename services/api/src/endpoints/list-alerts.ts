import { listAlerts } from '@xushi/casework';
import { ALERT_KINDS, ALERT_STATES, LEVELS, LIGHTS } from '@xushi/domain';
import { AlertAnswer, OneOf, PageOf, readPage } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { AS_OF, LIGHT, ORG, PAGE, UNDER } from '../parameters.js';
import { readMoment, readWord } from '../query.js';

export const listAlertsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/alerts',
  operationId: 'listAlerts',
  tag: 'alerts',
  summary: '预警列表 / Warnings',
  query: {
    org: ORG,
    under: UNDER,
    state: { schema: OneOf(ALERT_STATES), description: '状态 / the state' },
    kind: { schema: OneOf(ALERT_KINDS), description: '种类 / the kind' },
    light: LIGHT,
    level: { schema: OneOf(LEVELS), description: '调度层级 / the level' },
    asOf: AS_OF,
    ...PAGE,
  },
  answers: { 200: json('a page of alerts', PageOf(AlertAnswer)) },
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
