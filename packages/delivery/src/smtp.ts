import { toError } from '@xushi/platform';
import { createTransport } from 'nodemailer';
import type { MailOutlet } from './mail-outlet.js';
import { outcomeOf, SMTP_OUTCOMES } from './outcomes.js';

const TIMEOUT_MS = 45_000;
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const CONNECTIONS = 4;

/**
 * A mail server behind pooled connections. The URL says how it is spoken to: `smtps:` for TLS from the start,
 * `smtp:` for STARTTLS where it is offered, `?requireTLS=true` where it must be.
 */
export function createSmtp(options: { url: string; timeoutMs?: number }): MailOutlet {
  const transport = createTransport({
    pool: true,
    url: options.url,
    maxConnections: CONNECTIONS,
    // Trying again is the sender's business: it counts, waits and writes down.
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  // Faults of idle connections; a message in flight hears of its own.
  transport.on('error', () => undefined);
  return {
    async send(mail) {
      const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
      try {
        const { response } = await transport.sendMail({ ...mail, signal });
        return {
          outcome: 'delivered',
          code: replyCode(response),
          reason: null,
          response: response ?? null,
          retryAfterMs: null,
        };
      } catch (thrown) {
        const fault = toError(thrown) as Error & { responseCode?: number; response?: string };
        const code = fault.responseCode ?? null;
        return {
          outcome: code === null ? 'retry' : outcomeOf(SMTP_OUTCOMES, code),
          code,
          reason: fault.message,
          response: fault.response ?? null,
          retryAfterMs: null,
        };
      }
    },
    async close() {
      transport.close();
    },
  };
}

const replyCode = (response: string | undefined): number | null => Number(response?.slice(0, 3)) || null;
