import { renderBoardXlsx } from '@xushi/documents';
import { readScoreboard, scoreboardTable } from '@xushi/judgement';
import { attachment } from '../attachment.js';
import { endpoint } from '../endpoint.js';
import { neededPeriod, neededWord } from '../query.js';

export const getScoreboardXlsxEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard.xlsx',
  tag: 'judgement',
  summary:
    '指标完成情况表（XLSX） / The board as a workbook: figures, growth, gaps and lights, ready for print',
  query: { under: 'key of an org', period: 'YYYY-MM' },
  answers: { 200: 'XLSX, one sheet' },
  async handle({ unit, query, language }) {
    const period = neededPeriod(query.period);
    const board = await readScoreboard(unit.tx, {
      under: neededWord(query.under, 'under'),
      period,
      now: unit.now,
      timeZone: unit.timeZone,
    });
    const table = scoreboardTable(board, language);
    return {
      status: 200,
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': attachment({
          plain: `scoreboard-${period}.xlsx`,
          name: `${table.title}.xlsx`,
        }),
        'x-content-type-options': 'nosniff',
      },
      body: renderBoardXlsx(table),
    };
  },
});
