import type { Unit } from '@xushi/events';
import { every, type Log, type Metrics, type Running, toError, type WallClock } from '@xushi/platform';
import type { Channel, ChannelName, SendResult } from './channel.js';
import { type Claimed, claimDeliveries } from './claim.js';
import { recordAttempt } from './record.js';
import type { SecretBox } from './secret-box.js';

export interface SenderOptions {
  /** Runs a unit of work as a worker. */
  work<T>(run: (unit: Unit) => Promise<T>): Promise<T>;
  channels: readonly Channel[];
  secretBox: SecretBox;
  wall: WallClock;
  log: Log;
  metrics: Pick<Metrics, 'deliveryAttempts'>;
  /** Deliveries sent at once by this sender. */
  concurrency: number;
  /** 0 ≤ random() < 1 */
  random(): number;
}

/** Sends what is due: claims in a short transaction, sends outside any, records in a short one. */
export interface Sender extends Running {
  /** Sends until nothing is due now and nothing under way; answers how many attempts were made. */
  runOnce(): Promise<number>;
  /** Looks for due deliveries every so often, until stopped. */
  start(everyMs?: number): void;
}

export function createSender(options: SenderOptions): Sender {
  const { work, log, wall } = options;
  const channels = new Map<ChannelName, Channel>(options.channels.map((channel) => [channel.name, channel]));
  let stopping = false;
  let ticking: Running | undefined;
  let running: Promise<number> | undefined;
  let following: Promise<number> | undefined;

  async function pass(): Promise<number> {
    const underWay = new Set<Promise<void>>();
    let attempts = 0;
    let finished = 0;
    try {
      for (;;) {
        const finishedBefore = finished;
        const free = stopping ? 0 : options.concurrency - underWay.size;
        const claimed = free > 0 ? await work((unit) => claimDeliveries(unit, free)) : [];
        for (const delivery of claimed) {
          const sending: Promise<void> = deliver(delivery).finally(() => {
            underWay.delete(sending);
            finished += 1;
          });
          underWay.add(sending);
        }
        attempts += claimed.length;
        if (claimed.length > 0 && underWay.size < options.concurrency) continue;
        // What ended during the look may have been all that kept the next one waiting.
        if (finished !== finishedBefore) continue;
        if (underWay.size === 0) return attempts;
        await Promise.race(underWay);
      }
    } finally {
      await Promise.all(underWay);
    }
  }

  /** Never throws: what could not be recorded is sent again when its lease ends. */
  async function deliver(claimed: Claimed): Promise<void> {
    const { id, attempt, receiver } = claimed;
    const about = { delivery: id, receiver: receiver.id, channel: receiver.channel, attempt };
    try {
      const begun = wall.now().getTime();
      const result = await attemptOf(claimed);
      const milliseconds = wall.now().getTime() - begun;
      const random = options.random();
      const next = await work((unit) => recordAttempt(unit, { claimed, result, milliseconds, random }));
      options.metrics.deliveryAttempts.inc({ channel: receiver.channel, outcome: result.outcome });
      const fields = {
        ...about,
        outcome: result.outcome,
        code: result.code,
        state: next.state,
        milliseconds,
      };
      if (result.outcome === 'delivered') log.debug(fields, 'delivered');
      else log.warn({ ...fields, reason: result.reason }, 'not delivered');
    } catch (thrown) {
      log.error({ ...about, reason: toError(thrown).message }, 'an attempt could not be recorded');
    }
  }

  async function attemptOf({ id, body, createdAt, receiver }: Claimed): Promise<SendResult> {
    try {
      const channel = channels.get(receiver.channel);
      if (!channel) throw new Error(`this process has no channel ${receiver.channel}`);
      const secret = receiver.secret && options.secretBox.open(receiver.secret, receiver.id);
      return await channel.send({ id, body, createdAt, receiver, secret });
    } catch (thrown) {
      const reason = toError(thrown).message;
      return { outcome: 'retry', code: null, reason, response: null, retryAfterMs: null };
    }
  }

  /** One pass at a time. Asked for during a pass, one more follows it: what fell due meanwhile may need it. */
  function runOnce(): Promise<number> {
    if (running) {
      following ??= running.then(runOnce, runOnce);
      return following;
    }
    following = undefined;
    running = pass().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    runOnce,
    start(everyMs = 1_000) {
      ticking ??= every(everyMs, async () => {
        try {
          await runOnce();
        } catch (thrown) {
          log.error({ reason: toError(thrown).message }, 'due deliveries could not be claimed');
        }
      });
    },
    async stop() {
      stopping = true;
      await ticking?.stop();
      await Promise.allSettled([running, following]);
    },
  };
}
