import { readScoreboard } from '@xushi/judgement';
import { endpoint, ok } from '../endpoint.js';
import { neededPeriod, neededWord } from '../query.js';

export const getScoreboardEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard',
  tag: 'judgement',
  summary: '灯色一览 / Orgs by indicators: lights, trend and what is missing',
  query: { under: 'key of an org', period: 'YYYY-MM' },
  answers: { 200: 'the board' },
  handle: async ({ unit, query }) =>
    ok(
      await readScoreboard(unit.tx, {
        under: neededWord(query.under, 'under'),
        period: neededPeriod(query.period),
        now: unit.now,
        timeZone: unit.timeZone,
      }),
    ),
});
