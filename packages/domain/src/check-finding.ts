import type { Period } from './period.js';

/** What is held until somebody confirms it with a reason or sends another figure (domain.md §8). */
export const HOLD_CODES = ['cumulativeDecreased', 'unitSlip', 'partExceedsWhole', 'jump'] as const;
/** What is said beside a figure that counts all the same. */
export const CHECK_NOTE_CODES = ['sumMismatch', 'formulaMismatch', 'baseMismatch', 'coarse'] as const;
export type HoldCode = (typeof HOLD_CODES)[number];
export type CheckNoteCode = (typeof CHECK_NOTE_CODES)[number];
export type CheckCode = HoldCode | CheckNoteCode;

/** The part of a figure that a finding is about. */
export type CheckedField = 'value' | 'yoy' | 'monthValue' | 'lastYear';

/**
 * The numbers that made a finding, exact, as text (`exactText`): enough to word it in any language and to follow it
 * with a calculator. Amounts are in `unit`, the one that the value was filled in with; periods are `YYYY-MM`.
 */
export interface CheckParams {
  cumulativeDecreased: {
    value: string;
    unit: string;
    /** The figure in force that it contradicts: an earlier month above it, or a later month below it. */
    otherPeriod: string;
    otherValue: string;
  };
  unitSlip: {
    value: string;
    unit: string;
    /** Months that the value covers; 1 for a level. */
    months: string;
    perMonth: string;
    /** The median per month of the figures in force at `periods`, parted by blanks. */
    reference: string;
    periods: string;
    /** perMonth ÷ reference, and the power of ten that it is near. */
    ratio: string;
    power: string;
    /** The unit in which the number would fit; empty where there is none. */
    likelyUnit: string;
  };
  partExceedsWhole: {
    value: string;
    unit: string;
    /** `part`: it is above its whole; `whole`: it is below its part; `share`: it is above 100. */
    role: 'part' | 'whole' | 'share';
    /** Key of the whole or the part; empty for a share. */
    other: string;
    otherValue: string;
  };
  jump: {
    value: string;
    unit: string;
    /** The figure before, and how many months lie between: `previous` is 0 at the year's beginning. */
    previousPeriod: string;
    previous: string;
    months: string;
    /** Left out of the increment: what firms that joined the register brought in. */
    joined: string;
    increment: string;
    /** Of the `count` increments of this and last year: their median, the scale of their spread, the largest. */
    count: string;
    median: string;
    scale: string;
    largest: string;
  };
  sumMismatch: {
    value: string;
    unit: string;
    /** The month before; empty where the year begins with this one. */
    previousPeriod: string;
    previous: string;
    monthValue: string;
    sum: string;
    /** Whether rounding of the printed numbers can be all of it. */
    withinRounding: 'true' | 'false';
  };
  formulaMismatch: {
    value: string;
    unit: string;
    computed: string;
    numerator: string;
    numeratorUnit: string;
    denominator: string;
    denominatorUnit: string;
    scale: string;
  };
  baseMismatch: {
    value: string;
    unit: string;
    yoy: string;
    /** value ÷ (1 + yoy). */
    impliedBase: string;
    lastYear: string;
    /** Whether last year's figure came with the sheet or is the one in force. */
    lastYearFrom: 'sheet' | 'inForce';
    /** How far the implied base is from it, in % of it. */
    difference: string;
  };
  coarse: {
    value: string;
    unit: string;
    half: string;
    target: string;
    /** The half digit in % of the target. */
    share: string;
    /** The unit to report in; empty where more decimals are wanted. */
    finerUnit: string;
  };
}

/** What a check says of one figure. */
export type CheckFinding = {
  [Code in CheckCode]: {
    code: Code;
    severity: Code extends HoldCode ? 'hold' : 'note';
    /** Key of the indicator. */
    indicator: string;
    /** The figure's own period. */
    period: Period;
    field: CheckedField;
    params: CheckParams[Code];
  };
}[CheckCode];
