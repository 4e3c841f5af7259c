import { monthOf, parsePeriod, yearOf } from '@xushi/domain';
import { PageOf, ReportAnswer } from '@xushi/protocol';
import { findOrg } from '@xushi/registry';
import { listReports } from '@xushi/reports';
import { endpoint, json, ok } from '../endpoint.js';
import { ORG, PERIOD } from '../parameters.js';
import { readPeriod } from '../query.js';

export const listReportsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/reports',
  operationId: 'listReports',
  tag: 'reports',
  summary: '材料列表 / Reports, newest first; a later draft replaces an earlier one',
  query: { org: ORG, period: PERIOD },
  answers: { 200: json('reports', PageOf(ReportAnswer)) },
  async handle({ unit, query }) {
    const text = readPeriod(query.period);
    const period = text === null ? null : parsePeriod(text);
    const data = await listReports(unit.tx, {
      ...(query.org === undefined ? {} : { orgId: (await findOrg(unit.tx, query.org)).id }),
      ...(period ? { year: yearOf(period), month: monthOf(period) } : {}),
    });
    return ok({ data, nextCursor: null });
  },
});
