import type { Verdict } from '@xushi/domain';
import type { Language } from './language.js';
import { monthRange } from './period-name.js';

/**
 * 年终结转：年度目标未完成。 (domain.md §10). `lastMonth`: the last month a figure is known of; before December the year is
 * settled by it, and it is said: （12月无数字，按1—11月数字结转）. 0: none is known: （全年无数字）.
 */
export function settlementWords(
  { verdict, lastMonth }: { verdict: Verdict; lastMonth: number },
  language: Language = 'zh',
): string {
  const by = lastMonth === 12 ? '' : settledBy(lastMonth, language);
  if (language === 'en') return `Settled at year end: target ${verdict}${by}.`;
  return `年终结转：年度目标${verdict === 'met' ? '已完成' : '未完成'}${by}。`;
}

function settledBy(lastMonth: number, language: Language): string {
  if (lastMonth === 0) return language === 'en' ? ' (no figure for the year)' : '（全年无数字）';
  const range = monthRange(lastMonth, language);
  return language === 'en'
    ? ` (no figure for December; by that of ${range})`
    : `（12月无数字，按${range}数字结转）`;
}
