/**
 * How a year's target is spread over its months (domain.md §5). Stored as data with the target version;
 * amounts and weights are plain decimals.
 */
export type Plan =
  | { kind: 'linear'; from?: number }
  | { kind: 'weights'; weights: string[]; normalise?: boolean }
  | { kind: 'cumulative'; values: string[] }
  | { kind: 'lastYear' }
  | { kind: 'quarterly' }
  | { kind: 'constant' }
  | { kind: 'checkpoints'; points: { month: number; value: string }[] };
