import { type Lifetime, openInstallation, type TestInstallation } from '@xushi/testing';
import postgres, { type Sql } from 'postgres';
import { type DataSet, loadDataSet } from './data-set.js';

/** What a comparison runs on: an installation with a data set, and the owner's connection for the bare limits. */
export interface Ground extends TestInstallation {
  sql: Sql;
  of: DataSet;
}

/** Opens ground in the month after the last one that was reported, and fills it. */
export async function openGround(t: Lifetime, of: DataSet): Promise<Ground> {
  const next = (of.months.at(-1) ?? 1) + 1;
  const installation = await openInstallation(t, {
    at: `2026-${String(next).padStart(2, '0')}-10T09:00:00+08:00`,
  });
  const sql = postgres(installation.databaseUrl, { max: 1, onnotice: () => undefined });
  t.teardown(() => sql.end());
  await loadDataSet(sql, of);
  return { ...installation, sql, of };
}

/** A lifetime of a program's own: `end` undoes everything, the newest first. */
export function lifetime(): Lifetime & { end(): Promise<void> } {
  const undo: (() => unknown)[] = [];
  return {
    teardown: (run) => undo.push(run),
    async end() {
      for (const run of undo.reverse()) await run();
    },
  };
}
