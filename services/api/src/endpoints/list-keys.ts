import { pageOfWhole } from '@xushi/protocol';
import { listKeys } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';
import { readWord } from '../query.js';

export const listKeysEndpoint = endpoint({
  method: 'GET',
  path: '/v1/keys',
  tag: 'access',
  summary: '密钥列表 / Keys of the subtree, never with their secrets',
  role: 'admin',
  query: {
    revoked: 'true: those that were revoked as well',
    limit: '1 to 500; all where absent',
    cursor: 'from the last page',
  },
  answers: { 200: 'keys, oldest first' },
  async handle({ unit, query }) {
    const revoked = readWord(query.revoked, { name: 'revoked', words: ['true', 'false'] });
    return ok(pageOfWhole(await listKeys(unit, { revoked: revoked === 'true' }), query));
  },
});
