import { dueWithSheet, localDateOf, localTimeOf, workdaysLate } from '@xushi/domain';
import type { DueWords, SheetState } from '@xushi/wording';
import { isExpected } from './expected.js';
import type { Material, ReportIndicator, SubmissionRow } from './read-material.js';
import type { ReportOrg } from './read-orgs.js';

/** An org's sheet of the period: what was expected, when, and what came. */
export interface Sheet {
  org: ReportOrg;
  expected: ReportIndicator[];
  state: SheetState;
  dueAt: Date | null;
  due: DueWords | null;
  received: { at: Date; date: string; time: string } | null;
  revision: number | null;
  workdaysLate: number;
}

/** How an org's sheet stands (domain.md §9), null where nothing is expected of it in the period. */
export function sheetOf(material: Material, org: ReportOrg): Sheet | null {
  const { period, timeZone, now } = material;
  const expected = material.indicators.filter((indicator) => {
    const carried = dueWithSheet(indicator, period);
    return carried !== null && isExpected(material, { org, indicator, period: carried });
  });
  if (expected.length === 0) return null;
  const calendar = material.calendarOf(org.id);
  const opened = material.due.get(org.id) ?? null;
  const lateBy = (at: Date) =>
    opened ? workdaysLate({ dueDate: opened.dueDay, on: localDateOf(at, timeZone), calendar }).days : 0;
  const arrivals = material.submissions.get(String(org.id)) ?? [];
  const [first, latest] = [arrivals[0] ?? null, arrivals.at(-1) ?? null];
  const overdue = opened !== null && now > opened.dueAt;
  return {
    org,
    expected,
    state: stateOf({ first, latest, overdue }),
    dueAt: opened?.dueAt ?? null,
    due: opened && {
      date: opened.dueDay,
      time: localTimeOf(opened.dueAt, timeZone),
      workdaysLate: overdue ? lateBy(now) : null,
    },
    received: first && {
      at: first.receivedAt,
      date: localDateOf(first.receivedAt, timeZone),
      time: localTimeOf(first.receivedAt, timeZone),
    },
    revision: latest?.revision ?? null,
    workdaysLate: first?.late ? lateBy(first.receivedAt) : 0,
  };
}

/** How late it was is the first arrival's; whether it stands is the latest revision's. */
function stateOf({
  first,
  latest,
  overdue,
}: {
  first: SubmissionRow | null;
  latest: SubmissionRow | null;
  overdue: boolean;
}): SheetState {
  if (!first || !latest) return overdue ? 'missing' : 'notYetDue';
  if (latest.state === 'returned') return 'returned';
  if (latest.state === 'held' || latest.state === 'partlyHeld') return 'held';
  return first.late ? 'late' : 'onTime';
}
