/** A kind of indicator with its target, as work plans of parks hold them. */
export interface Kind {
  count: number;
  type: string;
  unit: string;
  decimals: number;
  measure: string;
  comparator: string;
  plan: Record<string, unknown>;
  /** Between what its targets lie. */
  low: number;
  high: number;
  rollUp: string;
}

const flow = {
  type: 'flow',
  unit: '亿元',
  decimals: 2,
  measure: 'value',
  comparator: 'atLeast',
  rollUp: 'sum',
};
const level = { decimals: 2, measure: 'value', comparator: 'atLeast', rollUp: 'none' };

const WEIGHTS = ['6', '7', '8', '8', '8', '9', '8', '8', '9', '9', '9', '11'].map(
  (share) => `0.${share.padStart(2, '0')}`,
);

/** Fifty indicators of a park: half of them amounts along the year, the rest counts, levels, growths and a date. */
export const KINDS: readonly Kind[] = [
  { ...flow, count: 15, plan: { kind: 'linear' }, low: 20, high: 900 },
  { ...flow, count: 4, plan: { kind: 'weights', weights: WEIGHTS }, low: 20, high: 300 },
  { ...flow, count: 2, plan: { kind: 'lastYear' }, low: 50, high: 500 },
  { ...flow, count: 2, plan: { kind: 'constant' }, measure: 'yoy', low: 3, high: 12 },
  {
    ...flow,
    count: 8,
    type: 'count',
    unit: '家',
    decimals: 0,
    plan: { kind: 'quarterly' },
    low: 4,
    high: 80,
  },
  { ...level, count: 6, type: 'ratio', unit: '%', plan: { kind: 'constant' }, low: 40, high: 95 },
  {
    ...level,
    count: 3,
    type: 'ratio',
    unit: '%',
    plan: {
      kind: 'checkpoints',
      points: [
        { month: 2, value: '45' },
        { month: 6, value: '60' },
        { month: 12, value: '80' },
      ],
    },
    low: 80,
    high: 80,
  },
  {
    ...level,
    count: 2,
    type: 'ratio',
    unit: '吨标煤/万元',
    comparator: 'atMost',
    plan: { kind: 'constant' },
    low: 1,
    high: 3,
  },
  {
    ...level,
    count: 5,
    type: 'growth',
    unit: '%',
    decimals: 1,
    plan: { kind: 'constant' },
    low: 4,
    high: 12,
  },
  { ...level, count: 2, type: 'stock', unit: '亿元', plan: { kind: 'constant' }, low: 20, high: 200 },
  {
    ...level,
    count: 1,
    type: 'milestone',
    unit: '',
    decimals: 0,
    plan: { kind: 'constant' },
    low: 1,
    high: 1,
  },
];
