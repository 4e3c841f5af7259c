import { SaxesParser, type SaxesTagNS } from 'saxes';
import { WorkbookFault } from './fault.js';

/** Elements of these namespaces are looked at: the usual one of each, and the one of strict files (ISO 29500). */
const KNOWN = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);
const REFERENCES = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);
/** Deeper than any part of a workbook is nested. */
const DEEPEST = 64;
/** Characters between two events: a longer name, attribute, comment or text is none that a program has written. */
const LONGEST_TOKEN = 1024 * 1024;

/** What is told of a part while it is read: elements of the known namespaces by their local names. */
export interface XmlReader {
  open(name: string, element: XmlElement): void;
  close(name: string): void;
  text?(text: string): void;
}

/** An element's attributes. */
export class XmlElement {
  constructor(private readonly tag: SaxesTagNS) {}

  /** One without a prefix. */
  attribute(name: string): string | undefined {
    return this.tag.attributes[name]?.value;
  }

  /** Whether its blanks count. */
  get keepsBlanks(): boolean {
    return this.attribute('xml:space') === 'preserve';
  }

  /** The id of a relationship, whatever its prefix. */
  get relationship(): string | undefined {
    return Object.values(this.tag.attributes).find(({ uri, local }) => local === 'id' && REFERENCES.has(uri))
      ?.value;
  }
}

/**
 * Reads XML as it comes. Nothing is built of it, no entity is defined and nothing outside is looked up: a document type
 * is refused. Foreign elements (extensions, alternatives) are passed over with all that is in them. Throws WorkbookFault
 * `workbookBroken` or `workbookTooLarge`.
 */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  reader: XmlReader,
  part: string,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let [depth, foreign, waiting] = [0, 0, 0];
  const broken = (what: string, cause?: unknown) =>
    new WorkbookFault('workbookBroken', { what, part }, { cause });
  parser.on('error', (cause) => {
    throw broken('xml', cause);
  });
  parser.on('doctype', () => {
    throw broken('document type');
  });
  parser.on('opentag', (tag) => {
    waiting = 0;
    depth += 1;
    if (depth > DEEPEST) throw new WorkbookFault('workbookTooLarge', { what: 'depth', limit: DEEPEST, part });
    if (foreign > 0 || !KNOWN.has(tag.uri)) foreign += 1;
    else reader.open(tag.local, new XmlElement(tag));
  });
  parser.on('closetag', (tag) => {
    waiting = 0;
    depth -= 1;
    if (foreign > 0) foreign -= 1;
    else reader.close(tag.local);
  });
  const text = (said: string) => {
    waiting = 0;
    if (foreign === 0) reader.text?.(said);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', () => {
    waiting = 0;
  });
  for await (const piece of decoded(bytes, broken)) {
    waiting += piece.length;
    parser.write(piece);
    if (waiting > LONGEST_TOKEN)
      throw new WorkbookFault('workbookTooLarge', { what: 'token', limit: LONGEST_TOKEN, part });
  }
  parser.close();
}

/** XML is UTF-8, or UTF-16 with its mark (ECMA-376 part 2 §8.1.4). */
async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  broken: (what: string, cause: unknown) => WorkbookFault,
): AsyncGenerator<string, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder?.decode(piece, { stream: piece !== undefined }) ?? '';
    } catch (cause) {
      throw broken('encoding', cause);
    }
  };
  for await (const piece of bytes) {
    const mark = `${piece[0]},${piece[1]}`;
    const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
    decoder ??= new TextDecoder(encoding, { fatal: true });
    yield decode(piece);
  }
  yield decode();
}
