/** What a light policy may ask about (domain.md §7). */
export const POLICY_FIELDS = [
  'paceGap',
  'paceRatio',
  'gap',
  'gapRate',
  'figure',
  'peerGap',
  'consecutiveLag',
  'daysOverdue',
  'shortfall',
] as const;

/**
 * One field of a policy's condition: `paceGap`, `peerGap` and the gap of a percentage in percentage points,
 * `paceRatio` and `gapRate` in %, `figure` the judged number, `gap` and `shortfall` in the indicator's unit,
 * `consecutiveLag` in periods, `daysOverdue` in working days.
 */
export type PolicyField = (typeof POLICY_FIELDS)[number];
