import { showSubmission } from '@xushi/intake';
import { ShownSubmission } from '@xushi/protocol';
import { endpoint, json } from '../endpoint.js';
import { readId } from '../query.js';

export const getSubmissionEndpoint = endpoint({
  method: 'GET',
  path: '/v1/submissions/:id',
  operationId: 'getSubmission',
  tag: 'submissions',
  summary: '一次报送的内容 / One submission as it was sent, what of it waits, what was done to it',
  answers: { 200: json('the submission', ShownSubmission) },
  async handle({ unit, params, language }) {
    const found = await showSubmission(unit.tx, readId(params.id), language);
    return { status: 200, body: found, headers: { etag: `"${found.revision}"` } };
  },
});
