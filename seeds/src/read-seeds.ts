/**
 * Seeds are figures and targets that five published documents of Chinese industrial parks state, written as
 * data files that can be read beside them. This package reads those files, checks their form and hands them
 * out in the order in which they load: the catalogue, then the places by the clock at which they report.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cells } from './cells.js';
import { parseCsv } from './csv.js';
import {
  type FigureSeed,
  figuresTable,
  type OutlookSeed,
  outlooksTable,
  type ReferenceSeed,
  type RegisterSeed,
  referencesTable,
  registerTable,
} from './reported-tables.js';
import {
  type CatalogueSeed,
  catalogueTable,
  type DutySeed,
  dutiesTable,
  type OrgSeed,
  orgsTable,
  type Table,
  type TargetSeed,
  targetsTable,
} from './tables.js';

export type { FigureSeed, OutlookSeed, ReferenceSeed, RegisterSeed } from './reported-tables.js';
export type { CatalogueSeed, DutySeed, OrgSeed, SeedPlan, TargetSeed } from './tables.js';

/** What a place's `place.json` says: the document, and when the business clock stands as it reports. */
export interface Place {
  /** The folder's name. */
  key: string;
  document: {
    file: string;
    title: string;
    number: string | null;
    date: string | null;
    publisher: string | null;
  };
  clock: string;
  summary: string;
}

/** One place's data; orgs stand with parents before children. */
export interface PlaceSeeds {
  place: Place;
  orgs: OrgSeed[];
  duties: DutySeed[];
  targets: TargetSeed[];
  figures: FigureSeed[];
  references: ReferenceSeed[];
  register: RegisterSeed[];
  outlooks: OutlookSeed[];
}

export interface Seeds {
  catalogue: CatalogueSeed[];
  places: PlaceSeeds[];
}

/** The folder of the data files, seen from `dist/src`. */
export const seedsFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Reads one data file. Throws SyntaxError with file and line for anything out of form. */
export function readTable<Row>(path: string, table: Table<Row>): Row[] {
  let rows: ReturnType<typeof parseCsv>;
  try {
    rows = parseCsv(readFileSync(path, 'utf8'), table.columns);
  } catch (cause) {
    throw new SyntaxError(`${path} ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return rows.map((row) => table.read(new Cells(path, row)));
}

/** Reads every data file under `folder` in loading order: places sorted by clock. */
export function readSeeds(folder: string = seedsFolder): Seeds {
  const places = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'place.json')))
    .map((name) => readPlace(folder, name))
    .sort((a, b) => Date.parse(a.place.clock) - Date.parse(b.place.clock));
  return { catalogue: readTable(join(folder, 'catalogue.csv'), catalogueTable), places };
}

function readPlace(folder: string, key: string): PlaceSeeds {
  const path = (name: string) => join(folder, key, name);
  const described = JSON.parse(readFileSync(path('place.json'), 'utf8')) as Omit<Place, 'key'>;
  return {
    place: { key, ...described },
    orgs: readTable(path('orgs.csv'), orgsTable),
    duties: readTable(path('duties.csv'), dutiesTable),
    targets: readTable(path('targets.csv'), targetsTable),
    figures: readTable(path('figures.csv'), figuresTable),
    references: readTable(path('references.csv'), referencesTable),
    register: readTable(path('register.csv'), registerTable),
    outlooks: readTable(path('outlooks.csv'), outlooksTable),
  };
}
