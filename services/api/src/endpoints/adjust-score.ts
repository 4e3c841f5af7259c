import { RowId, ScoreAdjustmentBody } from '@xushi/protocol';
import { addScoreAdjustment } from '@xushi/registry';
import { created, endpoint, json } from '../endpoint.js';

export const adjustScoreEndpoint = endpoint({
  method: 'POST',
  path: '/v1/scores/adjustments',
  operationId: 'adjustScore',
  tag: 'judgement',
  act: 'setUp',
  summary: '考核加减分 / Adds or takes points by hand, with the reason',
  role: 'commander',
  body: ScoreAdjustmentBody,
  answers: { 201: json('the adjustment', RowId) },
  handle: async ({ unit, principal, body }) => created(await addScoreAdjustment(unit, { body, principal })),
});
