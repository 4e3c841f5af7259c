import { Type } from 'typebox';
import { Nullable, Slug } from '../values.js';
import { Id, MaybeMoment, MaybeText, Moment, SecretShown, Whole, Word } from './shapes.js';

/** A new key; its secret once. */
export const IssuedKey = Type.Union([
  Whole('IssuedKey', { id: Id, secret: Type.String({ minLength: 16 }) }),
  SecretShown,
]);

export const AuditAnswer = Whole('AuditEntry', {
  at: Moment,
  org: Slug,
  action: Word,
  subject: Word,
  person: Nullable(Slug),
  key: Nullable(Id),
  requestId: MaybeText,
  detail: Type.Unknown({ description: 'what was set, as the action has it' }),
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
