import { renderBoardXlsx } from '@xushi/documents';
import { scoreboardTable } from '@xushi/judgement';
import { askedBoard, BOARD_QUERY } from '../asked-board.js';
import { attachment } from '../attachment.js';
import { endpoint } from '../endpoint.js';

export const getScoreboardXlsxEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard.xlsx',
  tag: 'judgement',
  summary:
    '指标完成情况表（XLSX） / The board as a workbook: figures, growth, gaps and lights, ready for print',
  query: BOARD_QUERY,
  answers: { 200: 'XLSX, one sheet' },
  async handle({ unit, query, language }) {
    const board = await askedBoard(unit, query);
    const table = scoreboardTable(board, language);
    return {
      status: 200,
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
