import type { WorkCalendar } from '@xushi/domain';
import { addDays, monthOf, nextPeriod, type Period, yearOf } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { groupBy } from '@xushi/platform';
import {
  readCalendars,
  readSheetDues,
  type SheetDue,
  sheetText,
  type Transaction,
  tables,
} from '@xushi/store';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { ownPeriod } from './own-period.js';

import { type DutyEntry, readDuties } from './read-duties.js';
import {
  type EvaluationRow,
  type ReportedMonth,
  readEvaluations,
  readReportedYears,
} from './read-evaluations.js';
import { type ReportOrg, readOrgs } from './read-orgs.js';
import { readTargets, type TargetVersionRow } from './read-targets.js';

const { indicator, alert, submission } = tables;

type IndicatorRow = typeof indicator.$inferSelect;
type AlertRow = typeof alert.$inferSelect;

/** An indicator of the catalogue and the period whose figure the report shows. */
export type ReportIndicator = IndicatorRow & { own: Period };

/** Everything that a snapshot is made of, as it was read. */
export interface Material {
  period: Period;
  now: Date;
  timeZone: string;
  /** The report's org first. */
  orgs: ReportOrg[];
  /** In the order of the catalogue; only those that have a period of their own by now. */
  indicators: ReportIndicator[];
  /** By `placeKey`. */
  duties: Map<string, DutyEntry[]>;
  targets: Map<string, TargetVersionRow[]>;
  evaluations: Map<string, EvaluationRow[]>;
  /** Figures of the year before, for plans that follow it. */
  lastYears: (ReportedMonth & { year: number })[];
  alerts: AlertRow[];
  /** By org. */
  due: Map<number, SheetDue>;
  submissions: Map<string, SubmissionRow[]>;
  calendarOf(orgId: number): WorkCalendar;
}

export interface SubmissionRow {
  orgId: number;
  revision: number;
  state: string;
  receivedAt: Date;
  late: boolean;
}

const OPEN_STATES = ['open', 'acknowledged', 'rectifying', 'closeRequested'];

/** Reads what is known now of an org's period: a constant number of queries, however many parks there are. */
export async function readMaterial(
  unit: Pick<Unit, 'tx' | 'now' | 'timeZone'>,
  of: { orgId: number; period: Period },
): Promise<Material> {
  const { tx, now, timeZone } = unit;
  const { period } = of;
  const orgs = await readOrgs(tx, {
    orgId: of.orgId,
    from: `${period.slice(0, 4)}-01-01`,
    to: addDays(`${nextPeriod(period)}-01`, -1),
  });
  const orgIds = orgs.map((org) => org.id);
  const catalogue = await tx.select().from(indicator).orderBy(asc(indicator.position), asc(indicator.key));
  const indicators = catalogue.flatMap((row) => {
    const own = ownPeriod(row, period);
    return own ? [{ ...row, own }] : [];
  });
  const years = [...new Set([yearOf(period), ...indicators.map(({ own }) => yearOf(own))])];
  const targets = await readTargets(tx, { orgIds, years });
  const evaluations = await readEvaluations(tx, {
    orgIds,
    at: indicators.map(({ id, own }) => ({ indicatorId: id, year: yearOf(own), month: monthOf(own) })),
  });
  const lastYears = await readReportedYears(
    tx,
    targets
      .filter(({ plan }) => plan.kind === 'lastYear')
      .map(({ orgId, indicatorId, year }) => ({ orgId, indicatorId, year: year - 1 })),
  );
  const duties = await readDuties(tx, orgIds);
  const idOf = new Map(catalogue.map((row) => [row.key, row.id]));
  return {
    period,
    now,
    timeZone,
    orgs,
    indicators,
    duties: groupBy(duties, (duty) => `${duty.orgId}/${idOf.get(duty.indicator)}`),
    targets: groupBy(targets, (row) => `${row.orgId}/${row.indicatorId}`),
    evaluations: groupBy(evaluations, (row) => `${row.orgId}/${row.indicatorId}`),
    lastYears,
    alerts: await readOpenAlerts(tx, { orgIds, years }),
    ...(await readSheets(tx, { orgIds, period })),
    calendarOf: await readCalendars(tx, {
      orgIds,
      years: [...new Set([...years, yearOf(nextPeriod(period)), now.getUTCFullYear()])],
    }),
  };
}

async function readOpenAlerts(
  tx: Transaction,
  of: { orgIds: number[]; years: number[] },
): Promise<AlertRow[]> {
  if (of.orgIds.length === 0) return [];
  return tx
    .select()
    .from(alert)
    .where(
      and(
        eq(alert.kind, 'indicatorLagging'),
        inArray(alert.orgId, of.orgIds),
        inArray(alert.year, of.years),
        inArray(alert.state, OPEN_STATES),
      ),
    )
    .orderBy(asc(alert.openedAt), asc(alert.id));
}

async function readSheets(
  tx: Transaction,
  { orgIds, period }: { orgIds: number[]; period: Period },
): Promise<Pick<Material, 'due' | 'submissions'>> {
  if (orgIds.length === 0) return { due: new Map(), submissions: new Map() };
  const [year, month] = [yearOf(period), monthOf(period)];
  const dues = await readSheetDues(
    tx,
    orgIds.map((orgId) => ({ orgId, period })),
  );
  const submissions = await tx
    .select({
      orgId: submission.orgId,
      revision: submission.revision,
      state: submission.state,
      receivedAt: submission.receivedAt,
      late: submission.late,
    })
    .from(submission)
    .where(
      and(
        inArray(submission.orgId, orgIds),
        eq(submission.year, year),
        eq(submission.month, month),
        eq(submission.historical, false),
      ),
    )
    .orderBy(asc(submission.orgId), asc(submission.revision));
  return {
    due: new Map(
      orgIds.flatMap((orgId) => {
        const due = dues.get(sheetText({ orgId, period }));
        return due ? [[orgId, due]] : [];
      }),
    ),
    submissions: groupBy(submissions, (row) => String(row.orgId)),
  };
}
