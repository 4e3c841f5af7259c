import { setUpFileEndpoint } from '../set-up-file.js';

export const loadTargetsFileEndpoint = setUpFileEndpoint('targets', {
  path: '/v1/targets/file',
  operationId: 'loadTargetsFile',
  tag: 'reference',
  summary: '批量下达目标 / Sets targets from a workbook: all rows or none',
});
