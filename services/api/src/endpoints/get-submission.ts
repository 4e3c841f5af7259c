import { getSubmission } from '@xushi/intake';
import { KeptSubmission } from '@xushi/protocol';
import { endpoint, json } from '../endpoint.js';
import { readId } from '../query.js';

export const getSubmissionEndpoint = endpoint({
  method: 'GET',
  path: '/v1/submissions/:id',
  operationId: 'getSubmission',
  tag: 'submissions',
  summary: '一次报送的内容 / One submission as it was sent',
  answers: { 200: json('the submission', KeptSubmission) },
  async handle({ unit, params }) {
    const found = await getSubmission(unit.tx, readId(params.id));
    return { status: 200, body: found, headers: { etag: `"${found.revision}"` } };
  },
});
