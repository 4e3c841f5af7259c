/**
 * Why a file cannot be read. Codes are stable:
 * - `notAWorkbook`: neither XLSX nor delimited text; `found` says what it looks like, where that is known.
 * - `encryptedWorkbook`: it wants a password.
 * - `oldWorkbook`: the format before 2007 (.xls, .et).
 * - `workbookTooLarge`: more bytes, parts, ratio, depth, names or texts than the limits allow; `what` says which.
 * - `workbookBroken`: damaged, cut off, or not as its format demands; `part` or `cell` where it was seen.
 * - `tooManyRows`, `tooManyColumns`, `tooManyCells`, `textTooLong`: with the limit, and the cell that is over it.
 * - `quoteNotClosed`: a quote opened in the row that begins on `line` is never closed.
 * - `unknownEncoding`: text in neither UTF-8, UTF-16 with its mark, nor GB18030.
 */
export type WorkbookFaultCode =
  | 'notAWorkbook'
  | 'encryptedWorkbook'
  | 'oldWorkbook'
  | 'workbookTooLarge'
  | 'workbookBroken'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooManyCells'
  | 'textTooLong'
  | 'quoteNotClosed'
  | 'unknownEncoding';

/** What is known of where and why. */
export interface FaultDetails {
  found?: string;
  what?: string;
  limit?: number;
  part?: string;
  sheet?: string;
  cell?: string;
  line?: number;
}

/** The only error that reading a file ends with, whatever its bytes are. */
export class WorkbookFault extends Error {
  override readonly name = 'WorkbookFault';
  constructor(
    readonly code: WorkbookFaultCode,
    readonly details: FaultDetails = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
  }
}
