import type { Language, Named } from './language.js';

/** Whose average and whose ranks: of everybody below an org of a level. */
const SCOPES: Readonly<Record<string, Named>> = {
  province: { zh: '全省', en: 'the province' },
  prefecture: { zh: '全市', en: 'the city' },
  county: { zh: '全县', en: 'the county' },
  park: { zh: '全园区', en: 'the park' },
  cluster: { zh: '全组团', en: 'the cluster' },
};

/** The level above, for an org whose parent is not known here. */
const ABOVE: Readonly<Record<string, string>> = {
  prefecture: 'province',
  county: 'prefecture',
  park: 'county',
  cluster: 'park',
  enterprise: 'park',
};

/** 全市 of the members of a city; of an org without a known parent the scope of the level above it. */
export function scopeName(
  of: { parentLevel: string | null; ownLevel: string },
  language: Language = 'zh',
): string {
  const scope = SCOPES[of.parentLevel ?? ABOVE[of.ownLevel] ?? ''];
  return scope ? scope[language] : language === 'zh' ? '同类单位' : 'its peers';
}
