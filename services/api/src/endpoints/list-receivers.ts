import { listReceivers } from '@xushi/delivery';
import { endpoint, ok } from '../endpoint.js';

export const listReceiversEndpoint = endpoint({
  method: 'GET',
  path: '/v1/receivers',
  tag: 'delivery',
  summary: '接收方列表 / Receivers, never with their secrets',
  role: 'commander',
  answers: { 200: 'all receivers of the subtree' },
  handle: async ({ unit }) => {
    const receivers = await listReceivers(unit.tx);
    return ok({ data: receivers.map(({ orgId: _, ...receiver }) => receiver), nextCursor: null });
  },
});
