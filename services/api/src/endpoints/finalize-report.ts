import { ReportAnswer } from '@xushi/protocol';
import { finalizeReport } from '@xushi/reports';
import { endpoint, json, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const finalizeReportEndpoint = endpoint({
  method: 'POST',
  path: '/v1/reports/:id/finalize',
  operationId: 'finalizeReport',
  tag: 'reports',
  summary: '锁定材料 / Finalizes a report',
  role: 'commander',
  answers: { 200: json('the finalized report', ReportAnswer) },
  handle: async ({ unit, params, principal }) => ok(await finalizeReport(unit, readId(params.id), principal)),
});
