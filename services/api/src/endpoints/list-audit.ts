import { AuditAnswer, PageOf, readPage } from '@xushi/protocol';
import { listAudit } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { PAGE } from '../parameters.js';
import { readMoment } from '../query.js';

export const listAuditEndpoint = endpoint({
  method: 'GET',
  path: '/v1/audit',
  operationId: 'listAudit',
  tag: 'access',
  summary: '设置变更记录 / Who changed what in the configuration',
  role: 'admin',
  query: {
    under: 'key of an org: its changes and those below',
    action: 'such as key.issued',
    subject: 'what was changed, as answered',
    from: 'ISO moment',
    to: 'ISO moment, itself not',
    ...PAGE,
  },
  answers: { 200: json('a page of changes', PageOf(AuditAnswer)) },
  handle: async ({ unit, query }) =>
    ok(
      await listAudit(unit.tx, {
        ...readPage(query),
        under: query.under ?? null,
        action: query.action ?? null,
        subject: query.subject ?? null,
        from: readMoment(query.from, 'from'),
        to: readMoment(query.to, 'to'),
      }),
    ),
});
