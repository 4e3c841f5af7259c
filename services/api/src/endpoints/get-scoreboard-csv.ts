import { readScoreboard, scoreboardCsv } from '@xushi/judgement';
import { boardTitle } from '@xushi/wording';
import { attachment } from '../attachment.js';
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
    const period = neededPeriod(query.period);
    const board = await readScoreboard(unit.tx, {
      under: neededWord(query.under, 'under'),
      period,
      now: unit.now,
      timeZone: unit.timeZone,
    });
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment({
          plain: `scoreboard-${period}.csv`,
          name: `${boardTitle(board.underName, period, language)}.csv`,
        }),
      },
      body: Buffer.from(scoreboardCsv(board, language)),
    };
  },
});
