import { setUpFileEndpoint } from '../set-up-file.js';

export const loadHistoryFileEndpoint = setUpFileEndpoint('history', {
  path: '/v1/history/file',
  operationId: 'loadHistoryFile',
  tag: 'submissions',
  summary: '批量录入历史数据 / Takes in figures of years before from a workbook: all rows or none',
});
