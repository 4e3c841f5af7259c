import { DELIVERY_STATES, listDeliveries } from '@xushi/delivery';
import { DeliveryAnswer, Id, OneOf, PageOf, Problem, readPage } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { PAGE } from '../parameters.js';
import { readId, readWord } from '../query.js';

export const listDeliveriesEndpoint = endpoint({
  method: 'GET',
  path: '/v1/deliveries',
  operationId: 'listDeliveries',
  tag: 'delivery',
  summary: '投递记录与每次尝试 / Deliveries with every attempt',
  role: 'commander',
  query: {
    receiver: { schema: Id, description: '接收方 / id of a receiver' },
    state: { schema: OneOf(DELIVERY_STATES), description: '状态 / the state' },
    ...PAGE,
  },
  answers: { 200: json('deliveries, newest first', PageOf(DeliveryAnswer)) },
  async handle({ unit, query }) {
    const { limit } = readPage({ limit: query.limit });
    const state = readWord(query.state, { name: 'state', words: DELIVERY_STATES });
    try {
      return ok(
        await listDeliveries(unit.tx, {
          limit,
          after: query.cursor ?? null,
          ...(query.receiver === undefined ? {} : { receiver: readId(query.receiver) }),
          ...(state === null ? {} : { state }),
        }),
      );
    } catch (fault) {
      if (fault instanceof RangeError)
        throw new Problem('invalid', { faults: [{ pointer: '/cursor', code: 'notACursor' }] });
      throw fault;
    }
  },
});
