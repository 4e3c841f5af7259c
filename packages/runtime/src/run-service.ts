import { type Running, readConfig, rootCause, stopAll, stopOnSignals } from '@xushi/platform';
import { adminKeyLine, adminKeyOf } from './admin-key.js';
import { type Context, checkConfig, openContext, prepareDatabase } from './context.js';
import { secretKeyOf } from './secret-key.js';

/**
 * The life of a service's own process: environment, configuration, context, start, signals. A fault before it
 * runs is one sentence on standard error and a non-zero exit.
 */
export async function runService(
  service: { name: string; workers: number; requests: number },
  start: (context: Context) => Promise<Running>,
): Promise<void> {
  try {
    const config = readConfig();
    checkConfig(config);
    if (config.database.kind !== 'external') {
      throw new Error(`a process of its own needs DATABASE_URL; npm start runs everything in one process`);
    }
    const { url, directUrl } = config.database;
    const secretKey = secretKeyOf(config);
    await prepareDatabase({ secretKey, databaseUrl: directUrl });
    const context = await openContext({
      config,
      secretKey,
      databaseUrl: url,
      directUrl,
      workers: service.workers,
      requests: service.requests,
      name: service.name,
    });
    const newAdminKey = await adminKeyOf(context);
    if (newAdminKey !== null) process.stdout.write(`${adminKeyLine(newAdminKey)}\n`);
    const running = await start(context);
    stopOnSignals(stopAll([{ stop: () => context.close() }, running]), (fault) =>
      context.log.error({ reason: rootCause(fault).message }, 'stopping failed'),
    );
    context.log.info({}, 'running');
  } catch (fault) {
    process.stderr.write(`${service.name}: ${rootCause(fault).message}\n`);
    process.exit(1);
  }
}
