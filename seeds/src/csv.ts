/**
 * A strict reader of RFC 4180 text: a header row, every row as long as the header, quotes only where the
 * standard allows them. Anything else throws with its line, so that a slip in a data file is found at once.
 */

/** One data row by column name. `line` is where it starts in the file, for messages. */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/** Parses `text` and checks that its header is exactly `columns`, in order. */
export function parseCsv(text: string, columns: readonly string[]): CsvRow[] {
  const [header, ...records] = parseRecords(text);
  if (!header) throw new SyntaxError('line 1: the header row is missing');
  if (header.fields.join() !== columns.join())
    throw new SyntaxError(`line 1: the header must read ${columns.join()}, not ${header.fields.join()}`);
  return records.map(({ line, fields }) => {
    if (fields.length !== columns.length)
      throw new SyntaxError(`line ${line}: ${fields.length} fields where the header has ${columns.length}`);
    return { line, cells: Object.fromEntries(columns.map((column, at) => [column, fields[at]!])) };
  });
}

interface CsvRecord {
  line: number;
  fields: string[];
}

// One field with what ends it: quoted (with doubled quotes inside) or plain, then comma, line end or the end.
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function parseRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let record: CsvRecord | null = null;
  let open = false;
  for (let at = 0; at < text.length || open; ) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) throw new SyntaxError(`line ${line}: a quote or a line end is out of place`);
    const [whole, quoted, plain, end] = match;
    record ??= { line, fields: [] };
    record.fields.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    at += whole.length;
    open = end === ',';
    if (open) continue;
    records.push(record);
    record = null;
  }
  return records;
}
