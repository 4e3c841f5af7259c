import { ReferenceBody, RowId } from '@xushi/protocol';
import { addReference } from '@xushi/registry';
import { endpoint, json, putAnswer } from '../endpoint.js';

export const addReferenceEndpoint = endpoint({
  method: 'POST',
  path: '/v1/references',
  operationId: 'addReference',
  tag: 'reference',
  act: 'setUp',
  summary: '录入公布的平均水平和位次 / Keeps a published average or rank with its source',
  role: 'commander',
  body: ReferenceBody,
  answers: {
    201: json('the reference', RowId),
    200: json('the reference that said the same already', RowId),
  },
  handle: async ({ unit, body }) => {
    const { id, created } = await addReference(unit, body);
    return putAnswer({ created }, { id });
  },
});
