import { LIGHTS } from '@xushi/domain';
import { listEvaluations, listPastEvaluations } from '@xushi/judgement';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { readMoment, readPeriod, readWord } from '../query.js';

export const listEvaluationsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/evaluations',
  tag: 'judgement',
  summary: '序时评价与灯色 / Figures judged against targets',
  query: {
    org: 'key',
    under: 'key of an org',
    period: 'YYYY-MM',
    indicator: 'key',
    light: 'green, yellow, orange or red',
    asOf: 'ISO moment: as it was known then',
    limit: '1 to 500',
    cursor: 'from the last page',
  },
  answers: { 200: 'a page of evaluations' },
  async handle({ unit, query, language }) {
    const question = {
      ...readPage(query),
      org: query.org ?? null,
      under: query.under ?? null,
      period: readPeriod(query.period),
      indicator: query.indicator ?? null,
      light: readWord(query.light, { name: 'light', words: LIGHTS }),
      language,
      now: unit.now,
      timeZone: unit.timeZone,
    };
    const asOf = readMoment(query.asOf, 'asOf');
    return ok(
      asOf === null
        ? await listEvaluations(unit.tx, { ...question, asOf })
        : await listPastEvaluations(unit.tx, { ...question, asOf }),
    );
  },
});
