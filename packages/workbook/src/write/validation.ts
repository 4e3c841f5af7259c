import { rangeOf } from '../place.js';
import { firstOf, xmlText } from './text.js';

/** What may be typed into cells. Bounds are plain decimals. */
export type Allowed =
  | { type: 'decimal' | 'whole'; min: string; max: string }
  | { type: 'list'; items: readonly string[] }
  /** The values that stand in a range, named as a formula does: `'字典'!$A$1:$A$9`. */
  | { type: 'listIn'; range: string }
  | { type: 'textLength'; max: number };

/** A check that the spreadsheet itself makes while somebody types. What is pasted it does not see. */
export interface Validation {
  /** A1 ranges that it holds for. */
  ranges: readonly string[];
  allowed: Allowed;
  /** Said beside the cell that is chosen; at most 32 and 255 characters, cut there. */
  prompt?: { title: string; text: string };
  /** Said of what is not allowed; `warning` lets it stand when the person insists. */
  error: { title: string; text: string; style?: 'stop' | 'warning' };
}

/** What Excel takes; more, and it calls the file damaged. */
const [LONGEST_TITLE, LONGEST_TEXT, LONGEST_LIST] = [32, 255, 255];
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** The element that holds a sheet's checks; nothing where there are none. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  return `<dataValidations count="${validations.length}">${validations.map(xmlOf).join('')}</dataValidations>`;
}

function xmlOf({ ranges, allowed, prompt, error }: Validation): string {
  for (const range of ranges) if (!rangeOf(range)) throw new RangeError(`not a range: ${range}`);
  const said = (title: string, text: string, names: readonly [string, string]) =>
    ` ${names[0]}="${xmlText(firstOf(title, LONGEST_TITLE))}" ${names[1]}="${xmlText(firstOf(text, LONGEST_TEXT))}"`;
  const type = allowed.type === 'listIn' ? 'list' : allowed.type;
  return (
    `<dataValidation type="${type}" errorStyle="${error.style ?? 'stop'}"${operatorOf(allowed)} allowBlank="1"` +
    ` showInputMessage="1" showErrorMessage="1"${said(error.title, error.text, ['errorTitle', 'error'])}` +
    `${prompt ? said(prompt.title, prompt.text, ['promptTitle', 'prompt']) : ''}` +
    ` sqref="${ranges.join(' ')}">${formulasOf(allowed)}</dataValidation>`
  );
}

function operatorOf({ type }: Allowed): string {
  if (type === 'textLength') return ' operator="lessThanOrEqual"';
  return type === 'decimal' || type === 'whole' ? ' operator="between"' : '';
}

function formulasOf(allowed: Allowed): string {
  switch (allowed.type) {
    case 'decimal':
    case 'whole':
      for (const bound of [allowed.min, allowed.max])
        if (!DECIMAL.test(bound)) throw new RangeError(`not a plain decimal: ${bound}`);
      return `<formula1>${allowed.min}</formula1><formula2>${allowed.max}</formula2>`;
    case 'list':
      return `<formula1>${xmlText(listOf(allowed.items))}</formula1>`;
    case 'listIn':
      return `<formula1>${xmlText(allowed.range)}</formula1>`;
    case 'textLength':
      return `<formula1>${allowed.max}</formula1>`;
  }
}

/** The list as a constant of a formula; what does not fit one has to stand in cells. */
function listOf(items: readonly string[]): string {
  const list = items.join(',');
  if (items.some((item) => item.includes(',')) || list.length > LONGEST_LIST)
    throw new RangeError('a list with commas or over 255 characters has to stand in a range');
  return `"${list.replaceAll('"', '""')}"`;
}
