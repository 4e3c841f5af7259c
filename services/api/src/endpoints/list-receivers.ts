import { listReceivers } from '@xushi/delivery';
import { PageOf, pageOfWhole, ReceiverAnswer } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { WHOLE_PAGE } from '../parameters.js';

export const listReceiversEndpoint = endpoint({
  method: 'GET',
  path: '/v1/receivers',
  operationId: 'listReceivers',
  tag: 'delivery',
  summary: '接收方列表 / Receivers, never with their secrets',
  role: 'commander',
  query: WHOLE_PAGE,
  answers: { 200: json('all receivers of the subtree', PageOf(ReceiverAnswer)) },
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
