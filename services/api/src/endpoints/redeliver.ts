import { redeliver } from '@xushi/delivery';
import { DeliveryId } from '@xushi/protocol';
import { endpoint, json } from '../endpoint.js';
import { readId } from '../query.js';

export const redeliverEndpoint = endpoint({
  method: 'POST',
  path: '/v1/deliveries/:id/redeliver',
  operationId: 'redeliver',
  tag: 'delivery',
  act: 'setUp',
  summary: '重新投递 / Sends a delivery again under its own id',
  role: 'commander',
  answers: { 202: json('it will be sent', DeliveryId) },
  async handle({ unit, params }) {
    await redeliver(unit, readId(params.id));
    return { status: 202, body: { id: params.id } };
  },
});
