import { setUpTemplateEndpoint } from '../template.js';

export const getHistoryTemplateEndpoint = setUpTemplateEndpoint('history', {
  path: '/v1/templates/history.xlsx',
  operationId: 'getHistoryTemplate',
  tag: 'submissions',
  summary: '历史数据表（XLSX） / An empty workbook for the figures of years before',
});
