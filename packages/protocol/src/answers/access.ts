import { Type } from 'typebox';
import { KEY_ROLES } from '../reference.js';
import { Nullable, OneOf, Slug } from '../values.js';
import { Id, MaybeMoment, MaybeText, Moment, SecretShown, Whole, Word } from './shapes.js';

/** A new key; its secret once. */
export const IssuedKey = Type.Union([
  Whole('IssuedKey', { id: Id, secret: Type.String({ minLength: 16 }) }),
  SecretShown,
]);

/** A key’s new secret once, and until when the one before is good. */
export const RotatedKey = Type.Union([
  Whole('RotatedKey', { id: Id, secret: Type.String({ minLength: 16 }), previousUntil: Moment }),
  Whole('RotatedKeyShown', { id: Id, previousUntil: Moment, secretAlreadyShown: Type.Literal(true) }),
]);

/** A key as its keepers see it: never with its secret. */
export const KeyAnswer = Whole('Key', {
  id: Id,
  name: Word,
  role: OneOf(KEY_ROLES),
  org: Slug,
  person: Nullable(Slug),
  createdAt: Moment,
  expiresAt: MaybeMoment,
  previousUntil: MaybeMoment,
  lastUsedAt: MaybeMoment,
  revokedAt: MaybeMoment,
});

export const AuditAnswer = Whole('AuditEntry', {
  at: Moment,
  org: Slug,
  action: Word,
  subject: Word,
  person: Nullable(Slug),
  key: Nullable(Id),
  requestId: MaybeText,
  before: Type.Unknown({ description: 'as it was, as the action has it; null: nothing' }),
  after: Type.Unknown({ description: 'what was set' }),
});

export const ClockAnswer = Whole('Clock', {
  kind: Type.Union([Type.Literal('system'), Type.Literal('simulated')]),
  now: Moment,
  goal: MaybeMoment,
  settled: Type.Boolean(),
  timeZone: Word,
});

export const ClockOnItsWay = Whole('ClockOnItsWay', {
  now: Moment,
  goal: Moment,
  settled: Type.Literal(false),
});
