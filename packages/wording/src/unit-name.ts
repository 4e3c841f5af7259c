import type { Language } from './language.js';

/** English for the commonest units; the others keep their Chinese name. */
const ENGLISH: Readonly<Record<string, string>> = {
  元: 'yuan',
  千元: 'thousand yuan',
  万元: 'ten thousand yuan',
  百万元: 'million yuan',
  千万元: 'ten million yuan',
  亿元: 'hundred million yuan',
  万亿元: 'trillion yuan',
  美元: 'US dollars',
  万美元: 'ten thousand US dollars',
  亿美元: 'hundred million US dollars',
  家: 'firms',
  户: 'households',
  个: '',
  项: 'items',
  人: 'people',
  万人: 'ten thousand people',
  亩: 'mu',
  平方米: 'square metres',
  平方公里: 'square kilometres',
  公里: 'kilometres',
  吨: 'tonnes',
  万吨: 'ten thousand tonnes',
  吨标准煤: 'tonnes of coal equivalent',
  万吨标准煤: 'ten thousand tonnes of coal equivalent',
};

/** A unit as a sentence says it. */
export function unitName(unit: string, language: Language): string {
  return language === 'zh' ? unit : (ENGLISH[unit] ?? unit);
}
