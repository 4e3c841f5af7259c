import { submit } from '@xushi/intake';
import { SubmissionBody } from '@xushi/protocol';
import { endpoint } from '../endpoint.js';

export const submitEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions',
  tag: 'submissions',
  act: 'submit',
  summary: '报送一期数据 / Reports an org’s sheet of a period',
  body: SubmissionBody,
  answers: { 200: 'nothing new: the revision in force', 201: 'the new revision' },
  async handle({ unit, principal, body, ifMatch, language }) {
    const outcome = await submit(unit, { principal, body, ifMatch, language });
    return {
      status: outcome.created ? 201 : 200,
      body: outcome.answer,
      headers: { etag: `"${outcome.answer.revision}"` },
    };
  },
});
