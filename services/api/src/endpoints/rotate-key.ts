import { RotateBody } from '@xushi/protocol';
import { rotateKey } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const rotateKeyEndpoint = endpoint({
  method: 'POST',
  path: '/v1/keys/:id/rotate',
  tag: 'access',
  act: 'setUp',
  summary:
    '更换密钥，新密钥只显示一次 / Gives a key a new secret, shown once; the one before stays good for a while',
  role: 'admin',
  body: RotateBody,
  answers: { 200: 'the new secret, and until when the one before is good' },
  async handle({ unit, principal, params, body }) {
    const { secret, ...shown } = await rotateKey(unit, { id: readId(params.id), principal, body });
    return { ...ok({ ...shown, secret }), replay: { ...shown, secretAlreadyShown: true } };
  },
});
