import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { kill } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Access, freePort, host } from './access.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { Directory } from './directory.js';
import { EmbeddedPostgresError, reasonOf, systemCode } from './errors.js';
import { lastLines, logSize, readLogSince, rotateLog } from './log-file.js';
import { readPostmaster } from './postmaster.js';
import { identify, isSame, type ProcessIdentity } from './process-identity.js';
import { launchAs, programEnvironment } from './program.js';
import { type ServerSettings, settingArguments } from './settings.js';

export interface StartOptions {
  directory: Directory;
  binaries: Binaries;
  account: Account | undefined;
  access: Access;
  settings: ServerSettings;
}

/** A server that answers: its process, and the port it came up on. */
export interface StartedServer {
  process: ProcessIdentity;
  port: number;
}

const portTaken = /could not bind|could not create any TCP\/IP sockets/;
const serverThere = /lock file "postmaster\.pid" already exists/;
const sessionsLeft = /pre-existing shared memory block/;

/** How long a server may take to come up: after a crash it first replays what was written last. */
const startTimeoutMs = 120_000;

/**
 * Starts the server on the port it had, or on another where somebody took that one in the meantime. Undefined
 * where there is a server already: one that a killed process had just started shows itself a moment later.
 */
export async function startServer(options: StartOptions): Promise<StartedServer | undefined> {
  let { port } = options.access;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryPort(options, port);
    if ('process' in outcome) return outcome;
    if (portTaken.test(outcome.said) && attempt <= 6) {
      port = await freePort();
      continue;
    }
    if (serverThere.test(outcome.said)) return undefined;
    // Sessions of a server that was killed end as soon as they notice.
    if (sessionsLeft.test(outcome.said) && attempt <= 60) {
      await pause(250);
      continue;
    }
    throw new EmbeddedPostgresError(
      'startFailed',
      `Postgres did not start on ${options.directory.cluster}: see ${options.directory.log}. It said: ${lastLines(outcome.said)}`,
    );
  }
}

async function tryPort(options: StartOptions, port: number): Promise<StartedServer | { said: string }> {
  const { directory, account } = options;
  await rotateLog(directory.log);
  const logStart = await logSize(directory.log);
  const { child, failure } = await spawnServer(options, port);
  const { pid } = child;
  if (pid === undefined) {
    return { said: `${reasonOf(await failure)}${account ? ` as user ${account.name}` : ''}` };
  }
  const identity = await identify(pid);
  for (let waitedMs = 0; identity && waitedMs < startTimeoutMs; waitedMs += 15) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const postmaster = await readPostmaster(directory);
    if (postmaster?.pid === pid && postmaster.ready) return { process: identity, port };
    await pause(15);
  }
  if (identity) await stopServer(identity);
  const said = await readLogSince(directory.log, logStart);
  return { said: said || `nothing within ${startTimeoutMs / 1000} seconds` };
}

/**
 * In a session of its own, writing to a file: Ctrl-C in the terminal then reaches us alone, who stop the server
 * last, and a server that outlives us does not die of a closed pipe.
 */
async function spawnServer(
  options: StartOptions,
  port: number,
): Promise<{ child: ChildProcess; failure: Promise<unknown> }> {
  const { directory, account, binaries, settings } = options;
  const log = await open(directory.log, 'a', 0o600);
  try {
    const { file, args, user } = launchAs(account, binaries.postgres, [
      '-D',
      directory.cluster,
      '-p',
      String(port),
      '-h',
      host,
      ...settingArguments(settings),
    ]);
    const child = spawn(file, args, {
      cwd: '/',
      env: programEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...user,
    });
    // Listened to at once: a program that cannot be started says so before anything else here goes on.
    return { child, failure: new Promise((resolve) => child.on('error', resolve)) };
  } finally {
    await log.close();
  }
}

/** Fast first: sessions are ended, everything is written. A server that hangs is ended as a crash would end it. */
const stopSteps: { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: 'SIGINT', waitMs: 60_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 10_000 },
];

/** Stops a server and waits until it has gone. Nothing happens where it has gone already. */
export async function stopServer(server: ProcessIdentity): Promise<void> {
  for (const { signal, waitMs } of stopSteps) {
    if (!(await isSame(server))) return;
    try {
      kill(server.pid, signal);
    } catch (thrown) {
      if (systemCode(thrown) === 'ESRCH') return;
      throw thrown;
    }
    for (let waitedMs = 0; waitedMs < waitMs; waitedMs += 10) {
      if (!(await isSame(server))) return;
      await pause(10);
    }
  }
}
