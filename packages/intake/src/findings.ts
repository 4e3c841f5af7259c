import { type CheckFinding, isLowerGrade } from '@xushi/domain';
import type { Finding, Language } from '@xushi/protocol';
import { type AnyFinding, findingWords } from '@xushi/wording';
import type { Catalogue } from './catalogue.js';
import type { StoredDue } from './due.js';
import type { CatalogueIndicator, ReadFigure } from './read-figure.js';
import { PARTS, type SaidFigure } from './said.js';

/** A confirmation that answers nothing that was found. */
interface IdleConfirmation {
  code: 'nothingToConfirm';
  indicator: string;
  params: { asked: string };
}

/**
 * A finding as it is kept: what was found and the numbers that made it. Its words are made for whoever reads it. A hold
 * that was explained, now or before, is a note with what was said.
 */
export type StoredFinding = WithoutSeverity<AnyFinding | IdleConfirmation> & {
  severity: 'hold' | 'note';
  /** JSON pointer into the sheet; empty: the whole sheet. */
  pointer: string;
  explanation?: string;
};

type WithoutSeverity<T> = T extends unknown ? Omit<T, 'severity'> : never;

/** The same as a note, with what was said of it. */
export const explainedBy = (finding: StoredFinding, explanation: string): StoredFinding => ({
  ...finding,
  severity: 'note',
  explanation,
});

/** A finding about one figure of a sheet. */
export type FigureFinding = CheckFinding & StoredFinding;

/** A figure beside what was said of it before. */
export interface ComparedFigure {
  /** As the sheet gives it. */
  given: ReadFigure;
  /** With the parts that are kept. */
  whole: ReadFigure;
  /** What is in force of it, whatever waits. */
  inForce: SaidFigure | null;
}

/** A finding as the interface shows it, in the reader's language. */
export function showFinding(
  finding: StoredFinding,
  { catalogue, language }: { catalogue: Catalogue; language: Language },
): Finding {
  const { code, severity, pointer, explanation } = finding;
  const indicator = 'indicator' in finding ? finding.indicator : null;
  const nameOf = (key: string) => catalogue.get(key)?.name ?? key;
  const words =
    finding.code === 'nothingToConfirm'
      ? idleWords(finding, { nameOf, language })
      : findingWords(finding as AnyFinding, nameOf, language);
  const said = explanation === undefined ? '' : explainedWords(explanation, language);
  return { code, severity, pointer, indicator, message: `${words}${said}` };
}

const explainedWords = (explanation: string, language: Language): string =>
  language === 'zh' ? `（已说明：${explanation}）` : ` (explained: ${explanation})`;

function idleWords(
  { indicator, params }: IdleConfirmation,
  { nameOf, language }: { nameOf: (key: string) => string; language: Language },
): string {
  return language === 'zh'
    ? `${nameOf(indicator)}没有需要确认的${params.asked}，该条说明未使用`
    : `${nameOf(indicator)}: nothing was found as ${params.asked}, so that this explanation answers nothing`;
}

/** Nothing in the sheet differs from what is in force. */
export const UNCHANGED: StoredFinding = { code: 'unchanged', severity: 'note', pointer: '' };

/** The sheet came after its due instant (domain.md §8 “Noted”). */
export function lateFinding(due: StoredDue, time: string): StoredFinding {
  return { code: 'late', severity: 'note', pointer: '', params: { date: due.dueDay, time } };
}

/** A figure that is stored and does not count, because a higher grade is there. */
export function lowerGradeFinding({ whole, inForce }: ComparedFigure): StoredFinding[] {
  if (!inForce || whole.withdrawn || !isLowerGrade(whole.grade, inForce.grade)) return [];
  const { indicator, period, grade, value } = whole;
  const params = {
    ...{ grade, value, unit: indicator.unit },
    inForce: inForce.grade as ReadFigure['grade'],
  };
  return [{ code: 'lowerGrade', indicator: indicator.key, period, params, ...noteAt(whole) }];
}

/** Says which parts were kept, so that a growth that no longer fits its amount is noticed. */
export function carriedOverFinding({ given, whole }: ComparedFigure): StoredFinding[] {
  const parts = PARTS.flatMap((part) => {
    const value = whole[part];
    return given[part] === null && value !== null ? [{ part, value }] : [];
  });
  if (parts.length === 0) return [];
  const { indicator, period } = whole;
  const params = { unit: indicator.unit, parts };
  return [{ code: 'carriedOver', indicator: indicator.key, period, params, ...noteAt(whole) }];
}

export function nothingToConfirm(
  position: number,
  code: string,
  indicator: CatalogueIndicator,
): StoredFinding {
  return {
    ...{ code: 'nothingToConfirm', severity: 'note', pointer: `/confirmations/${position}` },
    ...{ indicator: indicator.key, params: { asked: code } },
  };
}

const noteAt = ({ position }: ReadFigure) => ({ severity: 'note' as const, pointer: `/values/${position}` });
