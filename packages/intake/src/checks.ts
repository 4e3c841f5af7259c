import type { Unit } from '@xushi/events';
import type { Check } from './admit.js';
import type { IntakeBook, KnownExplanation } from './book.js';
import type { Catalogue } from './catalogue.js';
import type { StoredFinding } from './findings.js';
import type { ReadSheet } from './sheet.js';

export async function checksOf(
  _unit: Unit,
  _sheets: readonly ReadSheet[],
  _catalogue: Catalogue,
): Promise<(book: IntakeBook) => Check> {
  return () => () => [];
}

export function explains(_explanation: KnownExplanation, _finding: StoredFinding): boolean {
  return false;
}
