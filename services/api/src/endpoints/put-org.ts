import { OrgBody } from '@xushi/protocol';
import { putOrg } from '@xushi/registry';
import { endpoint, putAnswer } from '../endpoint.js';

export const putOrgEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/orgs/:key',
  tag: 'reference',
  act: 'setUp',
  summary: '建立或修改单位 / Creates or changes an org',
  role: 'admin',
  body: OrgBody,
  answers: { 200: 'changed', 201: 'created' },
  async handle({ unit, params, body }) {
    const key = params.key ?? '';
    return putAnswer(await putOrg(unit, key, body), { key, ...body });
  },
});
