import { ReferenceBody } from '@xushi/protocol';
import { addReference } from '@xushi/registry';
import { endpoint, putAnswer } from '../endpoint.js';

export const addReferenceEndpoint = endpoint({
  method: 'POST',
  path: '/v1/references',
  tag: 'reference',
  act: 'setUp',
  summary: '录入公布的平均水平和位次 / Keeps a published average or rank with its source',
  role: 'commander',
  body: ReferenceBody,
  answers: { 201: 'the reference', 200: 'the reference that said the same already' },
  handle: async ({ unit, body }) => {
    const { id, created } = await addReference(unit, body);
    return putAnswer({ created }, { id });
  },
});
