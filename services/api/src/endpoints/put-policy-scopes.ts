import { PolicyScopesBody, ScopesAnswer } from '@xushi/protocol';
import { putPolicyScopes } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';

export const putPolicyScopesEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/policies/:key/scopes',
  operationId: 'putPolicyScopes',
  tag: 'reference',
  act: 'setUp',
  summary: '灯色规则的适用范围 / Hangs a policy on orgs, indicators or targets',
  role: 'admin',
  wholeInstallation: true,
  body: PolicyScopesBody,
  answers: { 200: json('how many scopes it has now', ScopesAnswer) },
  handle: async ({ unit, params, body }) => ok(await putPolicyScopes(unit, params.key ?? '', body)),
});
