import { removeReceiver } from '@xushi/delivery';
import { endpoint } from '../endpoint.js';
import { readId } from '../query.js';

export const removeReceiverEndpoint = endpoint({
  method: 'DELETE',
  path: '/v1/receivers/:id',
  operationId: 'removeReceiver',
  tag: 'delivery',
  act: 'setUp',
  summary: '停用接收方 / Takes a receiver out of use',
  role: 'commander',
  answers: { 204: 'gone' },
  async handle({ unit, params }) {
    await removeReceiver(unit, readId(params.id));
    return { status: 204, body: null };
  },
});
