import { AliasesBody } from '@xushi/protocol';
import { putAliases } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const putAliasesEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/aliases/:system',
  tag: 'reference',
  act: 'setUp',
  summary: '登记其他系统的代码 / Says what another system calls orgs and indicators',
  role: 'admin',
  body: AliasesBody,
  answers: { 200: 'the codes that are known now' },
  handle: async ({ unit, params, principal, body }) =>
    ok(await putAliases(unit, { system: params.system ?? '', principal, body })),
});
