import {
  type CheckedFigure,
  type CheckedIndicator,
  type CheckFinding,
  checkFigures,
  Fraction,
  type Period,
  type Printed,
  parsePeriod,
} from '../src/index.js';

export const OUTPUT: CheckedIndicator = {
  key: 'output',
  type: 'flow',
  unit: '万元',
  decimals: 2,
  noJanuary: false,
  formula: null,
  partOf: null,
  growthBasis: 'comparable',
};

export const at = (text: string): Period => {
  const found = parsePeriod(text);
  if (!found) throw new Error(`no period: ${text}`);
  return found;
};

/** `30000` in 万元, `0.3 亿元` as it says. */
export function printed(text: string): Printed {
  const [number = '', unit = '万元'] = text.split(' ');
  return { text: number, unit };
}

/** One figure; amounts as `printed` reads them. */
export function figure(
  period: string,
  given: {
    value?: string;
    month?: string;
    lastYear?: string;
    yoy?: string;
    target?: string;
    joined?: string;
    operands?: [string, string];
    indicator?: Partial<CheckedIndicator>;
  },
): CheckedFigure {
  const indicator = { ...OUTPUT, ...given.indicator };
  const amount = (text: string | undefined) =>
    text === undefined ? null : text.includes(' ') ? printed(text) : { text, unit: indicator.unit };
  const fraction = (text: string | undefined) => (text === undefined ? null : Fraction.parse(text));
  return {
    indicator,
    period: at(period),
    value: amount(given.value),
    monthValue: amount(given.month),
    lastYear: amount(given.lastYear),
    yoy: given.yoy ?? null,
    target: fraction(given.target),
    joined: fraction(given.joined),
    operands: given.operands
      ? { numerator: printed(given.operands[0]), denominator: printed(given.operands[1]) }
      : null,
  };
}

/** Figures in force by indicator key and period. */
export type InForce = Record<string, Record<string, string>>;

export function check(
  figures: CheckedFigure | CheckedFigure[],
  inForce: InForce = {},
  parts: Record<string, string[]> = {},
): CheckFinding[] {
  return checkFigures([figures].flat(), {
    figures: new Map(
      Object.entries(inForce).map(([key, series]) => [
        key,
        new Map(Object.entries(series).map(([period, text]) => [at(period), printed(text)])),
      ]),
    ),
    parts: new Map(Object.entries(parts)),
  });
}

export const codes = (findings: CheckFinding[]): string[] => findings.map((finding) => finding.code);

export const holds = (findings: CheckFinding[]): string[] =>
  codes(findings.filter((finding) => finding.severity === 'hold'));

/** Cumulative figures of a year from its months: `year(2017, [1, 2])` is 2017-01: 1, 2017-02: 3. */
export function year(of: number, months: readonly number[]): Record<string, string> {
  let sum = 0;
  return Object.fromEntries(
    months.map((month, index) => {
      sum += month;
      return [`${of}-${String(index + 1).padStart(2, '0')}`, String(Math.round(sum * 1e4) / 1e4)];
    }),
  );
}
