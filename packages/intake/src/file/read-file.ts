import type { Period } from '@xushi/domain';
import type { Fault, SubmissionBody } from '@xushi/protocol';
import type { ReadSheet } from '@xushi/workbook';
import type { Catalogue } from '../catalogue.js';
import { readMarks } from './form-marks.js';
import { compact, type Heads, headsOf, periodsNamed } from './heads.js';
import type { IndicatorNames } from './names.js';
import type { OpenedFile } from './open-file.js';
import { type IgnoredCell, pointerTo } from './places.js';
import { type Beside, readBeside } from './read-beside.js';
import { type ReadRows, readRows } from './read-rows.js';

/** What a file says: a submission with the cell that says each part of it, every fault, and what was passed over. */
export interface SubmissionFile {
  body: SubmissionBody;
  cells: ReadonlyMap<string, string>;
  faults: Fault[];
  sheet: string;
  ignored: IgnoredCell[];
}

/** What a file is read by. */
export interface FileGround {
  catalogue: Catalogue;
  names: IndicatorNames;
  /** Orgs that the sender sees, for the one that a title names. */
  orgs: readonly { key: string; name: string }[];
  /** Said beside the file, our keys. */
  org: string | null;
  period: string | null;
}

/** Columns of which a sheet of figures has one at least. */
const TELLING = ['value', 'yoy', 'done'] as const;

/**
 * Reads a file as people send it, our own form and any other with a row of heads (docs/api.md “Submissions”). Pure.
 */
export function readFile({ sheets }: OpenedFile, ground: FileGround): SubmissionFile {
  const ignored: IgnoredCell[] = [];
  const beside: Beside = { situations: [], requests: [], cells: new Map(), faults: [], ignored };
  let main: { sheet: ReadSheet; heads: Heads } | null = null;
  for (const sheet of sheets) {
    if (sheet.state !== 'visible' || sheet.size === 0) continue;
    const heads = headsOf(sheet, 'indicator');
    const tells = heads !== null && TELLING.some((kind) => heads.columns.has(kind));
    if (tells && !main) main = { sheet, heads };
    else if (tells || !readBeside(sheet, ground.names, beside))
      ignored.push({ cell: pointerTo(sheet, 'A1').replace(/\/A1$/, ''), text: sheet.name });
  }
  if (!main) {
    const params = { columns: '指标、累计（或同比）' };
    const faults: Fault[] = [{ pointer: '', code: 'headNotFound', params }];
    const body = { org: ground.org ?? '', period: ground.period ?? '', values: [] };
    return { body, cells: new Map(), faults, sheet: '', ignored };
  }
  const { sheet, heads } = main;
  const marks = readMarks(sheets);
  const bySerial = new Map(
    [...marks.keys].flatMap(([serial, key]) => {
      const indicator = ground.catalogue.get(key);
      return indicator ? [[serial, indicator] as const] : [];
    }),
  );
  const rows = readRows(sheet, heads, { names: ground.names, bySerial });
  const faults = [...rows.faults, ...beside.faults];
  const org = agreed('org', { file: marks.org, said: ground.org }, faults) ?? orgNamed(rows, ground);
  const period =
    agreed('period', { file: marks.period, said: ground.period }, faults) ?? periodOf(rows, sheet);
  if (org === null) faults.push({ pointer: '/org', code: 'orgNeededBeside' });
  if (period === null) faults.push({ pointer: '/period', code: 'periodNeededBeside' });
  else faults.push(...monthFaults(sheet, heads, period));
  if (rows.values.length === 0 && faults.length === 0)
    faults.push({ pointer: pointerTo(sheet, 'A1').replace(/\/A1$/, ''), code: 'nothingFilledIn' });
  const { situations, requests } = beside;
  return {
    body: {
      ...{ org: org ?? '', period: period ?? '', values: rows.values },
      ...(situations.length > 0 ? { situations } : {}),
      ...(requests.length > 0 ? { requests } : {}),
      ...(rows.reason === null ? {} : { reason: rows.reason }),
    },
    cells: new Map([...rows.cells, ...beside.cells]),
    faults,
    sheet: sheet.name,
    ignored: [...ignored, ...rows.ignored],
  };
}

/** What the file and the form around it say; a fault where they differ. */
function agreed(
  field: 'org' | 'period',
  { file, said }: { file: string | null; said: string | null },
  faults: Fault[],
): string | null {
  if (file !== null && said !== null && file !== said)
    faults.push({ pointer: `/${field}`, code: 'fileSaysOther', params: { file, said } });
  return file ?? said;
}

const periodOf = (rows: ReadRows, sheet: ReadSheet): Period | null => {
  for (const texts of [rows.above, [sheet.name]]) {
    const [period, second] = periodsNamed(texts);
    if (period !== undefined) return second === undefined ? period : null;
  }
  return null;
};

/** The org whose name stands above the heads; the longest where one is part of another. */
function orgNamed({ above }: ReadRows, { orgs }: FileGround): string | null {
  const text = above.map(compact).join('\n');
  const named = orgs.filter(({ name }) => name.length > 1 && text.includes(compact(name)));
  const longest = named.filter(
    ({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)),
  );
  return longest.length === 1 ? (longest[0]?.key ?? null) : null;
}

/** Heads that speak of other months than the sheet is for: last month's file under this month's name. */
function monthFaults(sheet: ReadSheet, { columns }: Heads, period: string): Fault[] {
  const value = columns.get('value');
  if (!value || value.month === null || value.month === Number(period.slice(5))) return [];
  const params = { file: `1—${value.month}月`, said: period };
  return [{ pointer: pointerTo(sheet, value.head.ref), code: 'fileSaysOther', params }];
}
