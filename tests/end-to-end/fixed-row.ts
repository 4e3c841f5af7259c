import { INDICATORS, SHEET, TARGETS } from '../shuangpai.js';
import type { Case } from './draw.js';
import type { Goal, Subject } from './oracle.js';
import type { World } from './world.js';

/** 双牌 2017年1—11月 as one more world: the only row whose answers a document gives (domain.md §6). */
export function shuangpai(): World {
  const figures = new Map(
    SHEET.values.map(({ indicator, ...figure }) => [indicator, new Map([[11, figure]])]),
  );
  const cases = Object.entries(INDICATORS).flatMap(([key, indicator]) => {
    const goals = TARGETS.filter((target) => target.indicator === key).map(
      ({ measure, value }): Goal => ({
        measure: measure === 'yoy' ? 'yoy' : 'value',
        comparator: 'atLeast',
        value,
        plan: { kind: key === 'gross-output' && measure !== 'yoy' ? 'linear' : 'constant' },
        policy: null,
      }),
    );
    return (goals.length > 0 ? goals : [null]).map(
      (goal): Case => ({
        key,
        name: indicator.name,
        type: indicator.type as Subject['type'],
        unit: indicator.unit,
        begins: 1,
        decimals: indicator.decimals,
        reportUnit: indicator.unit,
        reportScale: 1,
        reportDecimals: indicator.type === 'flow' ? 1 : 2,
        isGivenInReportUnit: false,
        noJanuary: true,
        planName: goal === null ? 'none' : goal.plan.kind,
        goal,
        leaves: { plan: false, comparator: false },
        figures: figures.get(key) ?? new Map(),
      }),
    );
  });
  return {
    county: { key: 'shuangpai', name: '双牌县' },
    year: 2017,
    month: 11,
    source: 'estimate',
    at: '2017-12-05T09:00:00+08:00',
    parks: [{ key: 'shuangpai-park', name: '双牌工业集中区', activeFrom: '2000-01-01', cases }],
  };
}
