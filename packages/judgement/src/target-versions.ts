import {
  type Comparator,
  Fraction,
  type Measure,
  planOfOrg,
  type TargetGrade,
  type TargetVersion,
  yardstickOf,
} from '@xushi/domain';
import type { CatalogueIndicator } from './catalogue.js';
import type { LoadedYears, StoredTarget, YearFile } from './load.js';

/** The versions as the fold takes them: one entry wherever the terms or the policy may change. */
export function targetVersions(
  loaded: LoadedYears,
  { file, indicator, target }: { file: YearFile; indicator: CatalogueIndicator; target: StoredTarget },
): TargetVersion[] {
  const place = { orgId: file.orgId, indicatorId: indicator.id, targetId: target.id };
  const measure = target.measure as Measure;
  const stored = inForceVersions(target, file.rerunAt);
  return stored.flatMap((version, position) => {
    const next = stored.slice(position + 1).map(({ appliesFrom }) => appliesFrom);
    const until = Math.min(13, ...next);
    const turns = loaded.policies
      .turns(place, file.year)
      .filter((month) => month > version.appliesFrom && month < until);
    const terms = {
      measure,
      grade: target.grade as TargetGrade,
      deciding: version.deciding,
      comparator: version.comparator as Comparator,
      value: Fraction.parse(version.value),
      plan: planOfOrg(version.plan, { year: file.year, activeFrom: file.org.activeFrom }),
    };
    const subject = {
      yardstick: yardstickOf(indicator.type, measure, terms.plan),
      unit: indicator.unit,
      planKind: terms.plan.kind,
      type: indicator.type,
      measure,
    };
    return [...new Set([version.appliesFrom, ...turns])].map((month): TargetVersion => {
      const period = `${file.year}-${String(month).padStart(2, '0')}`;
      const policy = loaded.policies.choose({ ...place, period, named: version.policyKey, subject });
      return { appliesFrom: month, version: version.version, terms, policy };
    });
  });
}

/** A year that was asked to be judged anew goes by what was decided until then, from its first month. */
function inForceVersions({ versions }: StoredTarget, rerunAt: Date | null): StoredTarget['versions'] {
  if (rerunAt === null) return versions;
  const newest = versions.findLast(({ knownAt }) => knownAt <= rerunAt);
  return newest
    ? versions.map((version) => (version === newest ? { ...version, appliesFrom: 1 } : version))
    : versions;
}
