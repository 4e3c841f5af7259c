import { createReceiver } from '@xushi/delivery';
import { CreatedReceiver, ReceiverBody } from '@xushi/protocol';
import { findOrg } from '@xushi/registry';
import { endpoint, json } from '../endpoint.js';

export const createReceiverEndpoint = endpoint({
  method: 'POST',
  path: '/v1/receivers',
  operationId: 'createReceiver',
  tag: 'delivery',
  act: 'setUp',
  summary: '登记接收方；webhook 密钥只显示一次 / Registers who hears of what',
  role: 'commander',
  body: ReceiverBody,
  answers: { 201: json('id, and a webhook’s secret once', CreatedReceiver) },
  async handle({ unit, body, context }) {
    const { org: orgKey, ...input } = body;
    const org = await findOrg(unit.tx, orgKey);
    const made = await createReceiver(unit, { ...input, orgId: org.id }, context);
    return {
      status: 201,
      body: made,
      replay: made.secret ? { id: made.id, secretAlreadyShown: true } : made,
    };
  },
});
