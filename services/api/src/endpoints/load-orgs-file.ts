import { setUpFileEndpoint } from '../set-up-file.js';

export const loadOrgsFileEndpoint = setUpFileEndpoint('orgs', {
  path: '/v1/orgs/file',
  operationId: 'loadOrgsFile',
  tag: 'reference',
  summary: '批量设置单位 / Creates and changes orgs from a workbook: all rows or none',
});
