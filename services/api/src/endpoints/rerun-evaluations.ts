import { RerunBody } from '@xushi/protocol';
import { requestRerun } from '@xushi/registry';
import { endpoint } from '../endpoint.js';

export const rerunEvaluationsEndpoint = endpoint({
  method: 'POST',
  path: '/v1/evaluations/rerun',
  tag: 'judgement',
  act: 'setUp',
  summary:
    '重新评价全年 / Judges a whole year anew by the newest targets; what was judged before stays on record',
  role: 'commander',
  body: RerunBody,
  answers: { 202: 'it is being judged' },
  handle: async ({ unit, principal, body }) => ({
    status: 202,
    body: await requestRerun(unit, { body, principal }),
  }),
});
