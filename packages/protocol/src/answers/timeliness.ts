import { Type } from 'typebox';
import { closed, Nullable, OneOf, Slug } from '../values.js';
import {
  Count,
  Day,
  MaybeExact,
  MaybeMoment,
  MaybeText,
  Moment,
  PageOf,
  Period,
  Whole,
  Word,
} from './shapes.js';

export const ExtensionAnswer = Whole('Extension', {
  org: Slug,
  period: Period,
  until: Day,
  dueAt: Moment,
  originalDueAt: Moment,
  reason: Word,
  person: Nullable(Slug),
});

const STANDINGS = ['reported', 'partial', 'missing', 'notDue', 'held', 'returned'] as const;

const RATES = {
  expected: Count,
  present: Count,
  completeness: MaybeExact,
  onTime: Count,
  onTimeRate: MaybeExact,
};

const SheetDue = Type.Object(
  {
    at: Moment,
    day: Day,
    originalAt: Moment,
    originalDay: Day,
    estimated: Type.Boolean(),
    extension: Nullable(
      Type.Object({ until: Day, reason: Word, person: MaybeText, givenAt: Moment }, closed),
    ),
  },
  closed,
);

const OrgTimeliness = Whole('OrgTimeliness', {
  org: Slug,
  orgName: Word,
  state: OneOf(STANDINGS),
  ...RATES,
  due: Nullable(SheetDue),
  firstArrival: MaybeMoment,
  late: Type.Boolean(),
  workdaysLate: Nullable(Type.Integer()),
  missing: Type.Array(Type.Object({ indicator: Slug, name: Word, period: Period }, closed)),
});

/** A page of orgs, and the total of all pages. */
export const TimelinessAnswer = Type.Object(
  {
    ...PageOf(OrgTimeliness).properties,
    total: Type.Object(
      {
        orgs: Count,
        ...RATES,
        states: Type.Object(Object.fromEntries(STANDINGS.map((state) => [state, Count])), closed),
      },
      closed,
    ),
  },
  { ...closed, title: 'Timeliness' },
);
