import {
  type Comparator,
  Fraction,
  localDateOf,
  NO_FIELDS,
  type ScoreItem,
  type ScoreLine,
  type Scoring,
  scoreOf,
  yardstickOf,
} from '@xushi/domain';
import { groupBy } from '@xushi/platform';
import { type Page, type PageRequest, pageOf } from '@xushi/protocol';
import { integers, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';

import { exact } from './figures.js';
import { judgeYears } from './judge.js';
import type { JudgedYear } from './judged.js';
import { loadYears } from './load.js';
import { readStandings, type StandingPlace } from './read-standings.js';
import { unreportedState } from './unreported.js';

/** Whose scores, at which period. */
export interface ScoreQuestion extends PageRequest {
  under: string;
  period: string;
  now: Date;
  timeZone: string;
}

/**
 * Scores 考核得分 of the orgs of a subtree that have targets in the year (domain.md §6), worked out exactly from their
 * judgement at the period, each line with its arithmetic. A constant number of queries a page.
 */
export async function listScores(tx: Transaction, of: ScoreQuestion): Promise<Page<Record<string, unknown>>> {
  const year = Number(of.period.slice(0, 4));
  const month = Number(of.period.slice(5));
  const orgs = await tx.execute<{ id: number }>(sql`
    SELECT o.id FROM org a JOIN org_closure c ON c.ancestor_id = a.id JOIN org o ON o.id = c.descendant_id
    WHERE a.key = ${of.under} AND o.id > ${of.after}
      AND EXISTS (SELECT 1 FROM target t WHERE t.org_id = o.id AND t.year = ${year})
    ORDER BY o.id LIMIT ${of.limit + 1}`);
  const shown = orgs.slice(0, of.limit).map(({ id }) => id);
  const loaded = await loadYears(
    tx,
    shown.map((orgId) => ({ orgId, year })),
    { at: of },
  );
  const targets = judgeYears(loaded).filter(({ target }) => target !== null);
  const judged = groupBy(targets, ({ file }) => file.orgId);
  const today = localDateOf(of.now, of.timeZone);
  const places = [...judged.values()].flat().map((each) => placeOf(each, month));
  const [standingOf, adjustments] = await Promise.all([
    readStandings(tx, { places, asOf: null, now: of.now }),
    readAdjustments(tx, { orgIds: shown, year }),
  ]);
  return pageOf([...orgs], {
    limit: of.limit,
    positionOf: ({ id }) => id,
    show: ({ id }) => {
      const mine = judged.get(id) ?? [];
      const file = loaded.files.find(({ orgId }) => orgId === id);
      const items = mine.flatMap((each) => {
        const position = standingOf(placeOf(each, month))?.position ?? null;
        const item = itemOf(each, { month, position, today });
        return item ? [item] : [];
      });
      const byHand = adjustments.get(id) ?? [];
      const score = scoreOf(
        items,
        byHand.map(({ points, reason }) => ({ points: Fraction.parse(points), reason })),
      );
      return {
        org: file?.org.key,
        orgName: file?.org.name,
        period: of.period,
        score: score.score?.toDecimal(2) ?? null,
        points: score.points.toDecimal(2),
        weights: score.weights.toExactDecimal(),
        rule: score.rule,
        lines: score.lines.map((line) => shownLine(line, mine)),
        adjustments: byHand,
      };
    },
  });
}

const placeOf = ({ file, indicator, measure }: JudgedYear, month: number): StandingPlace => ({
  orgId: file.orgId,
  year: file.year,
  month,
  indicatorId: indicator.id,
  measure,
});

const keyOf = ({ indicator, measure, grade }: JudgedYear): string => `${indicator.key}/${measure}/${grade}`;

/** A deciding target as the appraisal sees it; one without a row for the month is not reported, if due. Null: not deciding. */
function itemOf(
  year: JudgedYear,
  { month, position, today }: { month: number; position: number | null; today: string },
): ScoreItem | null {
  const { file, indicator, target, measure } = year;
  const judged = year.months.find((each) => each.month === month);
  const version =
    target?.versions.find((each) => each.version === judged?.evaluation.version) ?? target?.versions.at(-1);
  if (!version?.deciding) return null;
  return {
    key: keyOf(year),
    weight: exact(version.weight),
    scoring: version.scoring as Scoring | null,
    ...(version.cap === null ? {} : { cap: Fraction.parse(version.cap) }),
    yardstick: judged?.evaluation.yardstick ?? yardstickOf(indicator.type, measure, version.plan),
    state:
      judged?.evaluation.state ??
      unreportedState({ org: file.org, indicator, measure, version, year: file.year, month, today }),
    comparator: version.comparator as Comparator,
    fields: judged?.evaluation.fields ?? NO_FIELDS,
    milestone: judged?.evaluation.milestone ?? null,
    position,
  };
}

function shownLine(line: ScoreLine, mine: readonly JudgedYear[]) {
  const year = mine.find((each) => keyOf(each) === line.key);
  const { factor, points, weight, saw } = line;
  return {
    indicator: year?.indicator.key,
    indicatorName: year?.indicator.name,
    measure: year?.measure,
    grade: year?.grade,
    weight: weight?.toExactDecimal() ?? null,
    scoring: line.scoring,
    counted: line.counted,
    why: line.why,
    saw: saw && { field: saw.field, value: saw.value.toExactDecimal() ?? saw.value.toDecimal(4) },
    factor: factor && (factor.toExactDecimal() ?? factor.toDecimal(6)),
    points: points?.toDecimal(2) ?? null,
    // 20 × 1 = 20.00
    arithmetic:
      weight && factor && points
        ? `${weight.toExactDecimal()} × ${factor.toExactDecimal() ?? factor.toDecimal(6)} = ${points.toDecimal(2)}`
        : null,
  };
}

interface Adjustment {
  points: string;
  reason: string;
  at: string;
}

async function readAdjustments(
  tx: Transaction,
  of: { orgIds: number[]; year: number },
): Promise<Map<number, Adjustment[]>> {
  const rows = await tx.execute<{ org_id: number; points: string; reason: string; known_at: string }>(sql`
    SELECT org_id, points::text AS points, reason, known_at FROM score_adjustment
    WHERE org_id = ANY (${integers(of.orgIds)}) AND year = ${of.year} ORDER BY id`);
  const groups = groupBy(rows, (row) => row.org_id);
  return new Map(
    [...groups].map(([id, group]) => [
      id,
      group.map(({ points, reason, known_at }) => ({ points, reason, at: new Date(known_at).toISOString() })),
    ]),
  );
}
