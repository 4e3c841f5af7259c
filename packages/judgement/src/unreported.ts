import { type Comparator, evaluate, Fraction, isDue, isOpen, type Measure, period } from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import { sheetOf } from './deadlines.js';
import type { StoredVersion } from './load.js';
import { isActiveIn, isOwed, type KnownOrg } from './orgs.js';

/** A target of a month for which nothing was judged. */
export interface UnreportedTarget {
  org: Pick<KnownOrg, 'duty' | 'activeFrom' | 'activeTo'>;
  indicator: CatalogueIndicator;
  measure: Measure;
  version: Pick<StoredVersion, 'comparator' | 'value' | 'plan' | 'appliesFrom'>;
  year: number;
  month: number;
  /** The local date. */
  today: string;
}

/**
 * How a target stands that has no judgement of a month (domain.md §3, §6): not due where the org is not active, the
 * indicator, the duty or the plan does not ask for it, or its period is not open; else not reported.
 */
export function unreportedState(of: UnreportedTarget): 'notReported' | 'notDue' | 'noTarget' {
  const { org, indicator, measure, version, year, month } = of;
  if (version.appliesFrom > month) return 'noTarget';
  const named = org.duty.some((entry) => entry.indicator === indicator.key);
  const expected =
    isActiveIn(org, { year, month }) &&
    isDue(indicator, month) &&
    isOpen(sheetOf(period(year, month), indicator.lagMonths), 'estimate', of.today) &&
    (!named || isOwed(org, { indicator: indicator.key, year, month }));
  if (!expected || indicator.type === 'milestone') return 'notDue';
  const target = {
    ...({ measure, grade: 'annual', deciding: true, plan: version.plan } as const),
    ...{ comparator: version.comparator as Comparator, value: Fraction.parse(version.value) },
  };
  const { state } = evaluate({ indicator, target, month, figure: null, yoy: null, grade: null });
  return state === 'notDue' ? 'notDue' : 'notReported';
}
