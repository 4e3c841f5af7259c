import { readPage } from '@xushi/protocol';
import { listAudit } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const listAuditEndpoint = endpoint({
  method: 'GET',
  path: '/v1/audit',
  tag: 'access',
  summary: '设置变更记录 / Who changed what in the configuration',
  role: 'admin',
  query: { limit: '1 to 500', cursor: 'from the last page' },
  answers: { 200: 'a page of changes' },
  handle: async ({ unit, query }) => ok(await listAudit(unit.tx, readPage(query))),
});
