import { readEvents } from '@xushi/events';
import { EventAnswer, PageOf, Problem, readPage } from '@xushi/protocol';
import { Type } from 'typebox';
import { endpoint, json, ok } from '../endpoint.js';
import { PAGE } from '../parameters.js';

export const listEventsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/events',
  operationId: 'listEvents',
  tag: 'events',
  summary: '事件流 / Events after a cursor; the last one’s cursor asks for the next',
  query: {
    after: { schema: Type.String(), description: '上次读到的 cursor / cursor of the last event read' },
    types: { schema: Type.String(), description: '逗号分隔的类型 / comma-separated types' },
    limit: PAGE.limit,
  },
  answers: { 200: json('events, oldest first', PageOf(EventAnswer)) },
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
