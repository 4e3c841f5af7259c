import { ReportAnswer } from '@xushi/protocol';
import { getReport } from '@xushi/reports';
import { endpoint, json, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const getReportEndpoint = endpoint({
  method: 'GET',
  path: '/v1/reports/:id',
  operationId: 'getReport',
  tag: 'reports',
  summary: '材料状态 / A report’s state',
  answers: { 200: json('the report', ReportAnswer) },
  handle: async ({ unit, params }) => ok(await getReport(unit.tx, readId(params.id))),
});
