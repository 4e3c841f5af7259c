import { setUpTemplateEndpoint } from '../template.js';

export const getIndicatorsTemplateEndpoint = setUpTemplateEndpoint('indicators', {
  path: '/v1/templates/indicators.xlsx',
  operationId: 'getIndicatorsTemplate',
  tag: 'reference',
  summary: '指标设置表（XLSX） / The catalogue as a workbook: what is there, to be changed and sent back',
});
