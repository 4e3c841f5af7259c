import type { FigureGrade } from '@xushi/domain';
import type { Cells } from './cells.js';
import { INSTANT, KEY, MEASURES, PERIOD, split } from './tables.js';

const FIGURE_GRADES: Record<FigureGrade, true> = { estimate: true, statistical: true, final: true };
const REGISTER_CHANGES = { leftRegister: true, joinedRegister: true, restated: true } as const;

/** What a row of every reported number has in common. */
const placeOf = (cells: Cells) => ({
  org: cells.matching('org', KEY),
  period: cells.matching('period', PERIOD),
  indicator: cells.matching('indicator', KEY),
  source: cells.text('source'),
  knownAt: cells.matching('knownAt', INSTANT),
  note: cells.optional('note'),
});

export const figuresTable = {
  columns: split('org period indicator value yoy unit grade historical source knownAt note fact'),
  read: (cells: Cells) => ({
    ...placeOf(cells),
    value: cells.optionalDecimal('value'),
    yoy: cells.optionalDecimal('yoy'),
    /** The printed unit where it is not the indicator's; null where it is. */
    unit: cells.optional('unit'),
    grade: cells.word('grade', FIGURE_GRADES),
    historical: cells.flag('historical'),
    fact: cells.whole('fact'),
  }),
};
export type FigureSeed = ReturnType<typeof figuresTable.read>;

export const referencesTable = {
  columns: split('org indicator measure period average rank of source knownAt note fact derivedFrom'),
  read: (cells: Cells) => ({
    ...placeOf(cells),
    measure: cells.word('measure', MEASURES),
    average: cells.optionalDecimal('average'),
    rank: cells.optionalWhole('rank'),
    of: cells.optionalWhole('of'),
    facts: cells.wholes('fact'),
    /** The fact whose growth minus the first of `facts` is the average; null where it is published. */
    derivedFrom: cells.optionalWhole('derivedFrom'),
  }),
};
export type ReferenceSeed = ReturnType<typeof referencesTable.read>;

export const registerTable = {
  columns: split('org period indicator kind firms base value source knownAt note fact'),
  read: (cells: Cells) => ({
    ...placeOf(cells),
    kind: cells.word('kind', REGISTER_CHANGES),
    firms: cells.optionalWhole('firms'),
    base: cells.optionalDecimal('base'),
    value: cells.optionalDecimal('value'),
    /** The fact of the firms, then that of the amount. */
    facts: cells.wholes('fact'),
  }),
};
export type RegisterSeed = ReturnType<typeof registerTable.read>;

export const outlooksTable = {
  columns: split('org period indicator fullYear reason source knownAt note fact'),
  read: (cells: Cells) => ({
    ...placeOf(cells),
    fullYear: cells.decimal('fullYear'),
    reason: cells.text('reason'),
    /** The fact of the full year, then those that the reason names, in its order. */
    facts: cells.wholes('fact'),
  }),
};
export type OutlookSeed = ReturnType<typeof outlooksTable.read>;
