import { join } from 'node:path';
import { type Config, type Running, stopAll } from '@xushi/platform';
import { adminKeyLine, checkConfig } from '@xushi/runtime';
import { replaySeeds } from './demo.js';
import { startDemoReceiver } from './demo-receiver.js';
import { startStandalone } from './start.js';

/**
 * Starts everything, replays the seeds where they are asked for, and says how to go on. `complete` is false where
 * the replay showed the main job with something missing. Throws one sentence.
 */
export async function runStandalone(options: {
  config: Config;
  print(line: string): void;
}): Promise<Running & { complete: boolean }> {
  const { config, print } = options;
  checkConfig(config);
  const begun = performance.now();
  const said = (what: string) => print(`· ${what}`);
  const receiver =
    config.seed === 'demo' ? await startDemoReceiver(join(config.dataDir, 'demo-receiver.json')) : null;
  // The demonstration's own receiver is on loopback, which webhooks may not reach unless it is named.
  const allowed = receiver ? [...config.webhookAllow, receiver.address] : config.webhookAllow;
  let complete = true;
  const parts: Running[] = receiver ? [receiver] : [];
  try {
    const standalone = await startStandalone({ ...config, webhookAllow: allowed }, said);
    parts.push(standalone);
    if (standalone.newAdminKey !== null) {
      print(adminKeyLine(standalone.newAdminKey));
    }
    if (receiver) {
      said('装载示例数据 / replaying the seeds');
      complete = await replaySeeds({
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
    return Object.assign(stopAll(parts), { complete });
  } catch (fault) {
    await stopAll(parts).stop();
    throw fault;
  }
}
