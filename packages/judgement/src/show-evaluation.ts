import { convert, type OrgLevel, versionBefore } from '@xushi/domain';
import type { Language } from '@xushi/protocol';
import {
  type ComputedFrom,
  explanationOf,
  groupScope,
  ruleWords,
  scopeName,
  sentenceOf,
  type WordingContext,
} from '@xushi/wording';
import type { Computation, ComputedSide } from './compute.js';
import type { JudgedMonth, JudgedYear } from './judged.js';
import type { LoadedYears } from './load.js';
import { parentAt } from './orgs.js';
import type { ReadStanding, StandingPlace } from './read-standings.js';
import { publishedOf } from './references.js';

/** The revision of a figure that an explanation points at. */
export interface FigureRevision {
  submission: string;
  revision: number;
  receivedAt: string;
}

/** What an answer shows beside the stored numbers. */
export interface ShowContext {
  loaded: LoadedYears;
  standingOf(place: StandingPlace): ReadStanding | null;
  revisionOf(figure: number): FigureRevision | null;
  language: Language;
}

/** Rank, peers, the sentence on it and the operands behind it (domain.md §6, §12) of one judged month. */
export function explained(year: JudgedYear, month: JudgedMonth, of: ShowContext): Record<string, unknown> {
  const { file, indicator, measure } = year;
  const place = {
    orgId: file.orgId,
    year: file.year,
    month: month.month,
    indicatorId: indicator.id,
    measure,
  };
  // Peers are ranked by the deciding targets; beside another one their places would say something else.
  const version = year.target?.versions.find((each) => each.version === month.evaluation.version);
  const standing = year.target && !version?.deciding ? null : of.standingOf(place);
  const rank = rankOf(year, month, { standing, loaded: of.loaded });
  const { evaluation, policy, wire, terms } = month;
  const inGroup = rank?.source === 'peers' && standing !== null && standing.peers.startsWith('group:');
  const context = contextOf(year, month, { ...of, rank, inGroup });
  const sentence = sentenceOf(evaluation, context, of.language);
  const why = [
    explanationOf(evaluation, context, of.language),
    evaluation.decided && policy
      ? ruleWords(
          evaluation.decided,
          policy,
          { unit: indicator.unit, type: indicator.type, measure, comparator: terms?.comparator },
          of.language,
        )
      : null,
  ].filter((part) => part !== null);
  return {
    forecast: wire.forecast ?? null,
    outlook: wire.outlook ?? null,
    rank,
    peerGap: wire.peerGap ?? null,
    peerMean: standing?.mean
      ? {
          value: standing.mean.value.toDecimal(2),
          reported: standing.mean.reported,
          of: standing.mean.of,
        }
      : null,
    waitsFor: wire.waitsFor ?? null,
    explanation: paragraphOf([sentence, ...why], of.language),
    operands: operandsOf(year, month, of),
  };
}

/** Sentences behind each other, each but the last with its end. */
function paragraphOf(said: readonly string[], language: Language): string {
  const [stop, gap] = language === 'zh' ? ['。', ''] : ['.', ' '];
  return said
    .map((part, index) => (index === said.length - 1 || /[。.；;!?！？]$/.test(part) ? part : part + stop))
    .join(gap);
}

/** The installation's own ranking; one that was published and typed in goes before it. */
function rankOf(
  year: JudgedYear,
  month: JudgedMonth,
  of: { standing: ReadStanding | null; loaded: LoadedYears },
) {
  const { file, indicator, target } = year;
  const measures = target ? [year.measure] : (['value', 'yoy'] as const);
  for (const measure of measures) {
    const place = { orgId: file.orgId, year: file.year, indicator, measure };
    const published = publishedOf(of.loaded.references, { ...place, month: month.month }, 'rank');
    if (published) {
      const before = publishedOf(of.loaded.references, { ...place, month: month.month - 1 }, 'rank');
      return {
        position: published.position,
        of: published.of,
        reported: published.of,
        previous: before?.position ?? null,
        provisional: false,
        mixedGrades: false,
        source: 'published' as const,
        document: published.document,
      };
    }
  }
  const { standing } = of;
  if (!standing || standing.position === null) return null;
  const { position, reported, previous, provisional, mixedGrades } = standing;
  return {
    position,
    of: standing.of,
    reported,
    previous,
    provisional,
    mixedGrades,
    source: 'peers' as const,
  };
}

/** The level above, for an org whose parent is not known here: whose average was published. */
const ABOVE: Readonly<Record<string, OrgLevel>> = {
  prefecture: 'province',
  county: 'prefecture',
  park: 'county',
  cluster: 'park',
  enterprise: 'park',
};

