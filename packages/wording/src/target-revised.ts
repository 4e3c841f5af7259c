import { type Comparator, Fraction, versionBefore } from '@xushi/domain';
import { dayWords } from './due-words.js';
import { givenAmount } from './forecast-words.js';
import type { Language } from './language.js';
import type { WordingContext } from './subject.js';
import { comparatorName } from './term-names.js';

/** A version of a target as a revision names it. */
export interface TargetVersionWords {
  value: Fraction;
  comparator: Comparator;
  version: number;
}

/** The document that a target or its revision rests on (domain.md §5). */
export interface TargetSource {
  document?: string | null | undefined;
  number?: string | null | undefined;
  /** `YYYY-MM-DD`, or as the document writes it. */
  date?: string | null | undefined;
}

export interface TargetRevision {
  before: TargetVersionWords;
  after: TargetVersionWords;
  source?: TargetSource | null | undefined;
  reason?: string | null | undefined;
}

/** A version of a target as it is stored; `value` a plain decimal. */
export interface StoredTargetVersion {
  version: number;
  appliesFrom: number;
  value: string;
  comparator: string;
  source: unknown;
  reason: string | null;
}

/** The revision by which a month is judged by `version`; null where it is the first that judged it. */
export function targetRevisionOf(
  versions: readonly StoredTargetVersion[],
  of: { version: number | null; month: number },
): TargetRevision | null {
  const after = versions.find(({ version }) => version === of.version);
  const before = after && versionBefore(versions, { version: after.version, month: of.month });
  if (!after || !before) return null;
  const words = ({ value, comparator, version }: StoredTargetVersion): TargetVersionWords => ({
    value: Fraction.parse(value),
    comparator: comparator as Comparator,
    version,
  });
  const source = after.source as TargetSource | null;
  return { before: words(before), after: words(after), source, reason: after.reason };
}

/**
 * What a revision changed (domain.md §5): 目标调整：调整前55亿元，调整后50亿元（《…》双政发〔2017〕12号）. Of a growth
 * target, which the context's target tells, growth is said. A revision of anything else leaves the value.
 */
export function targetRevisedWords(
  { before, after, source, reason }: TargetRevision,
  { indicator, target }: Pick<WordingContext, 'indicator' | 'target'>,
  language: Language = 'zh',
): string {
  const turned = before.comparator !== after.comparator;
  const said = ({ value, comparator }: TargetVersionWords) => {
    const amount = givenAmount(value, { indicator, measure: target?.measure, language });
    // Which way a target points is said where it matters: of limits, and where it turns round.
    if (!turned && comparator === 'atLeast') return amount;
    return `${comparatorName(comparator, language)}${language === 'zh' ? '' : ' '}${amount}`;
  };
  const same = !turned && before.value.equals(after.value);
  const document = sourceWords(source, language);
  const why = reason?.trim().replace(/[。.；;]+$/u, '');
  if (language === 'en') {
    const change = same
      ? `still ${said(after)} (version ${before.version} to ${after.version})`
      : `${said(before)} before, ${said(after)} now`;
    return `Target revised: ${change}${document === '' ? '' : ` (${document})`}${why ? `; reason: ${why}` : ''}`;
  }
  const change = same
    ? `目标值不变，仍为${said(after)}，由第${before.version}版改为第${after.version}版`
    : `调整前${said(before)}，调整后${said(after)}`;
  return `目标调整：${change}${document === '' ? '' : `（${document}）`}${why ? `，调整原因：${why}` : ''}`;
}

/** 《关于调整…的通知》双政发〔2017〕12号，2017年9月1日; empty where nothing is known of it. */
export function sourceWords(source: TargetSource | null | undefined, language: Language = 'zh'): string {
  const name = source?.document?.trim();
  // A number that stands where the title should is no title.
  const bare = !name || name.startsWith('《') || /[〔[（(]\d{4}[〕\]）)].*号$/u.test(name);
  const titled = language === 'zh' && !bare ? `《${name}》` : (name ?? '');
  const number = source?.number?.trim() ?? '';
  const date = source?.date?.trim() ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? dayWords(date, language, true) : date;
  const parts = language === 'zh' ? [`${titled}${number}`, day] : [titled, number, day];
  return parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');
}
