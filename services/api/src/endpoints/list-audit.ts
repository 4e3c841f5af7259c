import { AuditAnswer, PageOf, readPage } from '@xushi/protocol';
import { listAudit } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { PAGE } from '../parameters.js';

export const listAuditEndpoint = endpoint({
  method: 'GET',
  path: '/v1/audit',
  operationId: 'listAudit',
  tag: 'access',
  summary: '设置变更记录 / Who changed what in the configuration',
  role: 'admin',
  query: PAGE,
  answers: { 200: json('a page of changes', PageOf(AuditAnswer)) },
  handle: async ({ unit, query }) => ok(await listAudit(unit.tx, readPage(query))),
});
