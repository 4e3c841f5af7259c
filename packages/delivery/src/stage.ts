import type { Unit } from '@xushi/events';
import type { Candidate } from './candidates.js';

/** Why somebody is not told of something. */
export type DropReason =
  | 'historical'
  | 'kindNotWanted'
  | 'notForThem'
  | 'lightBelowMinimum'
  | 'levelNotWanted'
  | 'alreadyTold';

export interface Dropped {
  candidate: Candidate;
  reason: DropReason;
}

export interface StageResult {
  kept: Candidate[];
  dropped: Dropped[];
}

/** A step on the way from an event to its deliveries. What it lets go it gives a reason for. */
export interface Stage {
  name: string;
  run(unit: Unit, candidates: Candidate[]): Promise<StageResult>;
}

/** Parts candidates by whether there is a reason to drop them. */
export function sift(
  candidates: Candidate[],
  reasonOf: (candidate: Candidate) => DropReason | null,
): StageResult {
  const result: StageResult = { kept: [], dropped: [] };
  for (const candidate of candidates) {
    const reason = reasonOf(candidate);
    if (reason) result.dropped.push({ candidate, reason });
    else result.kept.push(candidate);
  }
  return result;
}
