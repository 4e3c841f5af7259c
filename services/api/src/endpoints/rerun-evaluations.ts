import { RerunAnswer, RerunBody } from '@xushi/protocol';
import { requestRerun } from '@xushi/registry';
import { endpoint, json } from '../endpoint.js';

export const rerunEvaluationsEndpoint = endpoint({
  method: 'POST',
  path: '/v1/evaluations/rerun',
  operationId: 'rerunEvaluations',
  tag: 'judgement',
  act: 'setUp',
  summary:
    '重新评价全年 / Judges a whole year anew by the newest targets; what was judged before stays on record',
  role: 'commander',
  body: RerunBody,
  answers: { 202: json('it is being judged', RerunAnswer) },
  handle: async ({ unit, principal, body }) => ({
    status: 202,
    body: await requestRerun(unit, { body, principal }),
  }),
});
