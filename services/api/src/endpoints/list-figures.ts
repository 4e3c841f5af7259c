import { listFigures } from '@xushi/intake';
import { FigureAnswer, PageOf, readPage } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { AS_OF, INDICATOR, ORG, PAGE, PERIOD } from '../parameters.js';
import { readMoment, readPeriod } from '../query.js';

export const listFiguresEndpoint = endpoint({
  method: 'GET',
  path: '/v1/figures',
  operationId: 'listFigures',
  tag: 'submissions',
  summary: '数据及其全部修订 / Figures with every revision, the one in force marked',
  query: { org: ORG, indicator: INDICATOR, from: PERIOD, to: PERIOD, asOf: AS_OF, ...PAGE },
  answers: { 200: json('a page of figures', PageOf(FigureAnswer)) },
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