function contextOf(
  { file, indicator }: JudgedYear,
  month: JudgedMonth,
  of: ShowContext & { rank: ReturnType<typeof rankOf>; inGroup: boolean },
): WordingContext {
  const { evaluation, terms, effective, reference } = month;
  const { rank, language } = of;
  const parentId = parentAt(file.org, { year: file.year, month: month.month });
  const parent = parentId === null ? undefined : of.loaded.operands.orgs.get(parentId);
  const level = (parent?.level ?? ABOVE[file.org.level] ?? file.org.level) as OrgLevel;
  const standing =
    rank || evaluation.peerGap
      ? {
          scope: scopeName({ level, name: parent?.name }, language),
          peerGap: evaluation.peerGap,
          position: rank?.position ?? null,
          ...(of.inGroup ? { rankScope: groupScope(language) } : {}),
          provisional: rank?.provisional ?? false,
          ...(rank?.of ? { of: rank.of } : {}),
          ...(rank?.reported ? { reported: rank.reported } : {}),
          ...(rank?.previous ? { previous: rank.previous } : {}),
          mixedGrades: rank?.mixedGrades ?? false,
          ...(reference ? { reference: reference.source } : {}),
        }
      : undefined;
  return {
    org: { name: file.org.name },
    indicator,
    target: terms,
    ...(standing ? { standing } : {}),
    ...(effective && effective.waitsFor.length > 0
      ? {
          waitsFor: effective.waitsFor.map(({ orgName, indicatorName, period, zero }) => ({
            orgName,
            indicatorName,
            month: Number(period.slice(5)),
            ...(zero ? { zero } : {}),
          })),
        }
      : {}),
    ...(effective?.members
      ? {
          members: {
            reported: effective.members.reported,
            of: effective.members.of,
            missing: effective.members.missing.map(({ name }) => name),
          },
        }
      : {}),
    ...(effective?.origin === 'computed' && effective.computed
      ? {
          computed: {
            ...sidesOf(effective.computed, indicator.unit),
            scale: effective.computed.scale,
          },
        }
      : {}),
    ...(effective?.derivedYoy ? { derivedYoy: effective.derivedYoy } : {}),
  };
}

/** Both sides in units that make the quotient the figure: of one family in one unit, else in those of the indicator's. */
function sidesOf(
  { numerator, denominator }: Computation,
  unit: string,
): Pick<ComputedFrom, 'numerator' | 'denominator'> {
  const alike = convert(denominator.value, denominator.unit, numerator.unit);
  if (alike) {
    return {
      numerator: sideOf(numerator),
      denominator: sideOf({ ...denominator, value: alike, unit: numerator.unit }),
    };
  }
  const [above = '', below = ''] = unit.split('/');
  const [top, bottom] = [
    convert(numerator.value, numerator.unit, above),
    convert(denominator.value, denominator.unit, below),
  ];
  if (!top || !bottom) return { numerator: sideOf(numerator), denominator: sideOf(denominator) };
  return {
    numerator: sideOf({ ...numerator, value: top, unit: above }),
    denominator: sideOf({ ...denominator, value: bottom, unit: below }),
  };
}

const sideOf = ({ orgName, indicatorName, value, unit }: ComputedSide) => ({
  name: `${orgName}${indicatorName}`,
  value,
  unit,
});

/** What the judgement was made from: each can be looked up again. */
function operandsOf(year: JudgedYear, month: JudgedMonth, of: ShowContext): Record<string, unknown> {
  const { evaluation, figure, terms, wire, policy, reference } = month;
  const version = year.target?.versions.find((each) => each.version === evaluation.version);
  const before =
    version && versionBefore(year.target?.versions ?? [], { version: version.version, month: month.month });
  const { decided } = evaluation;
  return {
    figure: figure && {
      id: figure.id,
      ...of.revisionOf(figure.id),
      value: figure.value,
      yoy: figure.yoy,
      source: figure.grade,
    },
    computed: wire.computed ?? null,
    target:
      version && terms
        ? {
            id: year.target?.id,
            version: version.version,
            value: version.value,
            comparator: version.comparator,
            appliesFrom: `${year.file.year}-${String(version.appliesFrom).padStart(2, '0')}`,
            source: version.source,
            reason: version.reason,
            // 调整前.
            before: before
              ? { version: before.version, value: before.value, comparator: before.comparator }
              : null,
          }
        : null,
    policy:
      decided && policy
        ? {
            key: policy.key,
            version: policy.version,
            rule: decided.rule,
            when: decided.rule === null ? null : (policy.rules[decided.rule]?.when ?? null),
            saw: Object.fromEntries(
              Object.entries(decided.saw).map(([field, value]) => [
                field,
                value.toExactDecimal() ?? value.toDecimal(6),
              ]),
            ),
          }
        : null,
    reference: reference && {
      value: reference.value.toExactDecimal() ?? reference.value.toDecimal(6),
      source: reference.source,
      document: reference.document,
    },
  };
}
