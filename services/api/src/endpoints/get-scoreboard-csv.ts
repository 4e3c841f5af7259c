import { scoreboardCsv } from '@xushi/judgement';
import { boardTitle } from '@xushi/wording';
import { askedBoard, BOARD_QUERY } from '../asked-board.js';
import { attachment, DISPOSITION } from '../attachment.js';
import { endpoint } from '../endpoint.js';

export const getScoreboardCsvEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard.csv',
  operationId: 'getScoreboardCsv',
  tag: 'judgement',
  summary: '灯色一览（CSV） / The board as CSV',
  query: BOARD_QUERY,
  answers: {
    200: { description: 'CSV, UTF-8 with a byte order mark', contentType: 'text/csv', headers: DISPOSITION },
  },
  async handle({ unit, query, language }) {
    const board = await askedBoard(unit, query);
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment({
          plain: `scoreboard-${board.period}.csv`,
          name: `${boardTitle(board.underName, board.period, language)}.csv`,
        }),
      },
      body: Buffer.from(scoreboardCsv(board, language)),
    };
  },
});
