import { setUpTemplateEndpoint } from '../template.js';

export const getTargetsTemplateEndpoint = setUpTemplateEndpoint('targets', {
  path: '/v1/templates/targets.xlsx',
  operationId: 'getTargetsTemplate',
  tag: 'reference',
  summary: '目标下达表（XLSX） / Targets as a workbook: what is there, to be changed and sent back',
});
