import { Webhook } from 'standardwebhooks';

/** What a webhook tells: the event's type, business time and data. */
export interface WebhookMessage {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

/**
 * Checks a webhook's signature by Standard Webhooks 1.0 and gives its message. `body` is the request's body to
 * the byte, not parsed and written again. Throws where the signature, or its age of at most five minutes, is wrong.
 */
export function verifyWebhook(options: {
  secret: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}): WebhookMessage {
  const headers = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(options.headers[name] ?? ''),
    ]),
  );
  return new Webhook(options.secret).verify(options.body, headers) as WebhookMessage;
}
