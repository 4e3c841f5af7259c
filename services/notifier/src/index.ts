import { type Running, rootCause, stopAll } from '@xushi/platform';
import { type Context, serveReactors } from '@xushi/runtime';

/** How often the notifier looks for deliveries whose next attempt has come. */
const LOOK_EVERY_MS = 500;

/** The notifier: plans who hears of what, and sends it. */
export async function startNotifier(context: Context): Promise<Running> {
  context.sender.start(LOOK_EVERY_MS);
  const reactors = await serveReactors(context, {
    service: 'notifier',
    concurrency: 1,
    // What was just planned goes out at once instead of waiting for the next look.
    after: () => {
      context.sender.runOnce().catch((fault) => {
        context.log.warn({ reason: rootCause(fault).message }, 'sending failed; it is tried again');
      });
    },
  });
  return stopAll([context.sender, reactors]);
}
