import { LIGHTS } from '@xushi/domain';
import { listEvaluations, listPastEvaluations } from '@xushi/judgement';
import { EvaluationAnswer, PageOf, readPage } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { AS_OF, INDICATOR, LIGHT, ORG, PAGE, PERIOD, UNDER } from '../parameters.js';
import { readMoment, readPeriod, readWord } from '../query.js';

export const listEvaluationsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/evaluations',
  operationId: 'listEvaluations',
  tag: 'judgement',
  summary: '序时评价与灯色 / Figures judged against targets',
  query: { org: ORG, under: UNDER, period: PERIOD, indicator: INDICATOR, light: LIGHT, asOf: AS_OF, ...PAGE },
  answers: { 200: json('a page of evaluations', PageOf(EvaluationAnswer)) },
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
