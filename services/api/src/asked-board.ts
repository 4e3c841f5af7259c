import type { Unit } from '@xushi/events';
import { readScoreboard, type Scoreboard } from '@xushi/judgement';
import { needed, PERIOD, UNDER } from './parameters.js';
import { neededPeriod, neededWord } from './query.js';

/** What every form of the board is asked with. */
export const BOARD_QUERY = { under: needed(UNDER), period: needed(PERIOD) };

/** The board that a request asks for, whatever form it is shown in. Throws `Problem`. */
export function askedBoard(unit: Unit, query: Partial<Record<string, string>>): Promise<Scoreboard> {
  return readScoreboard(unit.tx, {
    under: neededWord(query.under, 'under'),
    period: neededPeriod(query.period),
    now: unit.now,
    timeZone: unit.timeZone,
  });
}
