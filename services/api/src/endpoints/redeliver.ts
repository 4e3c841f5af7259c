import { redeliver } from '@xushi/delivery';
import { endpoint } from '../endpoint.js';
import { readId } from '../query.js';

export const redeliverEndpoint = endpoint({
  method: 'POST',
  path: '/v1/deliveries/:id/redeliver',
  tag: 'delivery',
  act: 'setUp',
  summary: '重新投递 / Sends a delivery again under its own id',
  role: 'commander',
  answers: { 202: 'it will be sent' },
  async handle({ unit, params }) {
    await redeliver(unit, readId(params.id));
    return { status: 202, body: { id: params.id } };
  },
});
