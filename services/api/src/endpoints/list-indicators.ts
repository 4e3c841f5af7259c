import { IndicatorAnswer, PageOf, pageOfWhole } from '@xushi/protocol';
import { listIndicators } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { WHOLE_PAGE } from '../parameters.js';

export const listIndicatorsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/indicators',
  operationId: 'listIndicators',
  tag: 'reference',
  summary: '指标目录 / The catalogue of indicators',
  query: WHOLE_PAGE,
  answers: { 200: json('all indicators in order', PageOf(IndicatorAnswer)) },
  handle: async ({ unit, query }) => ok(pageOfWhole(await listIndicators(unit.tx), query)),
});
