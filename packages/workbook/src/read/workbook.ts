import { LONGEST_CELL } from '../write/text.js';
import { ReadArchive } from './archive.js';
import { ReadSheet } from './cells.js';
import { WorkbookFault } from './fault.js';
import { type ReadLimits, USUAL_LIMITS } from './limits.js';
import { type Relation, relationsOf } from './relations.js';
import { SheetReader } from './sheet-reader.js';
import { sniff } from './sniff.js';
import { StringsReader } from './strings.js';
import { StylesReader } from './styles.js';
import { readXml, type XmlElement, type XmlReader } from './xml.js';

/** A workbook as it was found. */
export interface ReadWorkbook {
  /** In their order, hidden ones too. */
  sheets: ReadSheet[];
  /** Texts under names, such as those that `hiddenNames` writes; names of cells and formulas are left out. */
  names: Map<string, string>;
}

/** Relations whose sheets hold no cells that could be read. */
const WITHOUT_CELLS = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);
const USUAL_PATH = 'xl/workbook.xml';

/**
 * Reads an XLSX file (ECMA-376, transitional or strict; .xlsm as well, whose macros are not looked at), as Excel, WPS,
 * LibreOffice and libraries write it. It is read in pieces within the limits, and others have their turn in between;
 * formulas are never worked out and nothing outside the file is looked up. Throws WorkbookFault and nothing else.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits = USUAL_LIMITS,
): Promise<ReadWorkbook> {
  if (sniff(bytes) !== 'workbook') throw new WorkbookFault('notAWorkbook', { found: 'text' });
  const archive = await ReadArchive.open(bytes, limits);
  const path = await workbookPath(archive);
  const book = new BookReader(limits);
  await readXml(archive.unpack(path), book, path);
  const relations = await relationsOf(archive, path);
  const read = async <T extends XmlReader>(kind: string, reader: T): Promise<T> => {
    const part = [...relations.values()].find((relation) => relation.kind === kind);
    if (part) await readXml(archive.unpack(part.target), reader, part.target);
    return reader;
  };
  const { formats } = await read('styles', new StylesReader());
  const { strings } = await read('sharedStrings', new StringsReader(limits));
  const ground = { limits, strings, formats, since1904: book.since1904 };
  const sheets: ReadSheet[] = [];
  for (const { name, state, id } of book.sheets) {
    const target = worksheetOf(relations.get(id), name);
    if (!target) continue;
    const sheet = new ReadSheet(name, state);
    await readXml(archive.unpack(target), new SheetReader(sheet, ground), target);
    sheets.push(sheet);
  }
  return { sheets, names: book.names };
}

/** Where the workbook is in the archive: where the package says, else where it usually is. */
async function workbookPath(archive: ReadArchive): Promise<string> {
  const said = [...(await relationsOf(archive, '')).values()].find(({ kind }) => kind === 'officeDocument');
  const path = said?.target ?? USUAL_PATH;
  if (!archive.has(path) || !/\.xml$/i.test(path))
    throw new WorkbookFault('notAWorkbook', { found: kindOfZip(archive) });
  return path;
}

function kindOfZip(archive: ReadArchive): string {
  if (archive.has('xl/workbook.bin')) return 'xlsb';
  if (archive.has('word/document.xml')) return 'docx';
  return archive.has('content.xml') ? 'ods' : 'zip';
}

function worksheetOf(relation: Relation | undefined, sheet: string): string | null {
  if (relation?.kind === 'worksheet') return relation.target;
  if (relation && WITHOUT_CELLS.has(relation.kind)) return null;
  throw new WorkbookFault('workbookBroken', { what: 'a sheet is missing', sheet });
}

/** Reads which sheets there are, how dates are counted, and texts under names. */
class BookReader implements XmlReader {
  readonly sheets: { name: string; state: ReadSheet['state']; id: string }[] = [];
  readonly names = new Map<string, string>();
  since1904 = false;
  #isWorkbook = false;
  #name: string | null = null;
  #text = '';

  constructor(readonly limits: ReadLimits) {}

  open(name: string, element: XmlElement): void {
    if (name === 'workbook') this.#isWorkbook = true;
    else if (!this.#isWorkbook) throw new WorkbookFault('notAWorkbook', { found: name });
    else if (name === 'workbookPr') this.since1904 = /^(1|true)$/.test(element.attribute('date1904') ?? '');
    else if (name === 'sheet') this.#sheet(element);
    else if (name === 'definedName' && element.attribute('localSheetId') === undefined)
      [this.#name, this.#text] = [element.attribute('name') ?? '', ''];
  }

  text(text: string): void {
    // Longer than any name's text; what is longer than that is none that is read back.
    if (this.#name !== null && this.#text.length < LONGEST_CELL) this.#text += text;
  }

  close(name: string): void {
    if (name !== 'definedName' || this.#name === null) return;
    const constant = constantOf(this.#text);
    if (constant !== null) this.names.set(this.#name, constant);
    this.#name = null;
  }

  #sheet(element: XmlElement): void {
    if (this.sheets.length >= this.limits.sheets)
      throw new WorkbookFault('workbookTooLarge', { what: 'sheets', limit: this.limits.sheets });
    const state = element.attribute('state');
    this.sheets.push({
      name: element.attribute('name') ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      id: element.relationship ?? '',
    });
  }
}

/** A text constant as a formula says it, `"a ""b"""` → `a "b"`; null for whatever else a name stands for. */
function constantOf(formula: string): string | null {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return null;
  const inner = text.slice(1, -1).replaceAll('""', '\0');
  return inner.includes('"') ? null : inner.replaceAll('\0', '"');
}
