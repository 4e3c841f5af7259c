import { PersonBody } from '@xushi/protocol';
import { putPerson } from '@xushi/registry';
import { endpoint, putAnswer } from '../endpoint.js';

export const putPersonEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/people/:key',
  tag: 'access',
  act: 'setUp',
  summary: '建立或修改人员 / Creates or changes a person',
  role: 'admin',
  body: PersonBody,
  answers: { 200: 'changed', 201: 'created' },
  async handle({ unit, params, principal, body }) {
    const key = params.key ?? '';
    return putAnswer(await putPerson(unit, { key, principal, body }), { key, ...body });
  },
});
