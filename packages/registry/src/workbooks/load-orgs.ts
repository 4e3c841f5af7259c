import type { Unit } from '@xushi/events';
import type { Fault, OrgBody } from '@xushi/protocol';
import type { Transaction } from '@xushi/store';
import { oneWriter } from '../one-writer.js';
import { putOrg } from '../orgs.js';
import { listOrgs, type OrgView } from '../read.js';
import type { Flat } from './form.js';
import { Loading, type RowOutcome, rowsWithOurKeys, type ShapeOf, saysTheSame } from './load.js';
import { ORGS_FORM } from './orgs-form.js';
import type { FormRow } from './rows.js';

/** More orgs than any installation has. */
const ALL = { after: 0, limit: 1_000_000 };

export const orgFlats = async (tx: Transaction, under: string | null = null): Promise<Flat[]> =>
  (await listOrgs(tx, { under, ...ALL })).data.map(flatOf);

const flatOf = ({ key, name, level, parent, activeFrom, activeTo }: OrgView): Flat => ({
  ...{ key, name, level, parent, activeFrom, activeTo },
});

/**
 * Creates and changes the orgs of rows, as `putOrg` does one by one: parents before what is below them, wherever they
 * stand. What a row leaves out stays as it is. Throws `Problem` with every fault at its cell.
 */
export async function loadOrgs(
  unit: Unit,
  given: readonly FormRow[],
  shapeOf: ShapeOf,
): Promise<RowOutcome[]> {
  await oneWriter(unit.tx, 'org_tree');
  const rows = await rowsWithOurKeys(unit, given, ORGS_FORM);
  const known = new Map((await orgFlats(unit.tx)).map((flat) => [flat.key, flat]));
  const loading = new Loading(ORGS_FORM);
  const byKey = new Map(rows.map((row) => [row.flat.key, row]));
  const tree = treeFaults(rows, byKey, known);
  loading.faults.push(...tree.values());
  const out = new Set<FormRow>(tree.keys());
  for (const row of parentsFirst(rows, byKey)) {
    const before = known.get(row.flat.key ?? '');
    const parent = byKey.get(row.flat.parent ?? undefined);
    if (before && saysTheSame(row.flat, before, ORGS_FORM)) loading.unchanged(row);
    else if (!before && loading.lacks(row)) out.add(row);
    // What is wrong with a parent is said once, at the parent.
    else if (out.has(row) || (parent && out.has(parent))) out.add(row);
    else {
      const body = bodyOf(row.flat, before);
      const run = () => putOrg(unit, row.flat.key ?? '', body);
      if (!(await loading.put(row, { body, isNew: !before, shapeOf, run }))) out.add(row);
    }
  }
  return loading.ended(rows);
}

/** A parent that the row does not speak of is not spoken of: it may lie outside what the caller sees. */
function bodyOf({ key: _, ...row }: Flat, before: Flat | undefined): OrgBody {
  const { key: __, parent: ___, ...kept } = before ?? {};
  return { ...kept, ...row } as unknown as OrgBody;
}

/** Parents that nobody knows, and orgs that would stand below themselves. */
function treeFaults(
  rows: readonly FormRow[],
  byKey: ReadonlyMap<string | null | undefined, FormRow>,
  known: ReadonlyMap<string | null | undefined, Flat>,
): Map<FormRow, Fault> {
  const parentOf = (key: string): string | null => {
    const said = byKey.get(key)?.flat.parent;
    return (said === undefined ? known.get(key)?.parent : said) ?? null;
  };
  const faults = new Map<FormRow, Fault>();
  for (const row of rows) {
    const { key, parent } = row.flat;
    if (parent == null || key == null) continue;
    const pointer = row.at('parent');
    if (!known.has(parent) && !byKey.has(parent))
      faults.set(row, { pointer, code: 'unknownParent', params: { org: parent } });
    const passed = new Set<string>();
    for (let at: string | null = parent; at !== null && !passed.has(at); at = parentOf(at)) {
      if (at === key) faults.set(row, { pointer, code: 'orgCycle' });
      passed.add(at);
    }
  }
  return faults;
}

function parentsFirst(
  rows: readonly FormRow[],
  byKey: ReadonlyMap<string | null | undefined, FormRow>,
): FormRow[] {
  const ordered = new Set<FormRow>();
  for (const row of rows) {
    const way: FormRow[] = [];
    for (let at: FormRow | undefined = row; at && !ordered.has(at) && !way.includes(at); ) {
      way.unshift(at);
      at = at.flat.parent == null ? undefined : byKey.get(at.flat.parent);
    }
    for (const each of way) ordered.add(each);
  }
  return [...ordered];
}
