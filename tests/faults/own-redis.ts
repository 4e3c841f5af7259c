import { once } from 'node:events';
import { connect } from 'node:net';
import { startTestRedis } from '@xushi/testing';
import type { Test } from 'tap';

/** A Redis that a test may empty, or null where this machine has no program for one. */
export async function ownRedis(t: Test): Promise<{ url: string; flush(): Promise<void> } | null> {
  const server = await startTestRedis();
  if (!server) return null;
  t.teardown(() => server.stop());
  return { url: server.url, flush: () => command(server.url, 'FLUSHALL') };
}

/** Says why a test on Redis does not run. */
export const NO_REDIS = 'there is no redis-server or valkey-server on this machine';

/** One command of Redis, as a person would type it. */
async function command(url: string, line: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    socket.write(`${line}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (!answer.toString().startsWith('+OK')) throw new Error(`Redis answered ${answer}`);
  } finally {
    socket.destroy();
  }
}
