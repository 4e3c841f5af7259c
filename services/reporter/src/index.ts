import type { Running } from '@xushi/platform';
import { type Context, serveReactors } from '@xushi/runtime';

/** The reporter: takes snapshots and renders what meetings work from. */
export const startReporter = (context: Context): Promise<Running> =>
  serveReactors(context, { service: 'reporter', concurrency: 1 });
