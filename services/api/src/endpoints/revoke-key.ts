import { revokeKey } from '@xushi/registry';
import { endpoint } from '../endpoint.js';
import { readId } from '../query.js';

export const revokeKeyEndpoint = endpoint({
  method: 'DELETE',
  path: '/v1/keys/:id',
  operationId: 'revokeKey',
  tag: 'access',
  act: 'setUp',
  summary: '吊销密钥 / Revokes a key at once',
  role: 'admin',
  answers: { 204: 'revoked' },
  async handle({ unit, params }) {
    await revokeKey(unit, readId(params.id));
    return { status: 204, body: null };
  },
});
