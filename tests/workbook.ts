import { strFromU8, unzipSync } from 'fflate';

/** A cell as a reader of the file finds it; the format by its code. */
export interface ReadCell {
  type: 'number' | 'text' | 'formula';
  value: string;
  format: string;
}

/** What a workbook of one sheet holds, read from its bytes by other means than those that wrote it. */
export interface ReadWorkbook {
  sheetName: string;
  /** Rows that every page repeats, as the file names them. */
  printTitles: string;
  sheetXml: string;
  /** By address; cells without a value are left out. */
  cells: Map<string, ReadCell>;
  /** The values of a row in the order of columns; null where a cell is empty. */
  row(number: number): (string | null)[];
}

const BUILT_IN: Readonly<Record<string, string>> = { 0: 'General', 1: '0', 2: '0.00', 49: '@' };
const textOf = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const attribute = (xml: string, name: string): string =>
  textOf(new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? '');
const every = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([found]) => found);

/** Opens the bytes of an XLSX file. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const files = unzipSync(bytes);
  const part = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const [workbook, styles] = [part('xl/workbook.xml'), part('xl/styles.xml')];
  const sheetXml = part('xl/worksheets/sheet1.xml');
  const strings = every(part('xl/sharedStrings.xml'), /<si>[\s\S]*?<\/si>/g).map((item) =>
    textOf(item.replace(/<[^>]*>/g, '')),
  );
  const codes = new Map(
    every(styles, /<numFmt [^>]*>/g).map((xml) => [attribute(xml, 'numFmtId'), attribute(xml, 'formatCode')]),
  );
  const looks = every(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0] ?? '', /<xf [^>]*>/g).map((xml) =>
    attribute(xml, 'numFmtId'),
  );
  const rows = new Map<number, (string | null)[]>();
  const cells = new Map<string, ReadCell>();
  for (const xml of every(sheetXml, /<c [^>]*?(\/>|>[\s\S]*?<\/c>)/g)) {
    const at = attribute(xml, 'r');
    const number = Number(at.replace(/\D/g, ''));
    const raw = /<v>([^<]*)<\/v>/.exec(xml)?.[1];
    const isText = /^<c [^>]*t="s"/.test(xml);
    const value = raw === undefined ? null : isText ? (strings[Number(raw)] ?? '') : raw;
    rows.set(number, [...(rows.get(number) ?? []), value]);
    if (value === null) continue;
    const id = looks[Number(attribute(xml, 's'))] ?? '';
    const type = xml.includes('<f') ? 'formula' : isText ? 'text' : 'number';
    cells.set(at, { type, value, format: codes.get(id) ?? BUILT_IN[id] ?? id });
  }
  return {
    sheetName: attribute(/<sheet [^>]*>/.exec(workbook)?.[0] ?? '', 'name'),
    printTitles: textOf(/Print_Titles"[^>]*>([^<]*)</.exec(workbook)?.[1] ?? ''),
    ...{ sheetXml, cells },
    row: (number) => rows.get(number) ?? [],
  };
}
