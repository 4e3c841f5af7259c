import { LIGHTS } from '@xushi/domain';
import type { Language, Named } from './language.js';
import { lightName } from './light-name.js';
import { periodName } from './period-name.js';
import { unitName } from './unit-name.js';

/** The numbers that a board shows of an indicator, and its light. */
export const BOARD_COLUMNS = ['figure', 'yoy', 'gap', 'light'] as const;
export type BoardColumnKind = (typeof BOARD_COLUMNS)[number];

const HEADINGS: Readonly<Record<BoardColumnKind | 'org' | 'unit', Named>> = {
  figure: { zh: '累计', en: 'to date' },
  yoy: { zh: '同比', en: 'year on year' },
  gap: { zh: '快慢或差距', en: 'ahead or behind' },
  light: { zh: '灯', en: 'light' },
  org: { zh: '单位', en: 'org' },
  unit: { zh: '计量单位', en: 'unit of measure' },
};

/** What stands above a column of the board, and before its rows of headings. */
export const boardHeading = (of: BoardColumnKind | 'org' | 'unit', language: Language): string =>
  HEADINGS[of][language];

/** 2017年1—11月双牌县指标完成情况. */
export function boardTitle(orgName: string, period: string, language: Language): string {
  const name = periodName(period, language);
  return language === 'zh' ? `${name}${orgName}指标完成情况` : `Indicators of ${orgName}, ${name}`;
}

/** The unit of a board's figures: 亿元. */
export const boardUnit = (unit: string, language: Language): string => unitName(unit, language);

/** What gaps are counted in that are differences of percentages. */
export const pointsUnit = (language: Language): string =>
  language === 'zh' ? '百分点' : 'percentage points';

/** What the words and signs of a board mean, for whoever holds the printed page. */
export function boardLegend(language: Language): string {
  const lights = LIGHTS.map((light) => lightName(light, language));
  return language === 'zh'
    ? `灯色：${lights.join('、')}。快慢或差距：正数为快于进度或好于目标，负数为慢于进度或差于目标。“—”：该单位该期无此项指标。`
    : `Lights: ${lights.join(', ')}. Ahead or behind: above 0 is ahead of the plan or better than the target, below 0 behind. “—”: not an indicator of this org.`;
}
