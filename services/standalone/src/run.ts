import { type Config, type Running, stopAll } from '@xushi/platform';
import { adminKeyLine } from '@xushi/runtime';
import { replaySeeds } from './demo.js';
import { startDemoReceiver } from './demo-receiver.js';
import { startStandalone } from './start.js';

/** Starts everything, replays the seeds where they are asked for, and says how to go on. Throws one sentence. */
export async function runStandalone(options: {
  config: Config;
  print(line: string): void;
}): Promise<Running> {
  const { config, print } = options;
  const begun = performance.now();
  const said = (what: string) => print(`· ${what}`);
  const receiver = config.seed === 'demo' ? await startDemoReceiver() : null;
  // The demonstration's own receiver is on loopback, which webhooks may not reach unless it is named.
  const allowed = receiver ? [...config.webhookAllow, receiver.address] : config.webhookAllow;
  const parts: Running[] = receiver ? [receiver] : [];
  try {
    const standalone = await startStandalone({ ...config, webhookAllow: allowed }, said);
    parts.push(standalone);
    if (standalone.newAdminKey !== null) {
      print(adminKeyLine(standalone.newAdminKey));
    }
    if (receiver) {
      said('装载示例数据 / replaying the seeds');
      await replaySeeds({
        context: standalone.context,
        url: standalone.url,
        receiver,
        clockIsOurs: config.clockIsOurs,
        print,
      });
    }
    print(`· 就绪，用时 ${((performance.now() - begun) / 1000).toFixed(1)} 秒 / ready`);
    print(
      `  接口 / API: ${standalone.url}/v1    说明 / docs: ${standalone.url}/docs    数据 / data: ${config.dataDir}`,
    );
    return stopAll(parts);
  } catch (fault) {
    await stopAll(parts).stop();
    throw fault;
  }
}
