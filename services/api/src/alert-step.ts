import { type AlertStep, actOnAlert } from '@xushi/casework';
import { AlertWithTransitions, type KeyRole } from '@xushi/protocol';
import type { Static, TSchema } from 'typebox';
import { type Endpoint, endpoint, json, ok } from './endpoint.js';
import { readId } from './query.js';

/** What a person does with a warning, as an endpoint: its place below the warning, who may, and what its body says. */
export function alertStep<B extends TSchema>(of: {
  name: string;
  operationId: string;
  summary: string;
  role: KeyRole;
  body: B;
  /** What is done and said; throws `Problem` where the body does not do. */
  step(body: Static<B>): Pick<AlertStep, 'action'> & Partial<Pick<AlertStep, 'note' | 'evidence'>>;
}): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/v1/alerts/:id/${of.name}`,
    operationId: of.operationId,
    tag: 'alerts',
    summary: of.summary,
    role: of.role,
    body: of.body,
    answers: { 200: json('the alert with its transitions', AlertWithTransitions) },
    handle: async ({ unit, params, principal, body }) =>
      ok(
        await actOnAlert(unit, {
          id: readId(params.id),
          principal,
          ...{ note: null, evidence: null },
          ...of.step(body),
        }),
      ),
  });
}
