import { readPage } from '@xushi/protocol';
import { listTargets } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';
import { readYear } from '../query.js';

export const listTargetsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/targets',
  tag: 'reference',
  summary: '目标列表 / Targets, with all versions where history=true',
  query: {
    org: 'key',
    under: 'key of an org',
    year: 'YYYY',
    history: 'true',
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of targets' },
  handle: async ({ unit, query }) =>
    ok(
      await listTargets(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        under: query.under ?? null,
        year: readYear(query.year),
        history: query.history === 'true',
      }),
    ),
});
