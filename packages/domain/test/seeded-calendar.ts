import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkCalendar, type YearNotice } from '../src/index.js';

/** The yearly notices under seeds/calendar, 2015 … 2026. */
export function seededNotices(): YearNotice[] {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'pnpm-workspace.yaml'))) root = dirname(root);
  const folder = join(root, 'seeds', 'calendar');
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as YearNotice);
}

export function seededCalendar(localDaysOff: readonly string[] = []): WorkCalendar {
  return new WorkCalendar(seededNotices(), localDaysOff);
}
