import { type ReadSheet, readDelimited, readWorkbook, sniff } from '@xushi/workbook';

/** A file of figures, opened: its sheets as they were found. */
export interface OpenedFile {
  sheets: readonly ReadSheet[];
  /** Of delimited text. */
  encoding: string | null;
}

/** Opens a workbook (XLSX) or delimited text, whatever it is called. Throws WorkbookFault. */
export async function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  if (sniff(bytes) === 'workbook') return { sheets: (await readWorkbook(bytes)).sheets, encoding: null };
  const { sheet, encoding } = await readDelimited(bytes);
  return { sheets: [sheet], encoding };
}
