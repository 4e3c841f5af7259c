import { sha256 } from '@xushi/platform';
import { KEY_ROLES, Problem } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';
import type { FastifyRequest } from 'fastify';
import { actOf, type Endpoint } from './endpoint.js';
import { createBuckets, sourceOf } from './rate-limit.js';

/** How many secrets that let somebody in this process remembers, by their hashes. */
const MOST_KNOWN = 20_000;

/** Finds out who sends a request. Throws `Problem` 401, or 429 where he sends too many. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal>;

/**
 * Makes the door of one process. Each key has its own limit, told before the database is asked. An address that tried
 * too many keys nobody holds is not let try more: only secrets that this process has seen to be good pass from there,
 * so that a guesser behind a proxy does not lock out everybody else behind it. Whether a key is still good the
 * database says each time.
 */
export function createAuthenticate({ config, store, wall }: Context): Authenticate {
  const perKey = createBuckets({ perMinute: config.rateLimit, now: wall.now });
  const failures = createBuckets({ perMinute: config.failedKeyLimit, now: wall.now });
  const known = new Map<string, string>();

  return async (request) => {
    const secret = /^Bearer ([\x21-\x7e]{8,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (secret === undefined) throw new Problem('notAuthenticated');
    const hash = sha256(secret);
    const name = hash.toString('base64');
    const keyId = known.get(name);
    const source = sourceOf(request.socket.remoteAddress ?? '');
    refuseAfter(keyId === undefined ? failures.peek(source) : perKey.take(keyId));
    const principal = await store.authenticate(hash, wall.now());
    if (!principal) {
      known.delete(name);
      failures.take(source);
      throw new Problem('notAuthenticated');
    }
    if (keyId === undefined) {
      known.set(name, principal.keyId);
      if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
      refuseAfter(perKey.take(principal.keyId));
    }
    return principal;
  };
}

function refuseAfter(seconds: number): void {
  if (seconds === 0) return;
  const text = String(seconds);
  throw new Problem('tooManyRequests', { params: { seconds: text }, headers: { 'retry-after': text } });
}

/** Throws `Problem` 403 where the key's role or scope does not reach, or a person is needed and it is nobody's. */
export function authorise(
  principal: Pick<Principal, 'role' | 'orgId' | 'personId'>,
  wanted: Pick<Endpoint, 'role' | 'wholeInstallation' | 'act' | 'method'>,
): void {
  const needed = wanted.role ?? 'reporter';
  if (KEY_ROLES.indexOf(principal.role) < KEY_ROLES.indexOf(needed)) {
    throw new Problem('roleNotAllowed', { params: { role: principal.role, needed } });
  }
  if (wanted.wholeInstallation && principal.orgId !== 0) throw new Problem('scopeNotAllowed');
  if (principal.personId !== null) return;
  const act = actOf(wanted);
  const forMachines = act === 'read' || act === 'submit' || (act === 'setUp' && principal.role === 'admin');
  if (!forMachines) throw new Problem('personNeeded');
}
