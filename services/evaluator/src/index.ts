import type { Running } from '@xushi/platform';
import { type Context, serveReactors } from '@xushi/runtime';

/** The evaluator: judges org-years as submissions, targets and policies change. */
export const startEvaluator = (context: Context, concurrency = 2): Promise<Running> =>
  serveReactors(context, { service: 'evaluator', concurrency });
