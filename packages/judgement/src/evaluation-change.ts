import type { Light } from '@xushi/domain';
import type { PriorRow } from './prior.js';

/** What of an evaluation its record of changes speaks of. */
export interface RecordedEvaluation {
  state: string;
  light: Light | null;
  target_version: number | null;
  policy_key: string | null;
  policy_version: number | null;
  figure_id: string | number | null;
  back_judged: boolean;
}

/** Why an evaluation came out differently. */
export type ChangeReason = 'reported' | 'restated' | 'targetRevised' | 'policyRevised';

/** A change of light, target version or policy version, as it is kept. */
export interface EvaluationChangeRow {
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
  reason: ChangeReason;
}

/** What changed between how a month stood and how it was judged now; null: nothing that is recorded. */
export function changeOf(
  before: PriorRow | undefined,
  after: RecordedEvaluation,
): EvaluationChangeRow | null {
  const told = after.state === 'evaluated' || (before?.light ?? null) !== null;
  if (!told || (before && isSame(before, after))) return null;
  return {
    before: before ? recorded(before) : null,
    after: recorded(after),
    reason: reasonOf(before, after),
  };
}

/** A month that nothing follows from any more; null where it had no light to lose. */
export function endOf(before: PriorRow): EvaluationChangeRow | null {
  if (before.light === null) return null;
  const after = { ...recorded(before), light: null, figure: null };
  return { before: recorded(before), after, reason: 'restated' };
}

function reasonOf(before: PriorRow | undefined, after: RecordedEvaluation): ChangeReason {
  if (!before) return after.back_judged ? 'targetRevised' : 'reported';
  // What is worked out or added up has no row of its own; it was there where it was judged.
  if (before.figure_id === null && before.state !== 'evaluated') return 'reported';
  if (before.target_version !== after.target_version) return 'targetRevised';
  const sameFigure = Number(before.figure_id) === Number(after.figure_id);
  const samePolicy = before.policy_key === after.policy_key && before.policy_version === after.policy_version;
  // Else its own figure, or one of a month that its light follows on.
  return sameFigure && !samePolicy ? 'policyRevised' : 'restated';
}

const isSame = (before: PriorRow, after: RecordedEvaluation): boolean =>
  before.light === after.light &&
  before.target_version === after.target_version &&
  before.policy_key === after.policy_key &&
  before.policy_version === after.policy_version;

const recorded = (of: Omit<RecordedEvaluation, 'state' | 'back_judged'>) => ({
  light: of.light,
  targetVersion: of.target_version,
  policy: of.policy_key,
  policyVersion: of.policy_version,
  figure: of.figure_id === null ? null : Number(of.figure_id),
});
