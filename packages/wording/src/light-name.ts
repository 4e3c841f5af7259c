import type { Light } from '@xushi/domain';
import type { Language, Named } from './language.js';

/** A light with the word that survives black-and-white print (domain.md §7). */
const LIGHT_NAMES: Readonly<Record<Light, Named>> = {
  green: { zh: '绿灯（正常）', en: 'green (on track)' },
  yellow: { zh: '黄灯（关注）', en: 'yellow (watch)' },
  orange: { zh: '橙灯（滞后）', en: 'orange (lagging)' },
  red: { zh: '红灯（严重滞后）', en: 'red (far behind)' },
};

/** 红灯（严重滞后）. */
export function lightName(light: Light, language: Language = 'zh'): string {
  return LIGHT_NAMES[light][language];
}

/** The colour alone, where the word stands nearby: 红灯. */
export function shortLightName(light: Light, language: Language = 'zh'): string {
  return lightName(light, language).replace(/[（ ].*$/u, '');
}
