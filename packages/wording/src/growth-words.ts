import type { Fraction } from '@xushi/domain';
import type { Language } from './language.js';
import { decimal, roundsToZero, SENTENCE_DECIMALS } from './number-words.js';

/** 同比增长45.2%, 同比下降9.5%, 同比持平: a decline is never a negative growth. */
export function growthWords(growth: Fraction, language: Language = 'zh'): string {
  const rate = `${decimal(growth.absolute(), SENTENCE_DECIMALS)}%`;
  const level = roundsToZero(growth, SENTENCE_DECIMALS);
  if (language === 'en') {
    return level ? 'level year on year' : `${growth.sign < 0 ? 'down' : 'up'} ${rate} year on year`;
  }
  if (growth.sign === 0) return '同比持平';
  if (level) return '同比基本持平';
  return growth.sign < 0 ? `同比下降${rate}` : `同比增长${rate}`;
}

/** 推算同比增长45.2%: what two values imply is never said as if it had been reported. */
export function derivedGrowthWords(growth: Fraction, language: Language = 'zh'): string {
  return language === 'zh' ? `推算${growthWords(growth)}` : `${growthWords(growth, 'en')} (derived)`;
}
