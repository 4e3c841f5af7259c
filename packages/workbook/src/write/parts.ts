import { columnName, rangeOf } from '../place.js';
import type { Sheet } from './sheet.js';
import { sheetNameOf, xmlText } from './text.js';
import { HEAD, MAIN, PACKAGE, RELATED } from './xml.js';

/** Sheets, the first visible one in front, and texts under names that no menu shows. */
export interface Workbook {
  sheets: readonly Sheet[];
  /** For what a program reads back, such as the version of a form: a name such as `xushi_form`, and its text. */
  hiddenNames?: Readonly<Record<string, string>>;
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FIXED = ['styles', 'sharedStrings'] as const;

/** Where the sheet with the given index stands in the file. */
export const sheetPath = (index: number): string => `worksheets/sheet${index + 1}.xml`;

/** The sheet that is in front when the workbook is opened. Throws RangeError where none is visible. */
export function frontOf({ sheets }: Workbook): number {
  const front = sheets.findIndex(({ state = 'visible' }) => state === 'visible');
  if (front === -1) throw new RangeError('a workbook needs a visible sheet');
  return front;
}

/** Every part of a workbook besides its sheets, styles and strings. */
export function fixedParts(workbook: Workbook): { path: string; xml: string }[] {
  const names = sheetNames(workbook);
  const sheets = workbook.sheets.map(
    ({ state = 'visible' }, index) =>
      `<sheet name="${xmlText(names[index] ?? '')}" sheetId="${index + 1}"${state === 'visible' ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const defined = definedNames(workbook, names).join('');
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="${TYPES}.${kind}+xml"/>`;
  const related = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATED}/${kind}" Target="${target}"/>`;
  const relations = (list: string[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  return [
    {
      path: '[Content_Types].xml',
      xml:
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}` +
        `${sheets.map((_, index) => part(sheetPath(index), 'worksheet')).join('')}` +
        `${FIXED.map((kind) => part(`${kind}.xml`, kind)).join('')}</Types>`,
    },
    { path: '_rels/.rels', xml: relations([related(1, 'officeDocument', 'xl/workbook.xml')]) },
    {
      path: 'xl/workbook.xml',
      xml:
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><bookViews><workbookView activeTab="${frontOf(workbook)}"/></bookViews>` +
        `<sheets>${sheets.join('')}</sheets>${defined ? `<definedNames>${defined}</definedNames>` : ''}</workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([
        ...sheets.map((_, index) => related(index + 1, 'worksheet', sheetPath(index))),
        ...FIXED.map((kind, at) => related(sheets.length + at + 1, kind, `${kind}.xml`)),
      ]),
    },
  ];
}

/** Names that Excel takes, each once: it calls a file with the same name twice damaged, whatever the case. */
function sheetNames({ sheets }: Workbook): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    let [unique, count] = [sheetNameOf(name), 1];
    while (taken.has(unique.toLowerCase())) {
      count += 1;
      const suffix = ` (${count})`;
      unique = `${sheetNameOf(name).slice(0, 31 - suffix.length)}${suffix}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** What each sheet prints and repeats, and the hidden names. */
function definedNames({ sheets, hiddenNames = {} }: Workbook, names: readonly string[]): string[] {
  const ofSheets = sheets.flatMap(({ heading: { rows, columns }, page: { area } }, index) => {
    const quoted = `'${(names[index] ?? '').replaceAll("'", "''")}'`;
    const titles = [
      ...(columns > 0 ? [`${quoted}!$A:$${columnName(columns - 1)}`] : []),
      ...(rows > 0 ? [`${quoted}!$1:$${rows}`] : []),
    ].join(',');
    const local = (name: string, refers: string) =>
      `<definedName name="_xlnm.${name}" localSheetId="${index}">${xmlText(refers)}</definedName>`;
    return [
      ...(area ? [local('Print_Area', `${quoted}!${absolute(area)}`)] : []),
      ...(titles ? [local('Print_Titles', titles)] : []),
    ];
  });
  const hidden = Object.entries(hiddenNames).map(([name, text]) => {
    // Not an address, and nothing that a formula would read as more than a name.
    if (!/^[a-z]+_[a-z_]+$/.test(name)) throw new RangeError(`not a name for a text: ${name}`);
    const constant = `"${text.replaceAll('"', '""')}"`;
    return `<definedName name="${name}" hidden="1">${xmlText(constant)}</definedName>`;
  });
  return [...ofSheets, ...hidden];
}

function absolute(area: string): string {
  const range = rangeOf(area);
  if (!range) throw new RangeError(`not a range: ${area}`);
  return [range.from, range.to].map(({ row, column }) => `$${columnName(column - 1)}$${row}`).join(':');
}
