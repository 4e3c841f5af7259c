import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { type Access, adminUrl } from './access.js';
import type { Directory } from './directory.js';
import { reasonOf } from './errors.js';
import { livingPostmaster, type Postmaster } from './postmaster.js';
import type { ProcessIdentity } from './process-identity.js';

/** What a server says about itself when asked. */
interface Answer {
  folder: string;
  startedEpoch: number;
  version: string;
  maxConnections: number;
  fsync: boolean;
}

async function ask(access: Access): Promise<Answer> {
  const sql = postgres(adminUrl(access), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: 'xushi-probe' },
  });
  try {
    const [row] = await sql<Answer[]>`
      select current_setting('data_directory') as folder,
             extract(epoch from pg_postmaster_start_time())::float8 as "startedEpoch",
             current_setting('server_version') as version,
             current_setting('max_connections')::int as "maxConnections",
             current_setting('fsync')::bool as fsync`;
    if (!row) throw new Error('no answer');
    return row;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** What became of looking for a living server of this cluster. */
export type Probe =
  | { kind: 'none' }
  | { kind: 'answers'; process: ProcessIdentity; port: number; answer: Answer }
  | { kind: 'silent'; process: ProcessIdentity; why: string };

/**
 * Looks for a living server and asks it, on the port it wrote down and with our password, whether it serves this
 * very folder. One that is starting, recovering or stopping is waited for.
 */
export async function probeServer(options: {
  directory: Directory;
  password: string | undefined;
  waitMs: number;
}): Promise<Probe> {
  const { directory, password } = options;
  let why = 'it is not ready';
  for (let waitedMs = 0; ; waitedMs += 100) {
    const living = await livingPostmaster(directory);
    if (!living) return { kind: 'none' };
    if (!password) return { kind: 'silent', process: living.process, why: 'its password is not known' };
    if (living.postmaster.ready) {
      const { port } = living.postmaster;
      try {
        const answer = await ask({ port, password });
        if (isOf(answer, living.postmaster, directory)) {
          return { kind: 'answers', process: living.process, port, answer };
        }
        why = `port ${port} is served from ${answer.folder}`;
      } catch (thrown) {
        why = reasonOf(thrown);
        // Waiting does not make a password right.
        if (thrown instanceof postgres.PostgresError && thrown.code.startsWith('28')) {
          return { kind: 'silent', process: living.process, why };
        }
      }
    }
    if (waitedMs >= options.waitMs) return { kind: 'silent', process: living.process, why };
    await pause(100);
  }
}

/** The pid file and the server round the moment of the start each in their own way. */
function isOf(answer: Answer, postmaster: Postmaster, directory: Directory): boolean {
  return answer.folder === directory.cluster && Math.abs(answer.startedEpoch - postmaster.startedEpoch) <= 2;
}
