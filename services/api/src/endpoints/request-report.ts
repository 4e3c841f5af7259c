import { monthOf, parsePeriod, yearOf } from '@xushi/domain';
import { Problem, ReportBody, RequestedReportAnswer } from '@xushi/protocol';
import { findOrg } from '@xushi/registry';
import { requestReport } from '@xushi/reports';
import { endpoint, json } from '../endpoint.js';

export const requestReportEndpoint = endpoint({
  method: 'POST',
  path: '/v1/reports',
  operationId: 'requestReport',
  tag: 'reports',
  act: 'setUp',
  summary: '生成月度调度会材料 / Asks for the material of a period’s dispatch meeting',
  role: 'reviewer',
  body: ReportBody,
  answers: { 202: json('it is being rendered', RequestedReportAnswer) },
  async handle({ unit, body }) {
    const org = await findOrg(unit.tx, body.org);
    const period = parsePeriod(body.period);
    if (!period) throw new Problem('invalid', { faults: [{ pointer: '/period', code: 'notAPeriod' }] });
    const report = await requestReport(unit, { orgId: org.id, year: yearOf(period), month: monthOf(period) });
    return { status: 202, body: report };
  },
});
