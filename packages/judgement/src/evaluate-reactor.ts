import { monthOf, parsePeriod, yearOf } from '@xushi/domain';
import type { Reactor, StoredEvent, Unit } from '@xushi/events';
import { evaluationRequests, outdatedStandings } from '@xushi/protocol';
import { sql } from 'drizzle-orm';
import { judgeYears } from './judge.js';
import type { JudgedYear } from './judged.js';
import { loadYears } from './load.js';
import { inLockOrder, lockOrgYears, type OrgYear, yearsThatCompare, yearsThatFollow } from './org-year.js';
import { readPrior, withPrior, writeEvaluations } from './write.js';

/** At most this many org-years are locked and judged in one transaction. */
export const MOST_ORG_YEARS = 200;

/** What follows from judged years besides their rows: the life of alerts. Given by the composition root. */
export type Reconcile = (unit: Unit, judged: JudgedYear[]) => Promise<ConcernedAlert[]>;

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
    types: ['submission.accepted', 'target.set'],
    batch: 40,
    async react(unit, events) {
      const touched = inLockOrder(events.flatMap(orgYearsOf));
      const reported = inLockOrder(
        events.filter(({ type }) => type === 'submission.accepted').flatMap(orgYearsOf),
      );
      const orgYears = inLockOrder([...touched, ...(await yearsThatFollow(unit.tx, reported))]);
      await judgeOrgYears(unit, { orgYears, events, reconcile });
      const judged = new Set(orgYears.map(keyOf));
      const compare = await yearsThatCompare(unit.tx, orgYears);
      await unit.append(evaluationRequests(compare.filter((entry) => !judged.has(keyOf(entry)))));
    },
  };
}

/** Judges anew what was asked for: where a policy, a duty, a reference or a roll-up changed. */
export function reevaluateReactor(reconcile: Reconcile): Reactor {
  return {
    name: 'reevaluate',
    service: 'evaluator',
    types: ['evaluation.requested'],
    batch: 2,
    async react(unit, events) {
      await judgeOrgYears(unit, { orgYears: inLockOrder(events.flatMap(orgYearsOf)), events: [], reconcile });
    },
  };
}

const keyOf = ({ orgId, year }: OrgYear): string => `${orgId}/${year}`;

async function judgeOrgYears(
  unit: Unit,
  of: { orgYears: OrgYear[]; events: StoredEvent[]; reconcile: Reconcile },
): Promise<void> {
  for (let start = 0; start < of.orgYears.length; start += MOST_ORG_YEARS) {
    const orgYears = of.orgYears.slice(start, start + MOST_ORG_YEARS);
    await lockOrgYears(unit.tx, orgYears);
    const [loaded, prior] = await Promise.all([loadYears(unit.tx, orgYears), readPrior(unit, orgYears)]);
    const judged = withPrior(prior, judgeYears(loaded));
    // Neither reads what the other writes: they go out together, and the database answers while the other is made.
    const [changed, alerts] = await Promise.all([
      writeEvaluations(unit, orgYears, judged),
      of.reconcile(unit, judged),
    ]);
    await announceEvaluated(unit, { events: of.events.filter(isIn(orgYears)), judged, alerts });
    if (changed.length > 0) await unit.append([outdatedStandings({ orgYears: changed })]);
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

/** Says once of every submission that it has been judged, and what came of it. */
async function announceEvaluated(
  unit: Unit,
  of: { events: StoredEvent[]; judged: JudgedYear[]; alerts: ConcernedAlert[] },
): Promise<void> {
  if (of.events.length === 0) return;
  const marked = await unit.tx.execute<{ id: string }>(sql`
    UPDATE submission SET evaluated_at = ${unit.now.toISOString()}::timestamptz
    WHERE evaluated_at IS NULL AND id = ANY (ARRAY(
      SELECT jsonb_array_elements_text(${JSON.stringify(of.events.map((event) => event.payload.submission))}::text::jsonb)::uuid))
    RETURNING id`);
  const fresh = new Set(marked.map((row) => row.id));
  await unit.append(
    of.events
      .filter((event) => fresh.has(`${event.payload.submission}`))
      .map((event) => {
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
      }),
  );
}
