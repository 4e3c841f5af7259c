import {
  COMPARATORS,
  DIRECTIONS,
  FORMULA_MODES,
  GROWTH_BASES,
  INDICATOR_TYPES,
  MEASURES,
  ORG_LEVELS,
  RANK_BYS,
  ROLL_UPS,
  SCORINGS,
  TARGET_GRADES,
} from '@xushi/domain';
import { Type } from 'typebox';
import { IndicatorBody, OrgBody, PersonBody, REVIEWS } from '../reference.js';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import { PlanAnswer, TargetSource } from './plan.js';
import {
  Count,
  Day,
  Exact,
  MaybeDay,
  MaybeExact,
  MaybeText,
  Moment,
  Month,
  Ordinal,
  Period,
  Whole,
  Word,
} from './shapes.js';

/** What was put comes back with its key. */
const kept = <T extends typeof OrgBody | typeof IndicatorBody | typeof PersonBody>(title: string, body: T) =>
  Type.Object({ key: Slug, ...body.properties }, { ...closed, title });

export const PutOrgAnswer = kept('PutOrgAnswer', OrgBody);
export const PutIndicatorAnswer = kept('PutIndicatorAnswer', IndicatorBody);
export const PutPersonAnswer = kept('PutPersonAnswer', PersonBody);

export const OrgAnswer = Whole('Org', {
  key: Slug,
  name: Word,
  /** `installation` is the root, which every org stands below. */
  level: OneOf([...ORG_LEVELS, 'installation'] as const),
  parent: Nullable(Slug),
  activeFrom: MaybeDay,
  activeTo: MaybeDay,
  review: OneOf(REVIEWS),
});

const FormulaSide = Type.Object({ indicator: Slug, org: Type.String() }, closed);

export const IndicatorAnswer = Whole('Indicator', {
  key: Slug,
  name: Word,
  unit: Word,
  reportUnit: Word,
  reportDecimals: Count,
  type: OneOf(INDICATOR_TYPES),
  direction: OneOf(DIRECTIONS),
  decimals: Count,
  noJanuary: Type.Boolean(),
  dueMonths: Nullable(Type.Array(Month)),
  lagMonths: Count,
  rollUp: OneOf(ROLL_UPS),
  formula: Nullable(
    Type.Object(
      { numerator: FormulaSide, denominator: FormulaSide, scale: Exact, mode: OneOf(FORMULA_MODES) },
      closed,
    ),
  ),
  partOf: Nullable(Slug),
  growthBasis: OneOf(GROWTH_BASES),
  rankBy: Nullable(OneOf(RANK_BYS)),
  order: Count,
  group: MaybeText,
});

export const DutyAnswer = Whole('DutyVersion', { org: Slug, version: Ordinal });

/** A calendar’s version, and the deadlines that it moved. */
export const CalendarVersion = Whole('CalendarVersion', {
  year: Type.Integer(),
  version: Ordinal,
  rescheduled: Type.Array(Type.Object({ org: Slug, period: Period, from: Moment, to: Moment }, closed)),
});

const OurKeys = Type.Record(Type.String(), Slug);
/** Codes of another system, and our keys for them. */
export const AliasesAnswer = Whole('Aliases', { system: Slug, orgs: OurKeys, indicators: OurKeys });

export const CalendarAnswer = Whole('Calendar', {
  year: Type.Integer(),
  org: Slug,
  version: Ordinal,
  daysOff: Type.Array(Day),
  workdays: Type.Array(Day),
  notice: Nullable(
    Type.Object(
      { title: Type.String(), number: Type.Optional(MaybeText), date: Type.Optional(MaybeText) },
      closed,
    ),
  ),
});

export const KeyedVersion = Whole('KeyedVersion', { key: Slug, version: Ordinal });
export const ScopesAnswer = Whole('PolicyScopes', { scopes: Count });
export const RowId = Whole('RowId', { id: Ordinal });
export const TargetVersionAnswer = Whole('TargetVersion', {
  id: Ordinal,
  version: Ordinal,
  /** The first period that it judges. */
  appliesFrom: Period,
});

export const TargetAnswer = Whole('Target', {
  id: Ordinal,
  org: Slug,
  year: Type.Integer(),
  indicator: Slug,
  measure: OneOf(MEASURES),
  grade: OneOf(TARGET_GRADES),
  version: Ordinal,
  deciding: Type.Boolean(),
  comparator: OneOf(COMPARATORS),
  value: Exact,
  plan: PlanAnswer,
  due: MaybeDay,
  weight: MaybeExact,
  scoring: Nullable(OneOf(SCORINGS)),
  cap: MaybeExact,
  source: Nullable(TargetSource),
  responsible: Nullable(
    Type.Object({ post: Type.Optional(Type.String()), unit: Type.Optional(Type.String()) }, closed),
  ),
  policy: Nullable(Slug),
  reason: MaybeText,
  appliesFrom: Period,
  knownAt: Moment,
  lastYear: MaybeExact,
  impliedGrowth: MaybeExact,
});
