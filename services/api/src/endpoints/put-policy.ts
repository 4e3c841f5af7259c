import { KeyedVersion, PolicyBody } from '@xushi/protocol';
import { putPolicy } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';

export const putPolicyEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/policies/:key',
  operationId: 'putPolicy',
  tag: 'reference',
  act: 'setUp',
  summary: '设定灯色规则 / Makes the next version of a light policy',
  role: 'admin',
  wholeInstallation: true,
  body: PolicyBody,
  answers: { 200: json('the policy’s version', KeyedVersion) },
  handle: async ({ unit, params, body }) => ok(await putPolicy(unit, params.key ?? '', body)),
});
