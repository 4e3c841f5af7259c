import { type ReadSheet, readDelimited, readWorkbook, sniff } from '@xushi/workbook';
import type { UploadedFile } from './multipart.js';

/** The visible sheets of a workbook, or the one of delimited text, whatever the file is called. Throws WorkbookFault. */
export async function readUploadedSheets({ bytes }: UploadedFile): Promise<ReadSheet[]> {
  if (sniff(bytes) === 'delimited') return [(await readDelimited(bytes)).sheet];
  return (await readWorkbook(bytes)).sheets.filter(({ state }) => state === 'visible');
}
