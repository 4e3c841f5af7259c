import { createHmac, randomBytes } from 'node:crypto';

/** Signatures of Standard Webhooks 1.0: receivers verify them with any of its libraries. */

const PREFIX = 'whsec_';

export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** The three headers that go with a body sent at a wall time. */
export function signatureHeaders(options: {
  id: string;
  wallNow: Date;
  body: string;
  secret: string;
}): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(options.wallNow.getTime() / 1000));
  const key = Buffer.from(options.secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${options.id}.${seconds}.${options.body}`)
    .digest('base64');
  return {
    'webhook-id': options.id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  };
}
