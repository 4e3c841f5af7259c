import { listFigures } from '@xushi/intake';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readMoment, readPeriod } from '../query.js';

export const listFiguresEndpoint = endpoint({
  method: 'GET',
  path: '/v1/figures',
  tag: 'submissions',
  summary: '数据及其全部修订 / Figures with every revision, the one in force marked',
  query: {
    org: 'key',
    indicator: 'key',
    from: 'YYYY-MM',
    to: 'YYYY-MM',
    asOf: 'ISO moment: as it was known then',
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of figures' },
  handle: async ({ unit, query }) =>
    ok(
      await listFigures(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        indicator: query.indicator ?? null,
        from: readPeriod(query.from, 'from'),
        to: readPeriod(query.to, 'to'),
        asOf: readMoment(query.asOf, 'asOf'),
      }),
    ),
});
