import { PolicyScopesBody } from '@xushi/protocol';
import { putPolicyScopes } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';

export const putPolicyScopesEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/policies/:key/scopes',
  tag: 'reference',
  act: 'setUp',
  summary: '灯色规则的适用范围 / Hangs a policy on orgs, indicators or targets',
  role: 'admin',
  wholeInstallation: true,
  body: PolicyScopesBody,
  answers: { 200: 'how many scopes it has now' },
  handle: async ({ unit, params, body }) => ok(await putPolicyScopes(unit, params.key ?? '', body)),
});
