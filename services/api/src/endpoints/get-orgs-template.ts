import { setUpTemplateEndpoint } from '../template.js';

export const getOrgsTemplateEndpoint = setUpTemplateEndpoint('orgs', {
  path: '/v1/templates/orgs.xlsx',
  operationId: 'getOrgsTemplate',
  tag: 'reference',
  summary: '单位设置表（XLSX） / Orgs as a workbook: what is there, to be changed and sent back',
});
