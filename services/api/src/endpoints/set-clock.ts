import { ClockBody, Problem } from '@xushi/protocol';
import { readClock, setClockGoal } from '@xushi/store';
import { endpoint } from '../endpoint.js';

export const setClockEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/clock',
  tag: 'clock',
  summary: '拨动模拟时钟 / Sends the simulated clock to a moment',
  role: 'admin',
  wholeInstallation: true,
  body: ClockBody,
  answers: { 202: 'the clock is on its way' },
  async handle({ unit, context, body }) {
    const clock = await readClock(unit.tx, context.wall);
    if (clock.kind !== 'simulated') throw new Problem('clockNotSimulated');
    const goal = new Date(body.now);
    const isIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(body.now);
    if (!isIso || Number.isNaN(goal.getTime())) {
      throw new Problem('invalid', { faults: [{ pointer: '/now', code: 'notAMoment' }] });
    }
    if (goal < clock.now || (clock.goal && goal < clock.goal)) {
      throw new Problem('invalid', { faults: [{ pointer: '/now', code: 'clockGoesForward' }] });
    }
    await setClockGoal(unit.tx, goal);
    return { status: 202, body: { now: clock.now, goal, settled: false } };
  },
});
