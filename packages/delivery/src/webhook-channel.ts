import { toError, type WallClock } from '@xushi/platform';
import type { AddressGuard } from './address-guard.js';
import type { Channel, SendResult } from './channel.js';
import { post } from './http-post.js';
import { HTTP_OUTCOMES, LONGEST_RETRY_AFTER_MS, outcomeOf } from './outcomes.js';
import { signatureHeaders } from './webhook-signature.js';

const TIMEOUT_MS = 15_000;
const KEPT_BYTES = 1024;

/** Webhooks after Standard Webhooks 1.0: signed with the receiver's secret at the wall's time. */
export function createWebhookChannel(options: {
  guard: AddressGuard;
  wall: WallClock;
  timeoutMs?: number;
}): Channel {
  return {
    name: 'webhook',
    async send({ id, body: { type, timestamp, data }, receiver, secret }) {
      if (secret === null) return unanswered('the receiver has no secret to sign with');
      const wallNow = options.wall.now();
      const body = JSON.stringify({ type, timestamp, data });
      try {
        const answer = await post({
          url: new URL(receiver.address),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'user-agent': 'xushi',
            ...signatureHeaders({ id, wallNow, body, secret }),
          },
          body,
          timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
          keepBytes: KEPT_BYTES,
          guard: options.guard,
        });
        const outcome = outcomeOf(HTTP_OUTCOMES, answer.status);
        return {
          outcome,
          code: answer.status,
          reason: outcome === 'delivered' ? null : `answered ${answer.status}`,
          response: answer.body.toString('utf8'),
          retryAfterMs: retryAfterMs(answer.headers['retry-after'], options.wall.now()),
        };
      } catch (fault) {
        return unanswered(toError(fault).message);
      }
    },
    async close() {},
  };
}

const unanswered = (reason: string): SendResult => ({
  outcome: 'retry',
  code: null,
  reason,
  response: null,
  retryAfterMs: null,
});

/** Retry-After as seconds or as a date, at most a day; null where it is neither. */
export function retryAfterMs(header: string | undefined, wallNow: Date): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - wallNow.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), LONGEST_RETRY_AFTER_MS);
}
