import { LIGHTS, type Light, severity } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { sql } from 'drizzle-orm';
import type { Candidate } from '../candidates.js';
import { type DropReason, type Stage, sift } from '../stage.js';
import { type AlertTopic, alertOf, isMachineType } from '../topics.js';

/**
 * Who wants to hear of what: by kind, whom it is meant for, light and level. Whoever was told of an alert hears what becomes of it,
 * also once it is milder than what they asked for: a recovery has to reach whoever was warned.
 */
export const route: Stage = {
  name: 'route',
  async run(unit, candidates) {
    const told = await alreadyHearing(unit, candidates);
    return sift(candidates, (candidate) => {
      const { event, receiver } = candidate;
      const alert = alertOf(event);
      if (!wantsKind(candidate, alert)) return 'kindNotWanted';
      if (alert && !isMeant(candidate, alert)) return 'notForThem';
      const reason = filterReason(candidate, alert);
      if (!alert) return reason;
      const pair = `${receiver.id} ${alert.id}`;
      if (reason && !told.has(pair)) return reason;
      told.add(pair);
      return null;
    });
  },
};

function wantsKind({ event, receiver }: Candidate, alert: AlertTopic | null): boolean {
  const topic = alert?.kind ?? event.type;
  if (receiver.kinds) return receiver.kinds.includes(topic);
  return !isMachineType(topic);
}

/** What concerns who reports is told to receivers at the org itself, not to those above it. */
function isMeant({ event, receiver }: Candidate, { audience }: AlertTopic): boolean {
  return audience === 'all' || (audience === 'reporter' && receiver.orgId === event.orgId);
}

function filterReason({ event, receiver }: Candidate, alert: AlertTopic | null): DropReason | null {
  const light = alert?.light;
  if (isLight(receiver.minLight) && isLight(light) && severity(light) < severity(receiver.minLight)) {
    return 'lightBelowMinimum';
  }
  const level = alert ? alert.level : cadenceOf(event.payload);
  if (receiver.levels && level !== null && !receiver.levels.includes(level)) return 'levelNotWanted';
  return null;
}

/** A list goes to the level that it is made for. */
function cadenceOf(payload: Record<string, unknown>): string | null {
  const cadence = (payload.list as { cadence?: unknown } | undefined)?.cadence;
  return typeof cadence === 'string' ? cadence : null;
}

const isLight = (text: string | null | undefined): text is Light =>
  (LIGHTS as readonly (string | null | undefined)[]).includes(text);

/** Pairs `receiver alert` that have had a delivery before. */
async function alreadyHearing(unit: Unit, candidates: Candidate[]): Promise<Set<string>> {
  const alertIds = new Set(candidates.flatMap(({ event }) => alertOf(event)?.id ?? []));
  const choosy = new Set(
    candidates
      .filter(({ receiver }) => receiver.minLight || receiver.levels)
      .map(({ receiver }) => receiver.id),
  );
  if (alertIds.size === 0 || choosy.size === 0) return new Set();
  const rows = await unit.tx.execute<{ pair: string }>(sql`
    SELECT DISTINCT receiver_id || ' ' || alert_id AS pair FROM delivery
    WHERE receiver_id = ANY (${`{${[...choosy].join(',')}}`}::uuid[])
      AND alert_id = ANY (${`{${[...alertIds].join(',')}}`}::uuid[])`);
  return new Set(rows.map((row) => row.pair));
}
