import { type TSchema, Type } from 'typebox';
import { closed, Slug } from '../values.js';
import { Moment, Word } from './shapes.js';
import { WEBHOOK_DATA } from './webhooks.js';

const event = (title: string, type: TSchema, data: TSchema) =>
  Type.Object({ cursor: Word, type, org: Slug, at: Moment, data }, { ...closed, title });

/** `alert.raised` as `AlertRaised`. */
const nameOf = (type: string): string =>
  type.replace(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Something that happened: what webhooks carry as they carry it, and what only the house has to do with. */
export const EventAnswer = Type.Union(
  [
    ...Object.entries(WEBHOOK_DATA).map(([type, data]) =>
      event(`${nameOf(type)}Event`, Type.Literal(type), data),
    ),
    event(
      'OtherEvent',
      Type.Unsafe<string>({ type: 'string', not: { enum: Object.keys(WEBHOOK_DATA) } }),
      Type.Object({}, { additionalProperties: true }),
    ),
  ],
  { title: 'Event' },
);
