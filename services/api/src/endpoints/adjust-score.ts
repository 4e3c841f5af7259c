import { ScoreAdjustmentBody } from '@xushi/protocol';
import { addScoreAdjustment } from '@xushi/registry';
import { created, endpoint } from '../endpoint.js';

export const adjustScoreEndpoint = endpoint({
  method: 'POST',
  path: '/v1/scores/adjustments',
  tag: 'judgement',
  act: 'setUp',
  summary: '考核加减分 / Adds or takes points by hand, with the reason',
  role: 'commander',
  body: ScoreAdjustmentBody,
  answers: { 201: 'the adjustment' },
  handle: async ({ unit, principal, body }) => created(await addScoreAdjustment(unit, { body, principal })),
});
