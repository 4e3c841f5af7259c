import { previewAlerts } from '@xushi/casework';
import { previewPolicy } from '@xushi/judgement';
import { PreviewBody } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';

export const previewPolicyEndpoint = endpoint({
  method: 'POST',
  path: '/v1/policies/:key/preview',
  tag: 'judgement',
  act: 'read',
  summary: '灯色规则试算 / Replays stored history under a policy and lists its alerts; writes nothing',
  role: 'commander',
  body: PreviewBody,
  answers: { 200: 'the alerts it would have opened and closed' },
  handle: async ({ unit, params, body }) =>
    ok(await previewPolicy(unit.tx, { key: params.key ?? '', body, replay: previewAlerts, at: unit })),
});
