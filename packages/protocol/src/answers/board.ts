import { EVALUATION_STATES, LIGHTS } from '@xushi/domain';
import { Type } from 'typebox';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { LightAnswer } from './evaluation.js';
import { Count, MaybeExact, Period, Whole, Word } from './shapes.js';

const BoardCell = Whole('BoardCell', {
  state: OneOf(EVALUATION_STATES),
  light: Nullable(LightAnswer),
  lightBefore: Nullable(LightAnswer),
  figure: MaybeExact,
  yoy: MaybeExact,
  gap: MaybeExact,
  gapIn: Nullable(OneOf(['points', 'unit'] as const)),
});

/** Orgs by indicators at one period; `cells` by the indicator’s key. */
export const ScoreboardAnswer = Whole('Scoreboard', {
  under: Slug,
  underName: Word,
  period: Period,
  indicators: Type.Array(Type.Object({ key: Slug, name: Word, unit: Word, decimals: Count }, closed)),
  orgs: Type.Array(
    Type.Object(
      {
        org: Slug,
        orgName: Word,
        level: Word,
        lights: Type.Object(Object.fromEntries(LIGHTS.map((light) => [light, Count])), closed),
        notReported: Count,
        cells: Type.Record(Slug, BoardCell),
      },
      closed,
    ),
  ),
});
