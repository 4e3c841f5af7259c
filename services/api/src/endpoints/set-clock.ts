import { parseMoment } from '@xushi/platform';
import { ClockBody, ClockOnItsWay, Problem } from '@xushi/protocol';
import { recordAudit } from '@xushi/registry';
import { readClock, setClockGoal } from '@xushi/store';
import { endpoint, json } from '../endpoint.js';

export const setClockEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/clock',
  operationId: 'setClock',
  tag: 'clock',
  act: 'setUp',
  summary: '拨动模拟时钟 / Sends the simulated clock to a moment',
  role: 'admin',
  wholeInstallation: true,
  body: ClockBody,
  answers: { 202: json('the clock is on its way', ClockOnItsWay) },
  async handle({ unit, context, body }) {
    const clock = await readClock(unit.tx, context.wall);
    if (clock.kind !== 'simulated') throw new Problem('clockNotSimulated');
    const goal = parseMoment(body.now);
    if (goal === null) {
      throw new Problem('invalid', { faults: [{ pointer: '/now', code: 'notAMoment' }] });
    }
    if (goal < clock.now || (clock.goal && goal < clock.goal)) {
      throw new Problem('invalid', { faults: [{ pointer: '/now', code: 'clockGoesForward' }] });
    }
    await setClockGoal(unit.tx, goal);
    await recordAudit(unit, {
      orgId: 0,
      action: 'clock.set',
      subject: 'clock',
      before: { now: clock.now, goal: clock.goal },
      detail: { goal },
    });
    return { status: 202, body: { now: clock.now, goal, settled: false } };
  },
});
