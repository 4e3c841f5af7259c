import { getAlert } from '@xushi/casework';
import { endpoint, ok } from '../endpoint.js';
import { readId } from '../query.js';

export const getAlertEndpoint = endpoint({
  method: 'GET',
  path: '/v1/alerts/:id',
  tag: 'alerts',
  summary: '一条预警及其经过 / One warning with everything that happened to it',
  answers: { 200: 'the alert with its transitions' },
  handle: async ({ unit, params }) => ok(await getAlert(unit.tx, readId(params.id))),
});
