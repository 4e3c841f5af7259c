import { startApi } from '@xushi/api';
import { startEvaluator } from '@xushi/evaluator';
import { startNotifier } from '@xushi/notifier';
import { startReporter } from '@xushi/reporter';
import { startScheduler } from '@xushi/scheduler';
import { openInstallation } from '@xushi/testing';
import type { Test } from 'tap';

/** Where the clock of a trial installation stands once its seeds are loaded. */
const AFTER_SEEDS = '2021-10-08T09:00:00+08:00';

/** Every service of an installation, listening on a port of its own until the test is over. Answers its address. */
export async function startInstance(t: Test, env: Record<string, string> = {}): Promise<string> {
  const { context } = await openInstallation(t, { at: AFTER_SEEDS, env });
  const services = [
    await startEvaluator(context),
    await startReporter(context),
    await startNotifier(context),
    await startScheduler(context),
  ];
  const api = await startApi(context);
  t.teardown(async () => {
    await api.stop();
    for (const service of services.reverse()) await service.stop();
  });
  return api.url;
}
