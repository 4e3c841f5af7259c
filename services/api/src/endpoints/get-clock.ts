import { ClockAnswer } from '@xushi/protocol';
import { isSettled } from '@xushi/runtime';
import { readClock } from '@xushi/store';
import { endpoint, json, ok } from '../endpoint.js';

export const getClockEndpoint = endpoint({
  method: 'GET',
  path: '/v1/clock',
  operationId: 'getClock',
  tag: 'clock',
  summary: '业务时钟 / Where the business clock stands, and whether all that was due is done',
  answers: { 200: json('now, goal, settled', ClockAnswer) },
  async handle({ unit, context }) {
    const clock = await readClock(unit.tx, context.wall);
    const settled = clock.goal === null && (await isSettled(unit));
    return ok({ kind: clock.kind, now: clock.now, goal: clock.goal, settled, timeZone: clock.timeZone });
  },
});
