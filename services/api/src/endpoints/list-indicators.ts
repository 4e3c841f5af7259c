import { listIndicators } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const listIndicatorsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/indicators',
  tag: 'reference',
  summary: '指标目录 / The catalogue of indicators',
  answers: { 200: 'all indicators in order' },
  handle: async ({ unit }) => ok({ data: await listIndicators(unit.tx), nextCursor: null }),
});
