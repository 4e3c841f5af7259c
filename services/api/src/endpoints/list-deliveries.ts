import { DELIVERY_STATES, listDeliveries } from '@xushi/delivery';
import { Problem, readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readId, readWord } from '../query.js';

export const listDeliveriesEndpoint = endpoint({
  method: 'GET',
  path: '/v1/deliveries',
  tag: 'delivery',
  summary: '投递记录与每次尝试 / Deliveries with every attempt',
  role: 'commander',
  query: {
    receiver: 'id',
    state: 'pending, delivered or failed',
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'deliveries, newest first' },
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
