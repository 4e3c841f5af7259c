import { type Access, adminUrl, host, newAccess, readAccess, writeAccess } from './access.js';
import { findAccount } from './account.js';
import { type Binaries, binariesFolder, findBinaries } from './binaries.js';
import { checkMajor, initialiseCluster, readMajor } from './cluster.js';
import { type Directory, openOwnFolders, prepareDirectory } from './directory.js';
import { EmbeddedPostgresError } from './errors.js';
import { claimDirectory } from './ownership.js';
import { removeStalePidFile } from './postmaster.js';
import { probeServer } from './probe.js';
import { findWay } from './reach.js';
import { type StartedServer, startServer, stopServer } from './server.js';
import type { ServerSettings } from './settings.js';

export interface EmbeddedPostgresOptions {
  /** Made where it does not exist. */
  dataDir: string;
  log?: (message: string) => void;
  /** 60 unless told. */
  maxConnections?: number;
  /** True unless told; false is for tests, whose data may be lost. */
  fsync?: boolean;
}

export interface EmbeddedPostgres {
  /** The superuser on the database `postgres`. */
  adminUrl: string;
  host: string;
  port: number;
  pid: number;
  /** Whether the server was already running, left behind by a process that was killed. */
  adopted: boolean;
  /** Fast shutdown; waits until the server has gone and the directory is free. Idempotent. */
  stop(): Promise<void>;
}

/** Opens the server of a data directory: makes, starts or adopts it, whichever is called for. */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const settings = { maxConnections: options.maxConnections ?? 60, fsync: options.fsync ?? true };
  const directory = await prepareDirectory(options.dataDir);
  const ownership = await claimDirectory(directory.root);
  try {
    const { server, access, adopted } = await bringUp({ directory, settings, log });
    let stopped: Promise<void> | undefined;
    return {
      adminUrl: adminUrl(access),
      host,
      port: access.port,
      pid: server.process.pid,
      adopted,
      stop: () => {
        stopped ??= stopServer(server.process).finally(() => ownership.release());
        return stopped;
      },
    };
  } catch (thrown) {
    await ownership.release();
    throw thrown;
  }
}

interface Up {
  server: StartedServer;
  access: Access;
  adopted: boolean;
}

async function bringUp(options: {
  directory: Directory;
  settings: ServerSettings;
  log: (message: string) => void;
}): Promise<Up> {
  const { directory, settings, log } = options;
  const user = await findAccount(directory.cluster);
  await openOwnFolders(directory, user);
  const programs = binariesFolder();
  const account = await findWay({
    account: user,
    destinations: [
      { folder: directory.root, code: 'dataDirUnreachable' },
      { folder: programs, code: 'binariesMissing' },
    ],
  });
  const binaries = await findBinaries(programs, account);
  const kept = await readAccess(directory.access);
  const major = await readMajor(directory);
  if (major !== undefined) {
    checkMajor({ found: major, binaries, directory });
    const left = await adoptOrEnd({ directory, settings, log, binaries, password: kept?.password });
    if (left) {
      const access = { port: left.port, password: kept?.password ?? '' };
      if (left.port !== kept?.port) await writeAccess(directory.access, access);
      return { server: left, access, adopted: true };
    }
    if (!kept) throw passwordLost(directory);
    if (await removeStalePidFile(directory)) log('Postgres had not been shut down; it recovers now');
  }
  const access = kept ?? (await newAccess());
  if (!kept) await writeAccess(directory.access, access);
  if (major === undefined) {
    log(`making a new database in ${directory.root}`);
    await initialiseCluster({
      directory,
      binaries,
      account,
      password: access.password,
      fsync: settings.fsync,
    });
  }
  const server = await startServer({ directory, binaries, account, access, settings });
  if (!server) return bringUp(options);
  const now = { ...access, port: server.port };
  if (server.port !== access.port) await writeAccess(directory.access, now);
  log(`Postgres ${binaries.version} runs as process ${server.process.pid} on port ${server.port}`);
  return { server, access: now, adopted: false };
}

/** A server from before with other settings or of another release is of no use as it is: it is stopped. */
async function adoptOrEnd(options: {
  directory: Directory;
  settings: ServerSettings;
  log: (message: string) => void;
  binaries: Binaries;
  password: string | undefined;
}): Promise<StartedServer | undefined> {
  const { directory, settings, log, binaries, password } = options;
  const probe = await probeServer({ directory, password, waitMs: 60_000 });
  if (probe.kind === 'none') return undefined;
  const { pid } = probe.process;
  if (probe.kind === 'silent') {
    throw new EmbeddedPostgresError(
      'startFailed',
      `Postgres process ${pid} runs on ${directory.cluster} but cannot be adopted (${probe.why}): stop it with kill -INT ${pid}, then start again.`,
    );
  }
  const { answer } = probe;
  const fits =
    answer.version === binaries.version &&
    answer.maxConnections >= settings.maxConnections &&
    answer.fsync === settings.fsync;
  if (fits) {
    log(`adopted the running Postgres, process ${pid} on port ${probe.port}`);
    return { process: probe.process, port: probe.port };
  }
  log(`restarting Postgres, process ${pid}: it ran with other settings`);
  await stopServer(probe.process);
  return undefined;
}

function passwordLost(directory: Directory): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'passwordLost',
    `${directory.access} is missing, and with it the password of the database beside it: put it back from a backup of the data directory.`,
  );
}
