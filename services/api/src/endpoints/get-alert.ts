import { getAlert } from '@xushi/casework';
import { AlertWithTransitions } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const getAlertEndpoint = endpoint({
  method: 'GET',
  path: '/v1/alerts/:id',
  operationId: 'getAlert',
  tag: 'alerts',
  summary: '一条预警及其经过 / One warning with everything that happened to it',
  answers: { 200: json('the alert with its transitions', AlertWithTransitions) },
  handle: async ({ unit, params }) => ok(await getAlert(unit.tx, readId(params.id))),
});
