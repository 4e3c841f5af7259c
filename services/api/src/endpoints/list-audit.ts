import { AuditAnswer, PageOf, readPage } from '@xushi/protocol';
import { listAudit } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { MOMENT, PAGE, TEXT, UNDER } from '../parameters.js';
import { readMoment } from '../query.js';

export const listAuditEndpoint = endpoint({
  method: 'GET',
  path: '/v1/audit',
  operationId: 'listAudit',
  tag: 'access',
  summary: '设置变更记录 / Who changed what in the configuration',
  role: 'admin',
  query: {
    under: UNDER,
    action: { ...TEXT, description: '动作 / such as key.issued' },
    subject: { ...TEXT, description: '对象 / what was changed, as answered' },
    from: { ...MOMENT, description: '起 / from this moment' },
    to: { ...MOMENT, description: '止，不含 / to this moment, itself not' },
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
