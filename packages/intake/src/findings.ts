import { isLowerGrade } from '@xushi/domain';
import type { Finding } from '@xushi/protocol';
import type { StoredDue } from './due.js';
import { type FigureRow, figureKey, PARTS } from './figures-in-force.js';
import type { ReadFigure } from './reading.js';

/** Nothing in the sheet differs from what is in force. */
export const unchangedFinding: Finding = {
  code: 'unchanged',
  severity: 'note',
  pointer: '',
  indicator: null,
  message: '与已受理数据一致，未产生新版本',
};

/** The sheet came after its due instant (domain.md §8 “Noted”). */
export function lateFinding(due: StoredDue): Finding {
  return {
    code: 'late',
    severity: 'note',
    pointer: '',
    indicator: null,
    message: `应于 ${due.dueDay} 前报送，本次为迟报`,
  };
}

/** Figures that are stored and do not count, because a higher grade is there. */
export function lowerGradeFindings(figures: ReadFigure[], inForce: Map<string, FigureRow>): Finding[] {
  return figures.flatMap((read) => {
    const current = inForce.get(figureKey(read));
    if (!current || read.withdrawn || !isLowerGrade(read.grade, current.grade)) return [];
    return [
      {
        code: 'lowerGrade',
        severity: 'note' as const,
        pointer: '',
        indicator: read.indicator.key,
        message: `${read.indicator.name}已有更高口径的数，本次已存档，不作为有效数`,
      },
    ];
  });
}

/** Says which parts were kept, so that a growth that no longer fits its amount is noticed. */
export function carriedOverFindings(given: ReadFigure[], changed: ReadFigure[]): Finding[] {
  return changed.flatMap((whole) => {
    const read = given.find(
      (other) => other.indicator.id === whole.indicator.id && other.period === whole.period,
    );
    const kept = PARTS.filter((part) => read && read[part] === null && whole[part] !== null);
    if (kept.length === 0) return [];
    return [
      {
        code: 'carriedOver',
        severity: 'note' as const,
        pointer: '',
        indicator: whole.indicator.key,
        message: `${whole.indicator.name}本次未填的项沿用原数：${kept.map((part) => `${PART_NAMES[part]} ${whole[part]}`).join('，')}`,
      },
    ];
  });
}

const PART_NAMES: Record<(typeof PARTS)[number], string> = {
  value: '累计',
  yoy: '同比',
  monthValue: '本月',
  lastYear: '上年同期累计',
  lastYearMonth: '上年同期本月',
  outlook: '全年预计',
};
