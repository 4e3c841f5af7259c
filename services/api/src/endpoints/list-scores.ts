import { listScores } from '@xushi/judgement';
import { readPage } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';
import { neededPeriod, neededWord } from '../query.js';

export const listScoresEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scores',
  tag: 'judgement',
  summary: '考核得分及算式 / Scores with their arithmetic',
  query: { under: 'key of an org', period: 'YYYY-MM', limit: '1 to 500', cursor: 'from the last page' },
  answers: { 200: 'a page of scores' },
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
