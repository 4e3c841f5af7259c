import { submit } from '@xushi/intake';
import { SubmissionAnswer, SubmissionBody } from '@xushi/protocol';
import { endpoint, json } from '../endpoint.js';

export const submitEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions',
  operationId: 'submit',
  tag: 'submissions',
  act: 'submit',
  summary: '报送一期数据 / Reports an org’s sheet of a period',
  body: SubmissionBody,
  ifMatch: true,
  answers: {
    200: json('nothing new: the revision in force', SubmissionAnswer),
    201: json('the new revision', SubmissionAnswer),
  },
  async handle({ unit, principal, body, ifMatch, language }) {
    const outcome = await submit(unit, { principal, body, ifMatch, language });
    return {
      status: outcome.created ? 201 : 200,
      body: outcome.answer,
      headers: { etag: `"${outcome.answer.revision}"` },
    };
  },
});
