import { type Stage, sift } from '../stage.js';
import { alertOf } from '../topics.js';

/** Alerts on figures that were loaded as history are kept on record and told to nobody. */
export const history: Stage = {
  name: 'history',
  run: async (_unit, candidates) =>
    sift(candidates, ({ event }) => (alertOf(event)?.historical ? 'historical' : null)),
};
