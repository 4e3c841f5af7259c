import { startEvaluator } from '@xushi/evaluator';
import { startNotifier } from '@xushi/notifier';
import type { Context } from '@xushi/runtime';
import { startScheduler } from '@xushi/scheduler';
import type { Test } from 'tap';

/** What judges, tells and keeps time at work on a context, until the test is over. */
export async function runServices(t: Test, context: Context): Promise<void> {
  for (const start of [startEvaluator, startNotifier, startScheduler]) {
    const running = await start(context);
    t.teardown(() => running.stop());
  }
}
