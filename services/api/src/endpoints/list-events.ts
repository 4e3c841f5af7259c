import { readEvents } from '@xushi/events';
import { Problem, readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';

export const listEventsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/events',
  tag: 'events',
  summary: '事件流 / Events after a cursor; the last one’s cursor asks for the next',
  query: { after: 'cursor of the last event read', types: 'comma-separated', limit: '1 to 500' },
  answers: { 200: 'events, oldest first' },
  async handle({ unit, query }) {
    const { limit } = readPage({ limit: query.limit });
    try {
      const types = query.types ? query.types.split(',').filter((type) => /^[\w.]{1,60}$/.test(type)) : null;
      const data = await readEvents(unit.tx, { after: query.after ?? null, types, limit });
      return ok({ data, nextCursor: data.at(-1)?.cursor ?? query.after ?? null });
    } catch (fault) {
      if (fault instanceof RangeError)
        throw new Problem('invalid', { faults: [{ pointer: '/after', code: 'notACursor' }] });
      throw fault;
    }
  },
});
