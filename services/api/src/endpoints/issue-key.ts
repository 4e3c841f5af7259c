import { IssuedKey, KeyBody } from '@xushi/protocol';
import { issueKey } from '@xushi/registry';
import { endpoint, json } from '../endpoint.js';

export const issueKeyEndpoint = endpoint({
  method: 'POST',
  path: '/v1/keys',
  operationId: 'issueKey',
  tag: 'access',
  act: 'setUp',
  summary: '发放密钥，只显示一次 / Issues a key; its secret is shown once',
  role: 'admin',
  body: KeyBody,
  answers: { 201: json('id and secret', IssuedKey) },
  async handle({ unit, principal, body }) {
    const key = await issueKey(unit, principal, body);
    return { status: 201, body: key, replay: { id: key.id, secretAlreadyShown: true } };
  },
});
