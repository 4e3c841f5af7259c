import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@xushi/client';
import { groupBy } from '@xushi/platform';
import { type CatalogueSeed, type PlaceSeeds, seedsFolder } from './read-seeds.js';

/** Loads the work calendars of the years the State Council has published. */
export async function loadCalendars(client: Client): Promise<number> {
  const folder = join(seedsFolder, 'calendar');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  for (const name of files) {
    const { year, daysOff, workdays, notice } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    await client.put('/v1/calendar/{year}', { daysOff, workdays, notice }, { params: { year } });
  }
  return files.length;
}

/** Loads the catalogue of indicators. */
export async function loadCatalogue(client: Client, catalogue: CatalogueSeed[]): Promise<void> {
  for (const { key, ...body } of catalogue)
    await client.put('/v1/indicators/{key}', body, { params: { key } });
}

/** Loads a place's orgs, duties and targets. What is there already is left as it is. */
export async function loadPlace(client: Client, seeds: PlaceSeeds): Promise<void> {
  for (const { key, name, level, parent, activeFrom } of seeds.orgs) {
    await client.put('/v1/orgs/{key}', { name, level, parent, activeFrom }, { params: { key } });
  }
  for (const [org, entries] of groupBy(seeds.duties, (duty) => duty.org)) {
    const indicators = entries.map(({ indicator, from, to }) => ({ indicator, from, to }));
    await client.put('/v1/orgs/{key}/duty', { indicators }, { params: { key: org } });
  }
  for (const target of seeds.targets) {
    const { org, year, indicator, measure, grade, deciding, comparator, value, plan, source } = target;
    const known = await client.get('/v1/targets', { query: { org, year, limit: 500 } });
    const there = known.data.some(
      (entry) => entry.indicator === indicator && entry.measure === measure && entry.grade === grade,
    );
    if (there) continue;
    await client.post('/v1/targets', {
      org,
      year,
      indicator,
      measure,
      grade,
      deciding,
      comparator,
      value,
      plan,
      source,
    });
  }
}

/** Types in what was published of a place, once its figures are in. One that is there already is kept once. */
export async function loadReferences(client: Client, seeds: PlaceSeeds): Promise<void> {
  const source = seeds.place.document.title;
  for (const { org, indicator, measure, period, average, rank, of } of seeds.references) {
    await client.post('/v1/references', { org, indicator, measure, period, average, rank, of, source });
  }
}
