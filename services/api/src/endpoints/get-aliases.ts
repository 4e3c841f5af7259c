import { AliasesAnswer } from '@xushi/protocol';
import { readAliases } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';

export const getAliasesEndpoint = endpoint({
  method: 'GET',
  path: '/v1/aliases/:system',
  operationId: 'getAliases',
  tag: 'reference',
  summary: '其他系统的代码 / What another system calls orgs and indicators',
  answers: { 200: json('the codes that count for this key', AliasesAnswer) },
  handle: async ({ unit, params }) => ok(await readAliases(unit.tx, params.system ?? '')),
});
