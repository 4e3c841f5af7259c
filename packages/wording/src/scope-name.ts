import type { OrgLevel } from '@xushi/domain';
import type { Language, Named } from './language.js';

/** Whose average and whose ranks, by the level of the org that the peers are under. */
const SCOPES: Readonly<Record<OrgLevel, Named>> = {
  province: { zh: '全省', en: 'province' },
  prefecture: { zh: '全市', en: 'city' },
  county: { zh: '全县', en: 'county' },
  park: { zh: '全园区', en: 'park' },
  cluster: { zh: '全组团', en: 'cluster' },
  enterprise: { zh: '全企业', en: 'enterprise' },
};

/** A named group of peers that orgs of several places may be in. */
export const groupScope = (language: Language = 'zh'): string => (language === 'zh' ? '同组' : 'peer group');

/** What a place of these levels may be: a county can be a district, a province a region. */
const KINDS = /(地区|省|市|县|区|州|盟|旗)$/u;

/**
 * The scope of averages and ranks among the members of an org: 全市, 全县; by the last word of its name where it
 * has one (蓬江区: 全区), else by its level.
 */
export function scopeName(
  { level, name = '' }: { level: OrgLevel; name?: string | undefined },
  language: Language = 'zh',
): string {
  const kind =
    level === 'province' || level === 'prefecture' || level === 'county' ? KINDS.exec(name)?.[1] : undefined;
  return language === 'zh' && kind ? `全${kind}` : SCOPES[level][language];
}
