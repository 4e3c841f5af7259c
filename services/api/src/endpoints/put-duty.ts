import { DutyAnswer, DutyBody } from '@xushi/protocol';
import { putDuty } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';

export const putDutyEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/orgs/:key/duty',
  operationId: 'putDuty',
  tag: 'reference',
  act: 'setUp',
  summary: '设定报送任务 / Sets which indicators an org reports, and when',
  role: 'admin',
  body: DutyBody,
  answers: { 200: json('the duty’s new version', DutyAnswer) },
  handle: async ({ unit, params, body }) =>
    ok({ org: params.key, ...(await putDuty(unit, params.key ?? '', body)) }),
});
