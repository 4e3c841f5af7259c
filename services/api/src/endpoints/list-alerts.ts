import { listAlerts } from '@xushi/casework';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';

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
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of alerts' },
  handle: async ({ unit, query }) =>
    ok(
      await listAlerts(unit.tx, {
        ...readPage(query),
        id: null,
        org: query.org ?? null,
        under: query.under ?? null,
        state: query.state ?? null,
        kind: query.kind ?? null,
        light: query.light ?? null,
        level: query.level ?? null,
      }),
    ),
});
