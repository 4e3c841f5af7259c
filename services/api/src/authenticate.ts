import { sha256 } from '@xushi/platform';
import { KEY_ROLES, Problem } from '@xushi/protocol';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';
import type { FastifyRequest } from 'fastify';
import type { Endpoint } from './endpoint.js';

/** The holder of the request's bearer key. Throws `Problem` 401. */
export async function authenticate(context: Context, request: FastifyRequest): Promise<Principal> {
  const match = /^Bearer ([\x21-\x7e]{8,200})$/.exec(request.headers.authorization ?? '');
  const principal = match?.[1] ? await context.store.authenticate(sha256(match[1])) : null;
  if (!principal) throw new Problem('notAuthenticated');
  return principal;
}

/** Throws `Problem` 403 where the key's role or scope does not reach. */
export function authorise(principal: Principal, wanted: Pick<Endpoint, 'role' | 'wholeInstallation'>): void {
  const needed = wanted.role ?? 'reporter';
  if (KEY_ROLES.indexOf(principal.role) < KEY_ROLES.indexOf(needed)) {
    throw new Problem('roleNotAllowed', { params: { role: principal.role, needed } });
  }
  if (wanted.wholeInstallation && principal.orgId !== 0) throw new Problem('scopeNotAllowed');
}
