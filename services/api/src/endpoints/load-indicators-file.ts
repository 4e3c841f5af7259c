import { setUpFileEndpoint } from '../set-up-file.js';

export const loadIndicatorsFileEndpoint = setUpFileEndpoint('indicators', {
  path: '/v1/indicators/file',
  operationId: 'loadIndicatorsFile',
  tag: 'reference',
  wholeInstallation: true,
  summary: '批量设置指标 / Creates and changes indicators from a workbook: all rows or none',
});
