import { listReceivers } from '@xushi/delivery';
import { pageOfWhole } from '@xushi/protocol';
import { endpoint, ok } from '../endpoint.js';

export const listReceiversEndpoint = endpoint({
  method: 'GET',
  path: '/v1/receivers',
  tag: 'delivery',
  summary: '接收方列表 / Receivers, never with their secrets',
  role: 'commander',
  query: { limit: '1 to 500; all where absent', cursor: 'from the last page' },
  answers: { 200: 'all receivers of the subtree' },
  handle: async ({ unit, query }) => {
    const receivers = await listReceivers(unit.tx);
    return ok(
      pageOfWhole(
        receivers.map(({ orgId: _, ...receiver }) => receiver),
        query,
      ),
    );
  },
});
