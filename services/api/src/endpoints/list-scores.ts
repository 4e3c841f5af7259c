import { listScores } from '@xushi/judgement';
import { PageOf, readPage, ScoreAnswer } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { needed, PAGE, PERIOD, UNDER } from '../parameters.js';
import { neededPeriod, neededWord } from '../query.js';

export const listScoresEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scores',
  operationId: 'listScores',
  tag: 'judgement',
  summary: '考核得分及算式 / Scores with their arithmetic',
  query: { under: needed(UNDER), period: needed(PERIOD), ...PAGE },
  answers: { 200: json('a page of scores', PageOf(ScoreAnswer)) },
  handle: async ({ unit, query }) =>
    ok(
      await listScores(unit.tx, {
        ...readPage(query),
        under: neededWord(query.under, 'under'),
        period: neededPeriod(query.period),
        now: unit.now,
        timeZone: unit.timeZone,
      }),
    ),
});
