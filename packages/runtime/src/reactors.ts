import { calendarReactor, monthlyListReactor, reconcileAlerts, sheetReactor } from '@xushi/casework';
import { planDeliveries } from '@xushi/delivery';
import type { Reactor } from '@xushi/events';
import { evaluateReactor, reevaluateReactor, standingsReactor } from '@xushi/judgement';
import type { Log } from '@xushi/platform';
import { renderReport, requestReport } from '@xushi/reports';

/** Every reactor there is. A new capability is a line here. */
export function allReactors(options: { log: Log }): Reactor[] {
  return [
    evaluateReactor(reconcileAlerts),
    reevaluateReactor(reconcileAlerts),
    standingsReactor,
    planDeliveries({ log: options.log }),
    monthlyListReactor(requestReport),
    sheetReactor,
    calendarReactor,
    renderReport,
  ];
}
