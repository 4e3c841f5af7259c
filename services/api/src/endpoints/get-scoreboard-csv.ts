import { readScoreboard, scoreboardCsv } from '@xushi/judgement';
import { endpoint } from '../endpoint.js';
import { neededPeriod, neededWord } from '../query.js';

export const getScoreboardCsvEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard.csv',
  tag: 'judgement',
  summary: '灯色一览（CSV） / The board as CSV',
  query: { under: 'key of an org', period: 'YYYY-MM' },
  answers: { 200: 'CSV, UTF-8 with a byte order mark' },
  async handle({ unit, query, language }) {
    const board = await readScoreboard(unit.tx, {
      under: neededWord(query.under, 'under'),
      period: neededPeriod(query.period),
      now: unit.now,
      timeZone: unit.timeZone,
    });
    return {
      status: 200,
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      body: Buffer.from(scoreboardCsv(board, language)),
    };
  },
});
