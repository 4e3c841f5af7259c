import { OrgBody, PutOrgAnswer } from '@xushi/protocol';
import { putOrg } from '@xushi/registry';
import { endpoint, json, putAnswer } from '../endpoint.js';

export const putOrgEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/orgs/:key',
  operationId: 'putOrg',
  tag: 'reference',
  act: 'setUp',
  summary: '建立或修改单位 / Creates or changes an org',
  role: 'admin',
  body: OrgBody,
  answers: { 200: json('changed', PutOrgAnswer), 201: json('created', PutOrgAnswer) },
  async handle({ unit, params, body }) {
    const key = params.key ?? '';
    return putAnswer(await putOrg(unit, key, body), { key, ...body });
  },
});
