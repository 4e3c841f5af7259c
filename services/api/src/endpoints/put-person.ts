import { PersonBody, PutPersonAnswer } from '@xushi/protocol';
import { putPerson } from '@xushi/registry';
import { endpoint, json, putAnswer } from '../endpoint.js';

export const putPersonEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/people/:key',
  operationId: 'putPerson',
  tag: 'access',
  act: 'setUp',
  summary: '建立或修改人员 / Creates or changes a person',
  role: 'admin',
  body: PersonBody,
  answers: { 200: json('changed', PutPersonAnswer), 201: json('created', PutPersonAnswer) },
  async handle({ unit, params, principal, body }) {
    const key = params.key ?? '';
    return putAnswer(await putPerson(unit, { key, principal, body }), { key, ...body });
  },
});
