import { LEVELS } from '@xushi/domain';
import { Type } from 'typebox';
import { Nullable, OneOf, Slug } from '../values.js';
import { LightAnswer } from './evaluation.js';
import { Count, Id, MaybeMoment, MaybeText, Moment, Ordinal, SecretShown, Whole, Word } from './shapes.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What an attempt came to. */
export const DELIVERY_OUTCOMES = ['delivered', 'retry', 'terminal', 'gone'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

export const CHANNEL_NAMES = ['email', 'webhook'] as const;

export const ReceiverAnswer = Whole('Receiver', {
  id: Id,
  name: Word,
  channel: OneOf(CHANNEL_NAMES),
  address: Word,
  org: Slug,
  kinds: Nullable(Type.Array(Word)),
  minLight: Nullable(LightAnswer),
  levels: Nullable(Type.Array(OneOf(LEVELS))),
  enabled: Type.Boolean(),
  createdAt: Moment,
});

/** A new receiver; a webhook’s secret once. */
export const CreatedReceiver = Type.Union([
  Whole('CreatedReceiver', { id: Id, secret: Type.Optional(Type.String({ pattern: '^whsec_' })) }),
  SecretShown,
]);

const Attempt = Whole('DeliveryAttempt', {
  attempt: Ordinal,
  at: Moment,
  outcome: OneOf(DELIVERY_OUTCOMES),
  code: Nullable(Type.Integer()),
  milliseconds: Count,
  reason: MaybeText,
  response: MaybeText,
});

export const DeliveryAnswer = Whole('Delivery', {
  id: Id,
  receiver: Id,
  type: Word,
  alert: Nullable(Id),
  state: OneOf(DELIVERY_STATES),
  createdAt: Moment,
  nextAttemptAt: MaybeMoment,
  finishedAt: MaybeMoment,
  attempts: Type.Array(Attempt),
});

export const DeliveryId = Whole('DeliveryId', { id: Id });
