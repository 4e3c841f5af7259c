import { previewAlerts } from '@xushi/casework';
import { previewPolicy } from '@xushi/judgement';
import { PreviewAnswer, PreviewBody } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';

export const previewPolicyEndpoint = endpoint({
  method: 'POST',
  path: '/v1/policies/:key/preview',
  operationId: 'previewPolicy',
  tag: 'judgement',
  act: 'read',
  summary: '灯色规则试算 / Replays stored history under a policy and lists its alerts; writes nothing',
  role: 'commander',
  body: PreviewBody,
  answers: { 200: json('the alerts it would have opened and closed', PreviewAnswer) },
  handle: async ({ unit, params, body }) =>
    ok(await previewPolicy(unit.tx, { key: params.key ?? '', body, replay: previewAlerts, at: unit })),
});
