import { pageOfWhole } from '@xushi/protocol';
import { listIndicators } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const listIndicatorsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/indicators',
  tag: 'reference',
  summary: '指标目录 / The catalogue of indicators',
  query: { limit: '1 to 500; all where absent', cursor: 'from the last page' },
  answers: { 200: 'all indicators in order' },
  handle: async ({ unit, query }) => ok(pageOfWhole(await listIndicators(unit.tx), query)),
});
