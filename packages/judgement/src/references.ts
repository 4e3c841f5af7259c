import type { Fraction, Measure } from '@xushi/domain';
import type { Transaction } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type AsOf, knownBy } from './as-of.js';
import type { CatalogueIndicator } from './catalogue.js';
import { exact } from './figures.js';
import { type OrgYear, ofOrgYears } from './org-year.js';

/** A published average and a published rank that somebody typed in, each with the document it was read in. */
export interface PublishedReference {
  average: { value: Fraction; document: string | null } | null;
  rank: { position: number; of: number | null; document: string | null } | null;
}

/** Published references of some org-years. */
export interface ReferenceBook {
  find(of: {
    orgId: number;
    year: number;
    month: number;
    indicatorId: number;
    measure: Measure;
  }): PublishedReference | null;
}

/**
 * What was published of a month: its average or its rank. A growth that is an indicator of its own may have been
 * published under either measure; what stands under the one asked for goes first.
 */
export function publishedOf<Part extends keyof PublishedReference>(
  book: ReferenceBook,
  of: { orgId: number; year: number; month: number; indicator: CatalogueIndicator; measure: Measure },
  part: Part,
): PublishedReference[Part] | null {
  const { indicator, measure, ...rest } = of;
  const place = { ...rest, indicatorId: indicator.id };
  const found = book.find({ ...place, measure })?.[part];
  if (found || indicator.type !== 'growth') return found ?? null;
  return book.find({ ...place, measure: measure === 'yoy' ? 'value' : 'yoy' })?.[part] ?? null;
}

/** Reads what was published of the given org-years: per key the newest average and the newest rank. One query. */
export async function loadReferences(
  tx: Transaction,
  of: { orgYears: readonly OrgYear[]; asOf: AsOf },
): Promise<ReferenceBook> {
  const rows = await tx.execute<{
    org_id: number;
    year: number;
    month: number;
    indicator_id: number;
    measure: string;
    average: string | null;
    rank: number | null;
    of_count: number | null;
    source: string | null;
  }>(sql`
    SELECT r.org_id, r.year, r.month, r.indicator_id,
           r.measure, r.average::text AS average, r.rank, r.of_count, r.source #>> '{}' AS source
    FROM ${ofOrgYears(of.orgYears, 'published_reference', 'r')}
    WHERE r.known_at <= ${knownBy(of.asOf)}
    ORDER BY r.id DESC`);
  const keyOf = (...parts: (number | string)[]) => parts.join('/');
  const found = new Map<string, PublishedReference>();
  for (const row of rows) {
    const key = keyOf(row.org_id, row.year, row.month, row.indicator_id, row.measure);
    // Newest first: an average that comes after a rank leaves the rank as it was, and the reverse.
    const newer = found.get(key);
    const average = exact(row.average);
    const document = row.source;
    found.set(key, {
      average: newer?.average ?? (average && { value: average, document }),
      rank: newer?.rank ?? (row.rank === null ? null : { position: row.rank, of: row.of_count, document }),
    });
  }
  return {
    find: ({ orgId, year, month, indicatorId, measure }) =>
      found.size === 0 ? null : (found.get(keyOf(orgId, year, month, indicatorId, measure)) ?? null),
  };
}
