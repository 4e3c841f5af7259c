import type { Unit } from '@xushi/events';
import { tables } from '@xushi/store';
import type { CatalogueIndicator } from './read-figure.js';

/** Every indicator by its key. */
export type Catalogue = ReadonlyMap<string, CatalogueIndicator>;

/** Of this many installations or states the catalogue is kept; a process serves one, a test some. */
const MOST_KEPT = 8;
const kept = new Map<string, Promise<Catalogue>>();

/** The catalogue as this transaction knows it. Read once for each of its states: it changes a few times a year. */
export function readCatalogue(unit: Unit): Promise<Catalogue> {
  const known = kept.get(unit.catalogue);
  if (known) return known;
  const read = load(unit);
  kept.set(unit.catalogue, read);
  // What failed is not kept: the next sheet reads again.
  read.catch(() => kept.delete(unit.catalogue));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return read;
}

async function load(unit: Unit): Promise<Catalogue> {
  const rows = await unit.tx.select().from(tables.indicator);
  return new Map(rows.map((row) => [row.key, row as CatalogueIndicator]));
}
