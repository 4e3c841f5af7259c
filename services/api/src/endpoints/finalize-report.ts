import { finalizeReport } from '@xushi/reports';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const finalizeReportEndpoint = endpoint({
  method: 'POST',
  path: '/v1/reports/:id/finalize',
  tag: 'reports',
  summary: '锁定材料 / Finalizes a report',
  role: 'commander',
  answers: { 200: 'the finalized report' },
  handle: async ({ unit, params, principal }) => ok(await finalizeReport(unit, readId(params.id), principal)),
});
