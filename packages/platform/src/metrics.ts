import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The process's metrics, in Prometheus' text format at /metrics. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    reactorBatches: new Counter({
      name: 'xushi_reactor_batches_total',
      help: 'Batches of events a reactor finished, by outcome.',
      labelNames: ['reactor', 'outcome'],
      registers,
    }),
    outstandingLag: new Gauge({
      name: 'xushi_outstanding_oldest_seconds',
      help: 'Age of the oldest event a reactor still owes work.',
      labelNames: ['reactor'],
      registers,
    }),
    deliveryAttempts: new Counter({
      name: 'xushi_delivery_attempts_total',
      help: 'Attempts to deliver, by channel and outcome.',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'xushi_http_request_seconds',
      help: 'Time to answer, by route and status.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
