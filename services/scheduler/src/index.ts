import { setTimeout as pause } from 'node:timers/promises';
import {
  claimDueTicks,
  nextSheetMoment,
  nextTickAt,
  openDuePeriods,
  sweepSheets,
  watchCalendar,
} from '@xushi/casework';
import { nextDeliveryAt } from '@xushi/delivery';
import { every, type Running, rootCause, stopAll } from '@xushi/platform';
import { type Context, isSettled, serveReactors } from '@xushi/runtime';
import { clockArrived, forgetOldAnswers, readClock, stepClock } from '@xushi/store';
import { schedule } from 'node-cron';

/** How often a simulated clock is asked whether it has a goal. */
const GOAL_LOOK_MS = 200;
/** On the way to a goal: how long it waits for the work of one moment before it looks again. */
const STEP_MS = 20;

/**
 * One look at the calendar: issues every tick that is due, opens periods, and looks at the sheets whose moment has come.
 * What node-cron wakes, and what tests call. Answers how many ticks it claimed.
 */
export async function runDueTicks(context: Context): Promise<number> {
  const claimed = await context.work(claimDueTicks);
  await context.work(openDuePeriods);
  await context.work(watchCalendar);
  while (await context.work(sweepSheets));
  return claimed;
}

/**
 * The scheduler: node-cron only wakes it; what is due follows from the database. On a simulated clock it also
 * steps the clock towards its goal, from one due moment to the next.
 */
export async function startScheduler(context: Context): Promise<Running> {
  const guarded = (what: string, work: () => Promise<unknown>) => async () => {
    try {
      await work();
    } catch (fault) {
      context.log.warn({ reason: rootCause(fault).message }, `${what} failed; it is tried again`);
    }
  };
  const look = guarded('looking for due ticks', () => runDueTicks(context));
  await look();
  const cron = schedule('* * * * *', look, { noOverlap: true });
  const forget = guarded('forgetting old answers', () =>
    context.work((unit) => forgetOldAnswers(unit.tx, unit.wallNow)),
  );
  const hourly = schedule('7 * * * *', forget, { noOverlap: true });
  const stepper = context.config.clock.kind === 'simulated' ? startStepper(context, guarded) : null;
  const reactors = await serveReactors(context, { service: 'scheduler', concurrency: 1 });
  const stopCron: Running = {
    async stop() {
      for (const task of [cron, hourly]) {
        await task.stop();
        await task.destroy();
      }
    },
  };
  return stopAll([reactors, stopCron, ...(stepper ? [stepper] : [])]);
}

type Guarded = (what: string, work: () => Promise<unknown>) => () => Promise<void>;

/** Walks a simulated clock to whatever goal it is given. */
function startStepper(context: Context, guarded: Guarded): Running {
  let stopping = false;
  const walk = guarded('stepping the clock', async () => {
    while (!stopping && (await stepTowardsGoal(context))) await pause(STEP_MS);
  });
  const looking = every(GOAL_LOOK_MS, walk);
  return {
    stop() {
      stopping = true;
      return looking.stop();
    },
  };
}

/**
 * Moves a simulated clock to the next moment at which something is due, or to its goal where nothing is before
 * it, once everything of the present moment is done. Answers whether there is still a goal ahead.
 */
export async function stepTowardsGoal(context: Context): Promise<boolean> {
  const goal = await context.work(async (unit) => (await readClock(unit.tx, context.wall)).goal);
  if (goal === null) return false;
  await runDueTicks(context);
  if (!(await context.work(isSettled))) return true;
  return context.work(async (unit) => {
    if (unit.now >= goal) {
      await clockArrived(unit.tx, goal);
      return false;
    }
    const moments = [
      goal,
      await nextTickAt(unit, goal),
      await nextSheetMoment(unit, goal),
      await nextDeliveryAt(unit.tx),
    ];
    const next = moments.filter((moment) => moment !== null && moment > unit.now && moment <= goal) as Date[];
    await stepClock(unit.tx, new Date(Math.min(...next.map((moment) => moment.getTime()))), context.wall);
    return true;
  });
}
