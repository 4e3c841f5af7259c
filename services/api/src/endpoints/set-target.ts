import { TargetBody } from '@xushi/protocol';
import { setTarget } from '@xushi/registry';
import { created, endpoint } from '../endpoint.js';

export const setTargetEndpoint = endpoint({
  method: 'POST',
  path: '/v1/targets',
  tag: 'reference',
  act: 'setUp',
  summary: '下达或调整目标 / Sets a target; the same key again makes its next version',
  role: 'commander',
  body: TargetBody,
  answers: { 201: 'the target’s version' },
  handle: async ({ unit, body }) => created(await setTarget(unit, body)),
});
