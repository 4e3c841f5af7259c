import type { Reactor } from '@xushi/events';
import type { Log } from '@xushi/platform';
import { findCandidates } from './candidates.js';
import type { DropReason, Stage } from './stage.js';
import { deduplicate } from './stages/deduplicate.js';
import { history } from './stages/history.js';
import { plan } from './stages/plan.js';
import { route } from './stages/route.js';
import { TOLD_TYPES } from './topics.js';

/**
 * The way of an event to its deliveries, in this order. Silences and inhibition have their place between route
 * and deduplicate, digests before plan.
 */
export const PIPELINE: readonly Stage[] = [history, route, deduplicate, plan];

export const PLANNER = 'plan-deliveries';

/** Plans who is told of what. The number of statements does not grow with events or receivers. */
export function planDeliveries(options: { log: Log }): Reactor {
  return {
    name: PLANNER,
    service: 'notifier',
    types: TOLD_TYPES,
    batch: 100,
    async react(unit, events) {
      let candidates = await findCandidates(unit, events);
      const dropped: Partial<Record<DropReason, number>> = {};
      for (const stage of PIPELINE) {
        const result = await stage.run(unit, candidates);
        candidates = result.kept;
        for (const { reason } of result.dropped) dropped[reason] = (dropped[reason] ?? 0) + 1;
      }
      const counts = { events: events.length, planned: candidates.length, dropped };
      options.log.debug(counts, 'planned deliveries');
    },
  };
}
