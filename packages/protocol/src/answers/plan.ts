import { Type } from 'typebox';
import { closed } from '../values.js';
import { Exact, MaybeText, Month } from './shapes.js';

/** A plan as it is kept: its numbers are decimal strings. */
export const PlanAnswer = Type.Union(
  [
    Type.Object({ kind: Type.Literal('linear'), from: Type.Optional(Month) }, closed),
    Type.Object(
      {
        kind: Type.Literal('weights'),
        weights: Type.Array(Exact, { minItems: 12, maxItems: 12 }),
        normalise: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    Type.Object(
      { kind: Type.Literal('cumulative'), values: Type.Array(Exact, { minItems: 12, maxItems: 12 }) },
      closed,
    ),
    Type.Object({ kind: Type.Literal('lastYear') }, closed),
    Type.Object({ kind: Type.Literal('quarterly') }, closed),
    Type.Object({ kind: Type.Literal('constant') }, closed),
    Type.Object(
      {
        kind: Type.Literal('checkpoints'),
        points: Type.Array(Type.Object({ month: Month, value: Exact }, closed), { minItems: 1 }),
      },
      closed,
    ),
  ],
  { title: 'Plan' },
);

/** The document that a target was set by. */
export const TargetSource = Type.Object(
  {
    document: Type.Optional(Type.String()),
    number: Type.Optional(MaybeText),
    date: Type.Optional(MaybeText),
  },
  { ...closed, title: 'TargetSource' },
);
