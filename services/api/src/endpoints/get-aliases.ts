import { readAliases } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const getAliasesEndpoint = endpoint({
  method: 'GET',
  path: '/v1/aliases/:system',
  tag: 'reference',
  summary: '其他系统的代码 / What another system calls orgs and indicators',
  answers: { 200: 'the codes that count for this key' },
  handle: async ({ unit, params }) => ok(await readAliases(unit.tx, params.system ?? '')),
});
