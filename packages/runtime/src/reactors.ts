import { monthlyListReactor, reconcileLagging } from '@xushi/casework';
import { planDeliveries } from '@xushi/delivery';
import type { Reactor } from '@xushi/events';
import { evaluateReactor } from '@xushi/judgement';
import type { Log } from '@xushi/platform';
import { renderReport, requestReport } from '@xushi/reports';

/** Every reactor there is. A new capability is a line here. */
export function allReactors(options: { log: Log }): Reactor[] {
  return [
    evaluateReactor(reconcileLagging),
    planDeliveries({ log: options.log }),
    monthlyListReactor(requestReport),
    renderReport,
  ];
}
