import { LIGHTS } from '@xushi/domain';
import { listEvaluations } from '@xushi/judgement';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readPeriod, readWord } from '../query.js';

export const listEvaluationsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/evaluations',
  tag: 'judgement',
  summary: '序时评价与灯色 / Figures judged against targets',
  query: {
    org: 'key',
    under: 'key of an org',
    period: 'YYYY-MM',
    indicator: 'key',
    light: 'green, yellow, orange or red',
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of evaluations' },
  handle: async ({ unit, query }) =>
    ok(
      await listEvaluations(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        under: query.under ?? null,
        period: readPeriod(query.period),
        indicator: query.indicator ?? null,
        light: readWord(query.light, { name: 'light', words: LIGHTS }),
      }),
    ),
});
