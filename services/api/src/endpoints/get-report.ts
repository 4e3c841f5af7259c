import { getReport } from '@xushi/reports';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const getReportEndpoint = endpoint({
  method: 'GET',
  path: '/v1/reports/:id',
  tag: 'reports',
  summary: '材料状态 / A report’s state',
  answers: { 200: 'the report' },
  handle: async ({ unit, params }) => ok(await getReport(unit.tx, readId(params.id))),
});
