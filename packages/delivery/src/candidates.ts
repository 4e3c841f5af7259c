import type { StoredEvent, Unit } from '@xushi/events';
import { sql } from 'drizzle-orm';
import type { ChannelName } from './channel.js';
import { alertOf, isSecondVersion } from './topics.js';

/** An event and somebody who might hear of it: what goes through the pipeline. */
export interface Candidate {
  event: StoredEvent;
  receiver: CandidateReceiver;
}

export interface CandidateReceiver {
  id: string;
  orgId: number;
  channel: ChannelName;
  kinds: string[] | null;
  minLight: string | null;
  levels: string[] | null;
}

interface ReceiverRow extends Record<string, unknown> {
  id: string;
  org_id: number;
  channel: ChannelName;
  kinds: string[] | null;
  min_light: string | null;
  levels: string[] | null;
}

interface Row extends ReceiverRow {
  event_org: number;
}

/**
 * Every pair of an event and an enabled receiver at its org or above, in the order of the events. Of an alert that is
 * confirmed, corrected or withdrawn also who heard of it before its org moved away (domain.md §10).
 */
export async function findCandidates(unit: Unit, events: StoredEvent[]): Promise<Candidate[]> {
  const earlier = await earlierReceivers(unit, events);
  const orgIds = [...new Set(events.map((event) => event.orgId))];
  const rows = await unit.tx.execute<Row>(sql`
    SELECT c.descendant_id AS event_org, r.id, r.org_id, r.channel, r.kinds, r.min_light, r.levels
    FROM org_closure c JOIN receiver r ON r.org_id = c.ancestor_id
    WHERE c.descendant_id = ANY (${`{${orgIds.join(',')}}`}::int[]) AND r.enabled
    ORDER BY r.created_at, r.id`);
  const receivers = new Map<number, CandidateReceiver[]>();
  for (const { event_org, id, org_id, channel, kinds, min_light, levels } of rows) {
    const hearing = receivers.get(event_org) ?? [];
    hearing.push({ id, orgId: org_id, channel, kinds, minLight: min_light, levels });
    receivers.set(event_org, hearing);
  }
  return events.flatMap((event) => {
    const here = receivers.get(event.orgId) ?? [];
    const elsewhere = isSecondVersion(event) ? (earlier.get(alertOf(event)?.id ?? '') ?? []) : [];
    const more = elsewhere.filter(({ id }) => here.every((receiver) => receiver.id !== id));
    return [...here, ...more].map((receiver) => ({ event, receiver }));
  });
}

/** The enabled receivers that had a delivery of each alert whose second version is told, by alert. */
async function earlierReceivers(
  unit: Unit,
  events: StoredEvent[],
): Promise<Map<string, CandidateReceiver[]>> {
  const alertIds = events.filter(isSecondVersion).flatMap((event) => alertOf(event)?.id ?? []);
  if (alertIds.length === 0) return new Map();
  const rows = await unit.tx.execute<ReceiverRow & { alert_id: string }>(sql`
    SELECT DISTINCT ON (d.alert_id, r.created_at, r.id) d.alert_id, r.id, r.org_id, r.channel, r.kinds, r.min_light, r.levels
    FROM delivery d JOIN receiver r ON r.id = d.receiver_id
    WHERE d.alert_id = ANY (${`{${alertIds.join(',')}}`}::uuid[]) AND r.enabled
    ORDER BY d.alert_id, r.created_at, r.id`);
  const found = new Map<string, CandidateReceiver[]>();
  for (const { alert_id, id, org_id, channel, kinds, min_light, levels } of rows) {
    const heard = found.get(alert_id) ?? [];
    heard.push({ id, orgId: org_id, channel, kinds, minLight: min_light, levels });
    found.set(alert_id, heard);
  }
  return found;
}
