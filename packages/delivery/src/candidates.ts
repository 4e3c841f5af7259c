import type { StoredEvent, Unit } from '@xushi/events';
import { sql } from 'drizzle-orm';
import type { ChannelName } from './channel.js';

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

interface Row extends Record<string, unknown> {
  event_org: number;
  id: string;
  org_id: number;
  channel: ChannelName;
  kinds: string[] | null;
  min_light: string | null;
  levels: string[] | null;
}

/** Every pair of an event and an enabled receiver at its org or above, in the order of the events. */
export async function findCandidates(unit: Unit, events: StoredEvent[]): Promise<Candidate[]> {
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
  return events.flatMap((event) =>
    (receivers.get(event.orgId) ?? []).map((receiver) => ({ event, receiver })),
  );
}
