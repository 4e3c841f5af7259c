import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@xushi/client';
import { groupBy } from '@xushi/platform';
import { type CatalogueSeed, type FigureSeed, type PlaceSeeds, seedsFolder } from './read-seeds.js';

/** Loads the work calendars of the years the State Council has published. */
export async function loadCalendars(client: Client): Promise<number> {
  const folder = join(seedsFolder, 'calendar');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  for (const name of files) {
    const { year, daysOff, workdays, notice } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    await client.put(`/v1/calendar/${year}`, { daysOff, workdays, notice });
  }
  return files.length;
}

/** Loads the catalogue of indicators. */
export async function loadCatalogue(client: Client, catalogue: CatalogueSeed[]): Promise<void> {
  for (const { key, rollUp: _, ...body } of catalogue) await client.put(`/v1/indicators/${key}`, body);
}

/** Loads a place's orgs, duties and targets. What is there already is left as it is. */
export async function loadPlace(client: Client, seeds: PlaceSeeds): Promise<void> {
  for (const { key, name, level, parent, activeFrom } of seeds.orgs) {
    await client.put(`/v1/orgs/${key}`, { name, level, parent, activeFrom });
  }
  for (const [org, entries] of groupBy(seeds.duties, (duty) => duty.org)) {
    await client.put(`/v1/orgs/${org}/duty`, {
      indicators: entries.map(({ indicator, from, to }) => ({ indicator, from, to })),
    });
  }
  for (const target of seeds.targets) {
    const { org, year, indicator, measure, grade, deciding, comparator, value, plan, source } = target;
    const known = await client.get<{ data: { indicator: string; measure: string; grade: string }[] }>(
      `/v1/targets?org=${org}&year=${year}&limit=500`,
    );
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

/**
 * Submits a place's figures as its parks would have, one sheet an org and period. `asHistory` loads all of them
 * as history: judged, and told to nobody. A sheet that is there already makes no revision.
 */
export async function submitFigures(
  client: Client,
  seeds: PlaceSeeds,
  options: { asHistory: boolean },
): Promise<number> {
  const sheets = groupBy(
    seeds.figures,
    (figure) => `${figure.org} ${figure.period} ${figure.grade} ${figure.historical}`,
  );
  for (const figures of sheets.values()) {
    const [first] = figures;
    if (!first) continue;
    await client.post('/v1/submissions', {
      org: first.org,
      period: first.period,
      source: first.grade,
      ...(first.historical || options.asHistory ? { historical: true } : {}),
      values: figures.map(submittedValue),
    });
  }
  return sheets.size;
}

function submittedValue(figure: FigureSeed): Record<string, string> {
  return {
    indicator: figure.indicator,
    ...(figure.value === null ? {} : { value: figure.value }),
    ...(figure.yoy === null ? {} : { yoy: figure.yoy }),
    ...(figure.unit === null ? {} : { unit: figure.unit }),
    ...(figure.note === null ? {} : { note: figure.note }),
  };
}
