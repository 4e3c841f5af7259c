import { askedBoard, BOARD_QUERY } from '../asked-board.js';
import { endpoint, ok } from '../endpoint.js';

export const getScoreboardEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard',
  tag: 'judgement',
  summary: '灯色一览 / Orgs by indicators: lights, trend and what is missing',
  query: BOARD_QUERY,
  answers: { 200: 'the board' },
  handle: async ({ unit, query }) => ok(await askedBoard(unit, query)),
});
