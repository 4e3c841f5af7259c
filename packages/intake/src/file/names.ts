import { isUnit } from '@xushi/domain';
import type { CatalogueIndicator } from '../read-figure.js';
import { bracketOf, compact } from './heads.js';

/** What an indicator goes by: its key, its name, codes of other systems. */
export interface IndicatorNames {
  /** The indicator that a text names, and the unit it names with it; null where that is none, or several. */
  find(text: string): { indicator: CatalogueIndicator; unit: string | null } | null;
}

/** Before a name: 其中：, 1. 一、 （一） (1) ① and the like. */
const NUMBERING =
  /^(?:其中:?|#|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十\d]+\)[、.]?|\d{1,2}[、.](?!\d)|[①-⑳])+/u;

export function indicatorNames(
  indicators: Iterable<CatalogueIndicator>,
  codes: readonly { code: string; indicatorId: number }[],
): IndicatorNames {
  const known = new Map<string, CatalogueIndicator | null>();
  const enter = (text: string, indicator: CatalogueIndicator) => {
    const name = compact(text).toLowerCase();
    const other = known.get(name);
    known.set(name, other === undefined || other?.id === indicator.id ? indicator : null);
  };
  const all = [...indicators];
  for (const indicator of all) {
    enter(indicator.key, indicator);
    enter(indicator.name, indicator);
  }
  // A code that is somebody's name as well is the name.
  const named = new Set(known.keys());
  for (const { code, indicatorId } of codes) {
    const indicator = all.find(({ id }) => id === indicatorId);
    if (indicator && !named.has(compact(code).toLowerCase())) enter(code, indicator);
  }
  return {
    find(text) {
      const whole = compact(text).toLowerCase();
      const plain = whole.replace(NUMBERING, '').replace(/[:;,。]$/, '');
      const { rest, bracket } = bracketOf(plain);
      const unit = bracket !== null && isUnit(bracket) ? bracket : null;
      for (const name of [whole, plain, ...(unit === null ? [] : [rest])]) {
        const indicator = known.get(name);
        if (indicator) return { indicator, unit };
      }
      return null;
    },
  };
}

/** Rows that are no indicators': totals, notes, signatures. */
const NO_INDICATOR =
  /^(?:合计|总计|小计|注\d*[:、.]?|备注:?|说明:?|填报(?:人|单位)|审核|制表|单位负责人|负责人|联系|分管|主管|报送|\(?盖章)/;
export const isNoIndicator = (text: string): boolean => NO_INDICATOR.test(compact(text));
