import { OrgAnswer, PageOf, readPage } from '@xushi/protocol';
import { listOrgs } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { PAGE, UNDER } from '../parameters.js';

export const listOrgsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/orgs',
  operationId: 'listOrgs',
  tag: 'reference',
  summary: '单位列表 / Orgs of a subtree',
  query: { under: UNDER, ...PAGE },
  answers: { 200: json('a page of orgs', PageOf(OrgAnswer)) },
  handle: async ({ unit, query }) =>
    ok(await listOrgs(unit.tx, { ...readPage(query), under: query.under ?? null })),
});
