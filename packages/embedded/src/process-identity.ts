import { readFile } from 'node:fs/promises';
import { kill, platform } from 'node:process';
import { systemCode } from './errors.js';
import { runProgram } from './program.js';

/** A process, told apart from a later one that got the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own words; only compared for equality. */
  started: string;
}

/** Undefined where no such process lives (a zombie does not). */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  if (!isAlive(pid)) return undefined;
  const started = platform === 'linux' ? await startedOnLinux(pid) : await startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started };
}

export async function isSame(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.started === identity.started;
}

function isAlive(pid: number): boolean {
  try {
    kill(pid, 0);
    return true;
  } catch (thrown) {
    return systemCode(thrown) === 'EPERM';
  }
}

/** Ticks since boot, with the boot they count from: after a power cut the same pair may come again. */
async function startedOnLinux(pid: number): Promise<string | undefined> {
  try {
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The program's name may hold spaces and brackets; what follows its last bracket is fields 3 and on.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${boot.trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

async function startedElsewhere(pid: number): Promise<string | undefined> {
  return (await ask(pid, 'lstart=')) || undefined;
}

/** The program a process runs and its arguments, in one text; empty where that cannot be seen. */
export async function commandOf(pid: number): Promise<string> {
  if (platform !== 'linux') return ask(pid, 'command=');
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return words.replaceAll('\0', ' ');
}

async function ask(pid: number, what: string): Promise<string> {
  const asked = await runProgram({
    file: '/bin/ps',
    args: ['-ww', '-o', what, '-p', String(pid)],
    account: undefined,
    cwd: '/',
  });
  return asked.output.trim();
}
