import type { Verdict } from '@xushi/domain';
import type { Language } from './language.js';
import { monthRange } from './period-name.js';

/**
 * 年终结转：年度目标未完成。 (domain.md §10). `lastMonth`: the last month a figure is known of; before December the year is
 * settled by it, and it is said: （12月无数字，按1—11月数字结转）.
 */
export function settlementWords(
  { verdict, lastMonth }: { verdict: Verdict; lastMonth: number },
  language: Language = 'zh',
): string {
  const range = monthRange(lastMonth, language);
  if (language === 'en') {
    const by = lastMonth < 12 ? ` (no figure for December; by that of ${range})` : '';
    return `Settled at year end: target ${verdict}${by}.`;
  }
  const by = lastMonth < 12 ? `（12月无数字，按${range}数字结转）` : '';
  return `年终结转：年度目标${verdict === 'met' ? '已完成' : '未完成'}${by}。`;
}
