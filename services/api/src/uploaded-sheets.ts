import { type Fault, Problem } from '@xushi/protocol';
import { type ReadSheet, readDelimited, readWorkbook, sniff, WorkbookFault } from '@xushi/workbook';
import type { UploadedFile } from './multipart.js';

/**
 * The visible sheets of a file that somebody sent: of a workbook, or the one of delimited text. Throws `Problem` for
 * what is neither, or cannot be read.
 */
export async function readUploadedSheets({ bytes }: UploadedFile): Promise<ReadSheet[]> {
  try {
    if (sniff(bytes) === 'delimited') return [(await readDelimited(bytes)).sheet];
    return (await readWorkbook(bytes)).sheets.filter(({ state }) => state === 'visible');
  } catch (fault) {
    throw fault instanceof WorkbookFault ? new Problem('invalid', { faults: [told(fault)] }) : fault;
  }
}

/** Why a file cannot be read, at the cell where that was seen, else at the file. */
function told({ code, details }: WorkbookFault): Fault {
  const { sheet, cell, found = '', what = '', limit = '', line = '' } = details;
  const pointer = cell === undefined || !sheet ? '/file' : `/sheets/${escaped(sheet)}/${cell}`;
  const params = { found, what, limit: String(limit), line: String(line), cell: cell ?? '' };
  return { pointer, code, params };
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
