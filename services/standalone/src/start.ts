import { join } from 'node:path';
import { startApi } from '@xushi/api';
import { EmbeddedPostgresError, openEmbeddedPostgres } from '@xushi/embedded';
import { startEvaluator } from '@xushi/evaluator';
import { startNotifier } from '@xushi/notifier';
import {
  type Config,
  makeFolder,
  type Running,
  rootCause,
  stopAll,
  toError,
  XushiError,
} from '@xushi/platform';
import { startReporter } from '@xushi/reporter';
import { adminKeyOf, type Context, openContext, prepareDatabase, secretKeyOf } from '@xushi/runtime';
import { startScheduler } from '@xushi/scheduler';
import { createOwnDatabase } from './own-database.js';

/** Workers of all services in this one process; bounds its connections to 40. */
const WORKERS = 5;
const REQUESTS = 10;

/** Everything in one process, running. */
export interface Standalone extends Running {
  url: string;
  context: Context;
  /** The admin key, where it was made just now: shown once. */
  newAdminKey: string | null;
}

/**
 * Starts all services in this process: on the embedded Postgres below the data directory, or on DATABASE_URL.
 * `said` hears what is being done. Throws an error with one sentence.
 */
export async function startStandalone(config: Config, said: (what: string) => void): Promise<Standalone> {
  const parts: Running[] = [];
  const running = stopAll(parts);
  try {
    const secretKey = secretKeyOf(config);
    let databaseUrl: string;
    let directUrl: string | undefined;
    if (config.database.kind === 'embedded') {
      said('启动内置 Postgres / starting the embedded Postgres');
      makeFolder(join(config.dataDir, 'postgres'));
      const postgres = await openEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
      parts.push(postgres);
      databaseUrl = await createOwnDatabase(postgres.adminUrl);
    } else {
      said('连接 DATABASE_URL / connecting to DATABASE_URL');
      databaseUrl = config.database.url;
      directUrl = config.database.directUrl;
    }
    said('检查数据库结构 / bringing the schema up to date');
    await prepareDatabase({ secretKey, databaseUrl: directUrl ?? databaseUrl });
    said('启动各服务 / starting the services');
    const context = await openContext({
      config,
      secretKey,
      databaseUrl,
      ...(directUrl === undefined ? {} : { directUrl }),
      workers: WORKERS,
      requests: REQUESTS,
      name: 'xushi',
    });
    parts.push({ stop: () => context.close() });
    const newAdminKey = await adminKeyOf(context);
    parts.push(await startEvaluator(context));
    parts.push(await startReporter(context));
    parts.push(await startNotifier(context));
    parts.push(await startScheduler(context));
    const api = await startApi(context);
    parts.push(api);
    return { url: api.url, context, newAdminKey, stop: () => running.stop() };
  } catch (fault) {
    await running.stop().catch(() => undefined);
    throw asSentence(fault);
  }
}

function asSentence(fault: unknown): Error {
  if (fault instanceof XushiError || fault instanceof EmbeddedPostgresError) return fault;
  const code = (fault as { code?: string }).code;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR') {
    return new XushiError(
      'dataDirNotWritable',
      `cannot write below XUSHI_DATA_DIR: ${toError(fault).message}`,
      { cause: fault },
    );
  }
  return rootCause(fault);
}
