import { readPage } from '@xushi/protocol';
import { listOrgs } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const listOrgsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/orgs',
  tag: 'reference',
  summary: '单位列表 / Orgs of a subtree',
  query: { under: 'key of an org', limit: '1 to 500', cursor: 'from the last page' },
  answers: { 200: 'a page of orgs' },
  handle: async ({ unit, query }) =>
    ok(await listOrgs(unit.tx, { ...readPage(query), under: query.under ?? null })),
});
