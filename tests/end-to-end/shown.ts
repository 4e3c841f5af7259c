import { Exact } from './exact.js';
import { type Fields, isInPoints, type Verdict } from './oracle.js';
import type { Case } from './draw.js';

/** How domain.md §2 has the oracle's exact numbers shown: rounded once, half away from zero. */

type Shown = Record<string, string | null>;

/** The fields of an evaluation as answers, webhooks and snapshots carry them. */
export function wireOf(one: Case, month: number, { fields }: Verdict): Shown {
  const figure = one.figures.get(month) ?? {};
  const points = isInPoints(one, 'value') ? 2 : one.decimals;
  const isPoints = isInPoints(one, one.goal?.measure ?? 'value');
  const places: Record<keyof Fields, number> = {
    completionRate: 2,
    timeProgress: 2,
    paceGap: 2,
    paceRatio: 2,
    gap: isPoints ? 2 : one.decimals,
    gapRate: 2,
    plannedToDate: one.decimals,
    shortfall: one.decimals,
    remaining: one.decimals,
    averageMonthly: Math.max(one.decimals, 2),
    requiredMonthly: Math.max(one.decimals, 2),
    requiredMultiple: 2,
  };
  const shown: Shown = {
    figure: figure.value === undefined ? null : Exact.of(figure.value).toFixed(points),
    yoy: figure.yoy === undefined ? null : Exact.of(figure.yoy).toFixed(2),
  };
  for (const [name, value] of Object.entries(fields) as [keyof Fields, Exact | null][]) {
    shown[name] = value && value.toFixed(places[name]);
  }
  return shown;
}
