import { renderBoardXlsx } from '@xushi/documents';
import { scoreboardTable } from '@xushi/judgement';
import { askedBoard, BOARD_QUERY } from '../asked-board.js';
import { attachment, DISPOSITION } from '../attachment.js';
import { endpoint } from '../endpoint.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const getScoreboardXlsxEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard.xlsx',
  operationId: 'getScoreboardXlsx',
  tag: 'judgement',
  summary:
    '指标完成情况表（XLSX） / The board as a workbook: figures, growth, gaps and lights, ready for print',
  query: BOARD_QUERY,
  answers: { 200: { description: 'XLSX, one sheet', contentType: XLSX, headers: DISPOSITION } },
  async handle({ unit, query, language }) {
    const board = await askedBoard(unit, query);
    const table = scoreboardTable(board, language);
    return {
      status: 200,
      headers: {
        'content-type': XLSX,
        'content-disposition': attachment({
          plain: `scoreboard-${board.period}.xlsx`,
          name: `${table.title}.xlsx`,
        }),
        'x-content-type-options': 'nosniff',
      },
      body: renderBoardXlsx(table),
    };
  },
});
