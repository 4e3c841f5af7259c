import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Test } from 'tap';

/**
 * What becomes of a connection: taken away at once; cut once so many bytes of the answer are through, 0 being once it
 * begins, when the request has been worked on; taken and never answered; held back a while; or let through.
 */
export type Fate = 'refused' | { cutAfter: number } | 'silent' | { lateBy: number } | 'through';

export interface Proxy {
  url: string;
  /** How many connections came. */
  readonly connections: number;
}

/** A line to a server that is bad in a given way, one fate a connection; when they are used up all goes through. */
export async function badLine(t: Test, to: string, fates: Fate[]): Promise<Proxy> {
  const target = new URL(to);
  const left = [...fates];
  const sockets = new Set<Socket>();
  const state = { connections: 0 };
  const server = createServer((caller) => {
    state.connections += 1;
    keep(caller);
    const fate = left.shift() ?? 'through';
    if (fate === 'refused') return caller.resetAndDestroy();
    if (fate === 'silent') return caller.resume();
    const line = connect(Number(target.port), target.hostname);
    keep(line);
    caller.pipe(line);
    let seen = 0;
    const lateBy = typeof fate === 'object' && 'lateBy' in fate ? fate.lateBy : null;
    const later = (act: () => void) => (lateBy === null ? act() : setTimeout(act, lateBy));
    line.on('data', (bytes) => {
      if (typeof fate !== 'object' || 'lateBy' in fate) return later(() => caller.write(bytes));
      const through = bytes.subarray(0, Math.max(0, fate.cutAfter - seen));
      seen += bytes.length;
      if (seen <= fate.cutAfter) return caller.write(bytes);
      caller.end(through, () => caller.destroy());
      return line.destroy();
    });
    line.on('end', () => later(() => caller.end()));
  });
  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return Object.defineProperty({ url: `http://127.0.0.1:${port}`, connections: 0 }, 'connections', {
    get: () => state.connections,
  });
}
