import type { Fault, SubmissionBody } from '@xushi/protocol';
import type { ReadCell, ReadSheet } from '@xushi/workbook';
import { type ColumnKind, headsOf } from './heads.js';
import { type IndicatorNames, isNoIndicator } from './names.js';
import { type IgnoredCell, pointerTo } from './places.js';
import { textOf } from './read-rows.js';

type Situations = NonNullable<SubmissionBody['situations']>;
type Requests = NonNullable<SubmissionBody['requests']>;

/** What stands beside the figures: why indicators lag, and what has to be coordinated. */
export interface Beside {
  situations: Situations;
  requests: Requests;
  cells: Map<string, string>;
  faults: Fault[];
  ignored: IgnoredCell[];
}

/** Reads a sheet of situations or requests into `to`; false where it is neither. */
export function readBeside(sheet: ReadSheet, names: IndicatorNames, to: Beside): boolean {
  const situations = headsOf(sheet, 'indicator');
  if (situations?.columns.has('cause') && situations.columns.has('measure')) {
    eachRow(sheet, situations, (said) => takeSituation(sheet, said, { names, to }));
    return true;
  }
  const requests = headsOf(sheet, 'text');
  if (!requests) return false;
  eachRow(sheet, requests, (said) => {
    const text = said('text');
    if (!text || textOf(text) === '') return;
    const [needs, due] = [wordsOf(said('needs')), wordsOf(said('due'))];
    to.cells.set(`/requests/${to.requests.length}`, pointerTo(sheet, text.ref));
    to.requests.push({ text: textOf(text), ...(needs ? { needs } : {}), ...(due ? { due } : {}) });
  });
  return true;
}

type Said = (kind: ColumnKind) => ReadCell | null;

const wordsOf = (cell: ReadCell | null): string => (cell ? textOf(cell) : '');

function eachRow(
  sheet: ReadSheet,
  { columns, lastRow }: NonNullable<ReturnType<typeof headsOf>>,
  take: (said: Said) => void,
): void {
  for (let row = lastRow + 1; row <= sheet.lastRow; row++) {
    take((kind) => {
      const column = columns.get(kind)?.column;
      return column === undefined ? null : sheet.cellAt(row, column);
    });
  }
}

function takeSituation(
  sheet: ReadSheet,
  said: Said,
  { names, to }: { names: IndicatorNames; to: Beside },
): void {
  const name = said('indicator');
  const [cause, measure] = [wordsOf(said('cause')), wordsOf(said('measure'))];
  const [owner, due] = [wordsOf(said('owner')), wordsOf(said('due'))];
  if (!name || (cause === '' && measure === '' && owner === '' && due === '')) return;
  const found = names.find(name.text);
  const pointer = pointerTo(sheet, name.ref);
  if (!found) {
    if (isNoIndicator(textOf(name))) to.ignored.push({ cell: pointer, text: textOf(name).slice(0, 200) });
    else if (name.kind === 'empty') to.faults.push({ pointer, code: 'indicatorNeeded' });
    else
      to.faults.push({ pointer, code: 'unknownIndicator', params: { indicator: textOf(name).slice(0, 80) } });
    return;
  }
  if (cause === '' || measure === '') {
    to.faults.push({ pointer, code: 'situationIncomplete', params: { indicator: found.indicator.name } });
    return;
  }
  to.cells.set(`/situations/${to.situations.length}`, pointer);
  to.situations.push({
    ...{ indicator: found.indicator.key, cause, measure },
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
  });
}
