import { KeyAnswer, PageOf, pageOfWhole } from '@xushi/protocol';
import { listKeys } from '@xushi/registry';
import { Type } from 'typebox';
import { endpoint, json, ok } from '../endpoint.js';
import { WHOLE_PAGE } from '../parameters.js';
import { readWord } from '../query.js';

export const listKeysEndpoint = endpoint({
  method: 'GET',
  path: '/v1/keys',
  operationId: 'listKeys',
  tag: 'access',
  summary: '密钥列表 / Keys of the subtree, never with their secrets',
  role: 'admin',
  query: {
    revoked: { schema: Type.Boolean(), description: '含已吊销 / those that were revoked as well' },
    ...WHOLE_PAGE,
  },
  answers: { 200: json('keys, oldest first', PageOf(KeyAnswer)) },
  async handle({ unit, query }) {
    const revoked = readWord(query.revoked, { name: 'revoked', words: ['true', 'false'] });
    return ok(pageOfWhole(await listKeys(unit, { revoked: revoked === 'true' }), query));
  },
});
