import type { Fraction } from '@xushi/domain';
import { readFraction, type Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, inForceAt } from './as-of.js';

/** A line of the standings as answers show it. */
export interface ReadStanding {
  position: number | null;
  of: number;
  reported: number;
  /** The position at the org's previous ranked month of the year. */
  previous: number | null;
  /** Peers may still report. */
  provisional: boolean;
  /** 口径不一. */
  mixedGrades: boolean;
  peers: string;
  mean: { value: Fraction; reported: number; of: number } | null;
}

/** Names one line. */
export interface StandingPlace {
  orgId: number;
  year: number;
  month: number;
  indicatorId: number;
  measure: string;
}

const keyOf = ({ orgId, year, month, indicatorId, measure }: StandingPlace): string =>
  `${orgId}/${year}/${month}/${indicatorId}/${measure}`;

/**
 * The reader's own lines of the standings, as they were known at a moment. `now`: until when a peer could have reported.
 * One query.
 */
export async function readStandings(
  tx: Transaction,
  of: { places: readonly StandingPlace[]; asOf: AsOf; now: Date },
): Promise<(place: StandingPlace) => ReadStanding | null> {
  const places = of.places.map((place) => ({
    org_id: place.orgId,
    year: place.year,
    month: place.month,
    indicator_id: place.indicatorId,
    measure: place.measure,
  }));
  const rows = await tx.execute<{
    org_id: number;
    year: number;
    month: number;
    indicator_id: number;
    measure: string;
    peers: string;
    position: number | null;
    of_count: number;
    reported: number;
    mixed_grades: boolean;
    mean: string | null;
    mean_reported: number;
    mean_of: number;
    open_until: string | null;
    previous: number | null;
  }>(sql`
    SELECT s.org_id, s.year, s.month, s.indicator_id, s.measure, s.peers, s.position, s.of_count, s.reported, s.mixed_grades,
           s.mean, s.mean_reported, s.mean_of, s.open_until,
           (SELECT p.position FROM standing p
            WHERE p.org_id = s.org_id AND p.year = s.year AND p.month < s.month AND p.indicator_id = s.indicator_id
              AND p.measure = s.measure AND p.peers = s.peers AND p.position IS NOT NULL AND ${inForceAt(of.asOf, 'p')}
            ORDER BY p.month DESC LIMIT 1) AS previous
    FROM jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
      AS w(org_id integer, year integer, month integer, indicator_id integer, measure text)
    JOIN standing s USING (org_id, year, month, indicator_id, measure)
    WHERE ${inForceAt(of.asOf, 's')}`);
  const found = new Map(
    rows.map((row): [string, ReadStanding] => {
      const mean = readFraction(row.mean);
      return [
        keyOf({
          orgId: row.org_id,
          year: row.year,
          month: row.month,
          indicatorId: row.indicator_id,
          measure: row.measure,
        }),
        {
          position: row.position,
          of: row.of_count,
          reported: row.reported,
          previous: row.previous,
          provisional: row.open_until !== null && of.now < new Date(row.open_until),
          mixedGrades: row.mixed_grades,
          peers: row.peers,
          mean: mean && { value: mean, reported: row.mean_reported, of: row.mean_of },
        },
      ];
    }),
  );
  return (place) => found.get(keyOf(place)) ?? null;
}
