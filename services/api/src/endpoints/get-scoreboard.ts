import { ScoreboardAnswer } from '@xushi/protocol';
import { askedBoard, BOARD_QUERY } from '../asked-board.js';
import { endpoint, json, ok } from '../endpoint.js';

export const getScoreboardEndpoint = endpoint({
  method: 'GET',
  path: '/v1/scoreboard',
  operationId: 'getScoreboard',
  tag: 'judgement',
  summary: '灯色一览 / Orgs by indicators: lights, trend and what is missing',
  query: BOARD_QUERY,
  answers: { 200: json('the board', ScoreboardAnswer) },
  handle: async ({ unit, query }) => ok(await askedBoard(unit, query)),
});
