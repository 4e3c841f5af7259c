import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { othersTurn } from '../turns.js';
import { sayable } from '../write/text.js';
import { ownText, ReadSheet } from './cells.js';
import { decodedPieces, encodingOf, type TextEncoding } from './encoding.js';
import { WorkbookFault } from './fault.js';
import { type ReadLimits, USUAL_LIMITS } from './limits.js';
import { type Separator, separatorOf } from './separator.js';

/** Delimited text as one sheet, and how it was read. All that is in its cells is text. */
export interface ReadDelimited {
  sheet: ReadSheet;
  encoding: TextEncoding;
  separator: Separator;
}

/** Bytes of one row; a quote that is not closed makes one of the rest of the file. */
const LONGEST_ROW = 1024 * 1024;

/**
 * Reads CSV and its like: UTF-8, UTF-16 with its mark or GB18030; comma, tab, semicolon or full-width comma; quotes as in
 * RFC 4180, and where they stand in the middle of a cell as themselves; any line ends. Rows are counted as spreadsheets
 * count them: an empty line is one, a line's end between quotes is none. Read in pieces within the limits, and others
 * have their turn in between. Throws WorkbookFault and nothing else.
 */
export async function readDelimited(
  bytes: Uint8Array,
  limits: ReadLimits = USUAL_LIMITS,
): Promise<ReadDelimited> {
  if (bytes.length > limits.totalBytes)
    throw new WorkbookFault('workbookTooLarge', { what: 'totalBytes', limit: limits.totalBytes });
  const encoding = encodingOf(bytes);
  const [beginning = ''] = decodedPieces(bytes, encoding);
  const separator = separatorOf(beginning);
  const sheet = new ReadSheet('');
  let [row, line] = [0, 1];
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record(record: string[], { lines }) {
      row += 1;
      line = lines + 1;
      for (const [index, text] of record.entries()) {
        const said = sayable(text);
        if (said !== '') sheet.add(row, index + 1, { kind: 'text', text: ownText(said) }, limits);
      }
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(inTurns(decodedPieces(bytes, encoding)), parser);
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    if (fault.code === 'CSV_QUOTE_NOT_CLOSED') throw new WorkbookFault('quoteNotClosed', { line });
    if (fault.code === 'CSV_MAX_RECORD_SIZE')
      throw new WorkbookFault('workbookTooLarge', { what: 'row', limit: LONGEST_ROW, line });
    throw new WorkbookFault('workbookBroken', { what: 'row', line }, { cause: fault });
  }
  return { sheet, encoding, separator };
}

async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string, void, undefined> {
  for (const piece of pieces) {
    if (piece !== '') yield piece;
    await othersTurn();
  }
}
