import type { Comparator, Fraction, Measure, TargetGrade } from '@xushi/domain';
import type { Language } from './language.js';
import { targetGradeName } from './term-names.js';

/** What the end of the year is held against. */
export interface YearTarget {
  target: Fraction;
  comparator: Comparator;
  /** Default `annual`. */
  grade?: TargetGrade | undefined;
  /** Default `value`. */
  measure?: Measure | undefined;
  /** The cumulative figure in force, of flows and counts: what has come true already is not foretold. */
  figure?: Fraction | null | undefined;
}

/** A forecast of the full year 系统推算 (domain.md §6), exact, in the indicator's unit. */
export interface WordedForecast {
  value: Fraction;
  /** Of the replay's band; null without one. */
  low: Fraction | null;
  high: Fraction | null;
  method: 'pace' | 'recentPace' | 'lastYearShape';
  /** Mean absolute error of the replay, in %. */
  error: Fraction | null;
  /** Earlier years that the method was replayed on. */
  replayedYears: number;
}

/** What a park expects of its own full year 单位预计全年. */
export interface WordedOutlook {
  value: Fraction;
  reason?: string | null | undefined;
}

/**
 * How the year looks, best first. `reached`: there already; `likely`: the value meets the target, and the band reaches
 * it; `tight`: the value does not, but the band does; `miss`: the band does not, or without one the value, which is
 * what a `forecastMiss` alert goes by (domain.md §10); `broken`: a limit exceeded already.
 */
export const YEAR_VERDICTS = ['reached', 'likely', 'tight', 'miss', 'broken'] as const;
export type YearVerdict = (typeof YEAR_VERDICTS)[number];

/** The verdict on a forecast or, without a band, on an outlook. */
export function yearVerdict(
  { value, low, high }: { value: Fraction; low?: Fraction | null; high?: Fraction | null },
  { target, comparator, figure }: YearTarget,
): YearVerdict {
  const limit = comparator === 'atMost';
  const meets = (amount: Fraction) => (limit ? target.atLeast(amount) : amount.atLeast(target));
  if (figure && limit && !meets(figure)) return 'broken';
  if (figure && !limit && meets(figure)) return 'reached';
  const best = (limit ? low : high) ?? value;
  // A band need not hold the value that it corrects: the alert goes by the band, and so do its words.
  if (!meets(best)) return 'miss';
  return meets(value) ? 'likely' : 'tight';
}

/** The worst of several verdicts. */
export function worstVerdict(verdicts: readonly YearVerdict[]): YearVerdict | null {
  return verdicts.reduce<YearVerdict | null>(
    (worst, verdict) => (worst === null || rank(verdict) > rank(worst) ? verdict : worst),
    null,
  );
}

function rank(verdict: YearVerdict): number {
  return YEAR_VERDICTS.indexOf(verdict);
}

/** 可望完成年度目标, 难以完成年度目标; of a limit 可望控制在全年控制数以内, 预计突破全年控制数. */
export function verdictWords(verdict: YearVerdict, of: YearTarget, language: Language = 'zh'): string {
  const target = yearTargetName(of, language);
  if (of.comparator === 'atMost') return limitWords(verdict, target, language);
  if (language === 'en') {
    const said = {
      reached: `${target} already met`,
      likely: `likely to meet ${target}`,
      tight: `may miss ${target}`,
      miss: `unlikely to meet ${target}`,
      broken: `${target} missed`,
    };
    return said[verdict];
  }
  const said = {
    reached: `已完成${target}`,
    likely: `可望完成${target}`,
    tight: `完成${target}压力较大`,
    miss: `难以完成${target}`,
    broken: `未完成${target}`,
  };
  return said[verdict];
}

function limitWords(verdict: YearVerdict, limit: string, language: Language): string {
  if (language === 'en') {
    const said = {
      reached: `within ${limit}`,
      likely: `likely to stay within ${limit}`,
      tight: `may exceed ${limit}`,
      miss: `likely to exceed ${limit}`,
      broken: `${limit} already exceeded`,
    };
    return said[verdict];
  }
  const said = {
    reached: `控制在${limit}以内`,
    likely: `可望控制在${limit}以内`,
    tight: `控制在${limit}以内压力较大`,
    miss: `预计突破${limit}`,
    broken: `已突破${limit}`,
  };
  return said[verdict];
}

/** 年度目标, 全年控制数. */
export function yearTargetName({ comparator, grade }: YearTarget, language: Language = 'zh'): string {
  if (comparator === 'atMost') return language === 'zh' ? '全年控制数' : "the year's limit";
  const name = targetGradeName(grade ?? 'annual', language);
  return language === 'zh' ? name : `the ${name}`;
}
