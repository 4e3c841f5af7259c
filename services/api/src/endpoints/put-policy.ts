import { PolicyBody } from '@xushi/protocol';
import { putPolicy } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const putPolicyEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/policies/:key',
  tag: 'reference',
  act: 'setUp',
  summary: '设定灯色规则 / Makes the next version of a light policy',
  role: 'admin',
  wholeInstallation: true,
  body: PolicyBody,
  answers: { 200: 'the policy’s version' },
  handle: async ({ unit, params, body }) => ok(await putPolicy(unit, params.key ?? '', body)),
});
