import type { Outcome } from './outcomes.js';

/** What a delivery says: the same three fields whatever the channel. `timestamp` is business time. */
export interface DeliveryBody {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

/** One attempt at one delivery, as a channel sees it. */
export interface Outgoing {
  /** The same on every attempt. */
  id: string;
  body: DeliveryBody;
  createdAt: Date;
  receiver: { id: string; name: string; address: string };
  /** Opened; null where the receiver has none. */
  secret: string | null;
}

/** What came of an attempt, and whether another one may do better. */
export interface SendResult {
  outcome: Outcome;
  /** HTTP status or SMTP reply code; null where no answer came. */
  code: number | null;
  reason: string | null;
  /** The beginning of the answer. */
  response: string | null;
  /** How long the receiver asked to be left alone. */
  retryAfterMs: number | null;
}

/** A way to reach a receiver. It answers with what came of it; it throws for faults of our own only. */
export interface Channel {
  name: ChannelName;
  send(outgoing: Outgoing): Promise<SendResult>;
  close(): Promise<void>;
}

/** Robots (企业微信, 钉钉, 飞书) join here, one file each. */
export const CHANNELS = ['email', 'webhook'] as const;
export type ChannelName = (typeof CHANNELS)[number];
