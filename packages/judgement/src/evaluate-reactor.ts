import { monthOf, parsePeriod, yearOf } from '@xushi/domain';
import type { NewEvent, Reactor, StoredEvent, Unit } from '@xushi/events';
import { inTurns } from '@xushi/platform';
import { evaluationRequests, outdatedStandings } from '@xushi/protocol';
import { sql } from 'drizzle-orm';
import { judgeFile } from './judge.js';
import type { JudgedYear } from './judged.js';
import { loadYears } from './load.js';
import {
  inLockOrder,
  lockOrgYears,
  type OrgYear,
  yearsThatCompare,
  yearsThatFollow,
  yearsThatTrail,
} from './org-year.js';
import { readPrior } from './prior.js';
import { differenceOf, writeDifference } from './write.js';

/** At most this many org-years are locked and judged in one transaction. */
export const MOST_ORG_YEARS = 200;

/**
 * What follows from judged years besides their rows: the life of alerts. Given by the composition root. It reads what it
 * has to know of the org-years while the figures are read, and answers what takes the judged years and writes what
 * became of the alerts; what is to be told of them goes out with the other events.
 */
export type Reconcile = (
  unit: Unit,
  orgYears: readonly OrgYear[],
) => Promise<(judged: JudgedYear[]) => Promise<Reconciled>>;

export interface Reconciled {
  /** Alerts that are open or changed. */
  alerts: ConcernedAlert[];
  events: NewEvent[];
}

/** An alert that a judgement opened, changed or left open. */
export interface ConcernedAlert {
  id: string;
  orgId: number;
  year: number;
}

/**
 * Judges the org-years that submissions and targets touch. Each is folded whole from its figures under its lock, so
 * that order and repetition of events do not matter. Whoever is judged with these figures or targets is asked to be
 * judged anew.
 */
export function evaluateReactor(reconcile: Reconcile): Reactor {
  return {
    name: 'evaluate',
    service: 'evaluator',
    types: ['submission.accepted', 'submission.returned', 'target.set'],
    batch: 40,
    async react(unit, events) {
      const touched = inLockOrder(events.flatMap(orgYearsOf));
      const reported = inLockOrder(events.filter(({ type }) => type !== 'target.set').flatMap(orgYearsOf));
      const [following, trailing] = await Promise.all([
        yearsThatFollow(unit.tx, reported),
        yearsThatTrail(unit.tx, reported),
      ]);
      const orgYears = inLockOrder([...touched, ...following, ...trailing]);
      await judgeOrgYears(unit, { orgYears, events, compares: true, reconcile });
    },
  };
}

/** Judges anew what was asked for: where a policy, a duty, a reference or a roll-up changed. */
export function reevaluateReactor(reconcile: Reconcile): Reactor {
  return {
    name: 'reevaluate',
    service: 'evaluator',
    types: ['evaluation.requested'],
    batch: 1,
    async react(unit, events) {
      const orgYears = inLockOrder(events.flatMap(orgYearsOf));
      await judgeOrgYears(unit, { orgYears, events: [], compares: false, reconcile });
    },
  };
}

const keyOf = ({ orgId, year }: OrgYear): string => `${orgId}/${year}`;

interface Task {
  orgYears: OrgYear[];
  events: StoredEvent[];
  /** Whether those that are judged with figures or targets of these are to be asked for. */
  compares: boolean;
  reconcile: Reconcile;
}

async function judgeOrgYears(unit: Unit, of: Task): Promise<void> {
  const judgedToo = new Set(of.orgYears.map(keyOf));
  for (let start = 0; start < of.orgYears.length; start += MOST_ORG_YEARS) {
    const orgYears = of.orgYears.slice(start, start + MOST_ORG_YEARS);
    const events = of.events.filter(isIn(orgYears));
    await lockOrgYears(unit.tx, orgYears);
    const [loaded, prior, reconcile, compared] = await Promise.all([
      loadYears(unit.tx, orgYears, { at: unit }),
      readPrior(unit, orgYears),
      of.reconcile(unit, orgYears),
      of.compares ? yearsThatCompare(unit.tx, orgYears) : [],
    ]);
    const judged = (await inTurns(loaded.files, (file) => judgeFile(loaded, file, { prior }))).flat();
    const difference = await differenceOf(prior, judged);
    // None reads what another writes: the database is at work on the rows while the alerts are gone through.
    const [, marked, reconciled] = await Promise.all([
      writeDifference(unit, difference),
      markEvaluated(unit, events),
      reconcile(judged),
    ]);
    const { alerts } = reconciled;
    await unit.append([
      ...reconciled.events,
      ...events.filter(isOf(marked)).map((event) => evaluatedEvent(event, { judged, alerts })),
      ...(difference.orgYears.length > 0 ? [outdatedStandings({ orgYears: difference.orgYears })] : []),
      ...evaluationRequests(compared.filter((entry) => !judgedToo.has(keyOf(entry)))),
    ]);
  }
}

/** The org-years an event touches. `years` are those of the figures it brought. */
function orgYearsOf(event: StoredEvent): OrgYear[] {
  if (event.type === 'evaluation.requested') {
    return (event.payload.orgYears as { orgId: number; year: number }[]) ?? [];
  }
  return ((event.payload.years as number[]) ?? []).map((year) => ({ orgId: event.orgId, year }));
}

const isIn = (orgYears: OrgYear[]) => (event: StoredEvent) =>
  event.type === 'submission.accepted' &&
  orgYears.some((one) => one.orgId === event.orgId && `${event.payload.period}`.startsWith(`${one.year}-`));

const isOf = (submissions: ReadonlySet<string>) => (event: StoredEvent) =>
  submissions.has(`${event.payload.submission}`);

/** Marks the submissions as judged; answers those that were not yet: each is announced once. */
async function markEvaluated(unit: Unit, events: readonly StoredEvent[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const marked = await unit.tx.execute<{ id: string }>(sql`
    UPDATE submission SET evaluated_at = ${unit.now.toISOString()}::timestamptz
    WHERE evaluated_at IS NULL AND id = ANY (ARRAY(
      SELECT jsonb_array_elements_text(${JSON.stringify(events.map((event) => event.payload.submission))}::text::jsonb)::uuid))
    RETURNING id`);
  return new Set(marked.map((row) => row.id));
}

/** Says of a submission that it has been judged, and what came of it. */
function evaluatedEvent(
  event: StoredEvent,
  of: { judged: JudgedYear[]; alerts: ConcernedAlert[] },
): NewEvent {
  const period = parsePeriod(`${event.payload.period}`);
  const mine = of.judged.filter(
    (year) => period && year.file.orgId === event.orgId && year.file.year === yearOf(period),
  );
  return {
    type: 'submission.evaluated',
    orgId: event.orgId,
    payload: {
      org: event.payload.org,
      period: event.payload.period,
      submission: event.payload.submission,
      revision: event.payload.revision,
      historical: event.payload.historical,
      evaluations: mine.flatMap((year) =>
        year.months
          .filter(({ month }) => period && month === monthOf(period))
          .map(({ evaluation }) => ({
            indicator: year.indicator.key,
            measure: year.measure,
            grade: year.grade,
            light: evaluation.decided?.light ?? null,
            state: evaluation.state,
          })),
      ),
      alerts: of.alerts
        .filter((alert) => period && alert.orgId === event.orgId && alert.year === yearOf(period))
        .map((alert) => alert.id),
    },
  };
}
