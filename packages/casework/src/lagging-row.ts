import {
  type AlertState,
  type FigureGrade,
  Fraction,
  type LaggingAlert,
  type Level,
  type Light,
  type Verdict,
} from '@xushi/domain';
import type { Unit } from '@xushi/events';
import type { JudgedYear } from '@xushi/judgement';
import { groupBy } from '@xushi/platform';
import { integers, readFraction } from '@xushi/store';
import { sql } from 'drizzle-orm';

/** Kinds of alerts on a target of an indicator. */
export type IndicatorAlertKind = 'indicatorLagging' | 'forecastMiss';

/** A stored alert on a target, with what deciding its next step needs. */
export interface LaggingRow {
  id: string;
  kind: IndicatorAlertKind;
  subjectKey: string;
  openedAt: Date;
  /** Who took it on; null: nobody yet. */
  owner: string | null;
  historical: boolean;
  life: LaggingAlert;
}

/** `org/year/indicator/measure/grade`: one alert of a kind is open per subject. */
export const laggingSubject = ({ file, indicator, measure, grade }: JudgedYear): string =>
  `${file.org.key}/${file.year}/${indicator.key}/${measure}/${grade}`;

/** Finds an alert among those of its kind. */
export const alertKey = (kind: IndicatorAlertKind, subjectKey: string): string => `${kind} ${subjectKey}`;

/** The alerts of each kind and subject of the org-years by `alertKey`, whatever their state, the newest last. One query. */
export async function laggingAlerts(
  unit: Unit,
  orgYears: readonly { orgId: number; year: number }[],
): Promise<Map<string, LaggingRow[]>> {
  const orgIds = new Set(orgYears.map(({ orgId }) => orgId));
  const years = new Set(orgYears.map(({ year }) => year));
  const rows = await unit.tx.execute<{
    id: string;
    subject_key: string;
    kind: IndicatorAlertKind;
    state: AlertState;
    light: Light;
    level: Level;
    first_month: number;
    latest_month: number;
    verdict: Verdict | null;
    opened_at: string;
    owner: string | null;
    historical: boolean;
    off_target: string | null;
    grade: FigureGrade | null;
  }>(sql`
    SELECT id, kind, subject_key, state, light, level, first_month, latest_month, verdict,
           opened_at, owner, historical, observation->>'offTarget' AS off_target, observation->>'grade' AS grade
    FROM alert
    WHERE kind IN ('indicatorLagging', 'forecastMiss') AND org_id = ANY (${integers(orgIds)}) AND year = ANY (${integers(years)})
    ORDER BY sequence`);
  return groupBy(
    rows.map(
      (row): LaggingRow => ({
        id: row.id,
        kind: row.kind,
        subjectKey: row.subject_key,
        openedAt: new Date(row.opened_at),
        owner: row.owner,
        historical: row.historical,
        life: {
          state: row.state,
          light: row.light,
          offTarget: readFraction(row.off_target) ?? Fraction.ZERO,
          level: row.level,
          firstMonth: row.first_month,
          latestMonth: row.latest_month,
          grade: row.grade,
          verdict: row.verdict,
        },
      }),
    ),
    ({ kind, subjectKey }) => alertKey(kind, subjectKey),
  );
}
