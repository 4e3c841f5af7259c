import { WorkbookFault } from './fault.js';

/** How files begin that people send by mistake. */
const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
/** Entries of a compound file's directory are so long, and begin at a multiple of it. */
const DIRECTORY_ENTRY = 128;

/**
 * What a file is, by its bytes and never by its name: an XLSX workbook, or delimited text. Throws WorkbookFault
 * `notAWorkbook`, `encryptedWorkbook` or `oldWorkbook` for whatever else. What it answers may still be broken.
 */
export function sniff(bytes: Uint8Array): 'workbook' | 'delimited' {
  const begins = (with_: readonly number[]) => with_.every((byte, index) => bytes[index] === byte);
  if (begins(ZIP)) return 'workbook';
  if (begins(COMPOUND)) throw compoundFault(bytes);
  const other = OTHERS.find(([, magic]) => begins(magic))?.[0];
  if (other || begins(EMPTY_ZIP)) throw new WorkbookFault('notAWorkbook', { found: other ?? 'zip' });
  if (bytes.length === 0) throw new WorkbookFault('notAWorkbook', { found: 'nothing' });
  if (UTF16.some(begins)) return 'delimited';
  if (bytes.includes(0)) throw new WorkbookFault('notAWorkbook', { found: 'binary' });
  // Web pages and XML that are saved as .xls: Excel opens them, with a warning.
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart();
  if (/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table|head|body|meta|style)/i.test(start))
    throw new WorkbookFault('notAWorkbook', { found: 'html' });
  return 'delimited';
}

/** A compound file (MS-CFB) holds a workbook under a password, one from before 2007, or something else altogether. */
function compoundFault(bytes: Uint8Array): WorkbookFault {
  if (hasStream(bytes, 'EncryptedPackage')) return new WorkbookFault('encryptedWorkbook');
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return new WorkbookFault('oldWorkbook');
  return new WorkbookFault('notAWorkbook', { found: 'compound' });
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = file.indexOf(entry); at !== -1; at = file.indexOf(entry, at + 1)) {
    if (at % DIRECTORY_ENTRY === 0) return true;
  }
  return false;
}
