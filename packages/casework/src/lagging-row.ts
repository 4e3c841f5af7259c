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
import { sql } from 'drizzle-orm';

/** A stored lagging alert, with what deciding its next step needs. */
export interface LaggingRow {
  id: string;
  subjectKey: string;
  openedAt: Date;
  historical: boolean;
  life: LaggingAlert;
}

/** Exact numbers are kept as `numerator/denominator`: a gap of a third must compare equal to itself. */
export const writeExact = (value: Fraction): string => `${value.numerator}/${value.denominator}`;

export function readExact(text: string): Fraction {
  const [numerator = '0', denominator = '1'] = text.split('/');
  return Fraction.of(BigInt(numerator), BigInt(denominator));
}

/** The newest alert of each subject, whatever its state. One query. */
export async function newestLaggingAlerts(
  unit: Unit,
  subjectKeys: string[],
): Promise<Map<string, LaggingRow>> {
  if (subjectKeys.length === 0) return new Map();
  const rows = await unit.tx.execute<{
    id: string;
    subject_key: string;
    state: AlertState;
    light: Light;
    level: Level;
    first_month: number;
    latest_month: number;
    verdict: Verdict | null;
    opened_at: string;
    historical: boolean;
    observation: { offTarget: string; grade: FigureGrade | null };
  }>(sql`
    SELECT DISTINCT ON (subject_key) id, subject_key, state, light, level, first_month, latest_month, verdict,
           opened_at, historical, observation
    FROM alert
    WHERE kind = 'indicatorLagging' AND subject_key = ANY (ARRAY(
      SELECT jsonb_array_elements_text(${JSON.stringify(subjectKeys)}::text::jsonb)))
    ORDER BY subject_key, sequence DESC`);
  return new Map(
    rows.map((row) => [
      row.subject_key,
      {
        id: row.id,
        subjectKey: row.subject_key,
        openedAt: new Date(row.opened_at),
        historical: row.historical,
        life: {
          state: row.state,
          light: row.light,
          offTarget: readExact(row.observation.offTarget),
          level: row.level,
          firstMonth: row.first_month,
          latestMonth: row.latest_month,
          grade: row.observation.grade,
          verdict: row.verdict,
        },
      },
    ]),
  );
}
