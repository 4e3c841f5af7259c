import { isLowerGrade } from '@xushi/domain';
import type { Finding, Language } from '@xushi/protocol';
import { findingWords } from '@xushi/wording';
import type { StoredDue } from './due.js';
import type { ReadFigure } from './reading.js';
import { PARTS, type SaidFigure } from './said.js';

/** A finding as it is kept: what was found and the numbers that made it. Its words are made for whoever reads it. */
export interface StoredFinding {
  code: string;
  severity: 'hold' | 'note';
  /** JSON pointer into the sheet; empty: the whole sheet. */
  pointer: string;
  /** Key of the indicator. */
  indicator: string | null;
  params: Record<string, string>;
}

/** A figure beside what was said of it before. */
export interface ComparedFigure {
  /** As the sheet gives it. */
  given: ReadFigure;
  /** With the parts that are kept. */
  whole: ReadFigure;
  before: SaidFigure | null;
}

/** A finding as the interface shows it, in the reader's language. */
export function showFinding(finding: StoredFinding, language: Language): Finding {
  const { code, severity, pointer, indicator } = finding;
  return { code, severity, pointer, indicator, message: findingWords(finding, language) };
}

/** Nothing in the sheet differs from what is in force. */
export const UNCHANGED: StoredFinding = {
  code: 'unchanged',
  severity: 'note',
  pointer: '',
  indicator: null,
  params: {},
};

/** The sheet came after its due instant (domain.md §8 “Noted”). */
export function lateFinding(due: StoredDue): StoredFinding {
  return { code: 'late', severity: 'note', pointer: '', indicator: null, params: { dueDay: due.dueDay } };
}

/** A figure that is stored and does not count, because a higher grade is there. */
export function lowerGradeFinding({ whole, before }: ComparedFigure): StoredFinding[] {
  if (!before || whole.withdrawn || !isLowerGrade(whole.grade, before.grade)) return [];
  return [noteOf('lowerGrade', whole, { grade: whole.grade, inForce: before.grade })];
}

/** Says which parts were kept, so that a growth that no longer fits its amount is noticed. */
export function carriedOverFinding({ given, whole }: ComparedFigure): StoredFinding[] {
  const kept = PARTS.filter((part) => given[part] === null && whole[part] !== null);
  if (kept.length === 0) return [];
  return [noteOf('carriedOver', whole, Object.fromEntries(kept.map((part) => [part, `${whole[part]}`])))];
}

/** A confirmation that answers nothing that was found. */
export function nothingToConfirm(position: number, code: string, indicator: ReadFigure['indicator']) {
  const params = { indicatorName: indicator.name, asked: code };
  return {
    code: 'nothingToConfirm',
    severity: 'note' as const,
    pointer: `/confirmations/${position}`,
    indicator: indicator.key,
    params,
  };
}

function noteOf(code: string, { indicator, position }: ReadFigure, params: Record<string, string>) {
  return {
    code,
    severity: 'note' as const,
    pointer: `/values/${position}`,
    indicator: indicator.key,
    params: { indicatorName: indicator.name, unit: indicator.unit, ...params },
  };
}
