import { checkSheet } from '@xushi/intake';
import { CheckedSubmission, SubmissionBody } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';

export const validateSubmissionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/validate',
  operationId: 'validateSubmission',
  tag: 'submissions',
  summary: '只校验，不保存 / The same checks; nothing is stored',
  body: SubmissionBody,
  answers: { 200: json('no fault was found', CheckedSubmission) },
  async handle({ unit, principal, body }) {
    const { orgRow, period, figures } = await checkSheet(unit, { principal, body });
    return ok({ valid: true, org: orgRow.key, period, figures: figures.length, findings: [] });
  },
});
