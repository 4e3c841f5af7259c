import type { ProblemCode } from '@xushi/protocol';
import { inPercent, normaliseText, type ReadCell, readNumberText } from '@xushi/workbook';

/** What a cell says where a figure belongs. */
export type FigureCell =
  | { kind: 'number'; text: string; unit: string | null }
  | { kind: 'nothing' }
  | { kind: 'notApplicable'; text: string }
  | { kind: 'fault'; code: ProblemCode; params: Record<string, string> };

const NOTHING: FigureCell = { kind: 'nothing' };
const fault = (code: ProblemCode, params: Record<string, string> = {}): FigureCell => ({
  kind: 'fault',
  code,
  params,
});

/** Reads a figure. Nothing is worked out and nothing is guessed; an empty cell is never 0. `share`: it is in percent. */
export function readFigureCell(cell: ReadCell, { share }: { share: boolean }): FigureCell {
  const { kind, text, formula, percent, scaled } = cell;
  switch (kind) {
    case 'empty':
      return formula ? fault('formulaNotWorkedOut') : NOTHING;
    case 'error':
      return fault('cellError', { value: text });
    case 'number':
      if (scaled) return fault('cellScaled');
      if (!percent) return { kind: 'number', text, unit: null };
      return share
        ? { kind: 'number', text: inPercent(text), unit: null }
        : fault('cellInPercent', { value: inPercent(text) });
    case 'text':
      return readText(text, share);
    default:
      return fault('cellNotNumber', { value: text });
  }
}

function readText(text: string, share: boolean): FigureCell {
  const value = normaliseText(text).slice(0, 40);
  const read = readNumberText(text);
  switch (read.kind) {
    case 'empty':
    case 'dash':
      return NOTHING;
    case 'notApplicable':
      // 无 says that nothing is reported, 不适用 that there is nothing to report.
      return value === '无' ? NOTHING : { kind: 'notApplicable', text: value };
    case 'ambiguous':
      return fault('cellAmbiguous', { value });
    case 'notANumber':
      return fault('cellNotNumber', { value });
    case 'number':
      if (read.percent && !share) return fault('cellInPercent', { value: read.text });
      return { kind: 'number', text: read.text, unit: read.unit };
  }
}
