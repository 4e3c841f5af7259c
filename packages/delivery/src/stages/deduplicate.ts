import { sql } from 'drizzle-orm';
import { type Stage, sift } from '../stage.js';

/** An event reaches a receiver once, however often it is planned. */
export const deduplicate: Stage = {
  name: 'deduplicate',
  async run(unit, candidates) {
    if (candidates.length === 0) return { kept: [], dropped: [] };
    const eventIds = [...new Set(candidates.map(({ event }) => event.id))];
    const rows = await unit.tx.execute<{ pair: string }>(sql`
      SELECT event_id || ' ' || receiver_id AS pair FROM delivery_item
      WHERE event_id = ANY (${`{${eventIds.join(',')}}`}::bigint[])`);
    const told = new Set(rows.map((row) => row.pair));
    return sift(candidates, ({ event, receiver }) =>
      told.has(`${event.id} ${receiver.id}`) ? 'alreadyTold' : null,
    );
  },
};
