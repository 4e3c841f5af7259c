import type { Cause } from '@xushi/events';
import { type Fault, refuse } from '@xushi/protocol';
import { ALIAS_PREFIX, withOurKeys } from '@xushi/registry';
import type { Context } from '@xushi/runtime';
import type { Principal } from '@xushi/store';
import type { FastifyRequest } from 'fastify';

/** Bodies in which an alias may stand, and bodies as they were before ours took their place. */
const mayHaveAlias = new WeakSet<FastifyRequest>();
const sent = new WeakMap<FastifyRequest, unknown>();

/** Notes, while the text is at hand, whether anything of it could be an alias: most bodies are never searched. */
export function noteAliases(request: FastifyRequest, text: string): void {
  if (text.includes(`"${ALIAS_PREFIX}`)) mayHaveAlias.add(request);
}

/** The body as it was sent. */
export const sentBody = (request: FastifyRequest): unknown =>
  sent.has(request) ? sent.get(request) : request.body;

/** What `:key` of a path names, where it is an org or an indicator. */
const NAMED: readonly [path: RegExp, kind: 'org' | 'indicator'][] = [
  [/^\/v1\/orgs\/:key(\/|$)/, 'org'],
  [/^\/v1\/indicators\/:key(\/|$)/, 'indicator'],
];

/**
 * Puts our keys in place of other systems' codes (`alias:{system}:{code}`) wherever a request names an org or an
 * indicator: path, query, body. Handlers see our keys only. One query, and none where there is no alias. Throws
 * `Problem` with every code that nobody knows.
 */
export async function takeAliases(
  context: Context,
  request: FastifyRequest,
  { principal, cause, path }: { principal: Principal; cause: Cause; path: string },
): Promise<void> {
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  const kind = NAMED.find(([pattern]) => pattern.test(path))?.[1];
  const named = kind && params.key?.startsWith(ALIAS_PREFIX) ? { [kind]: params.key } : {};
  const asked = Object.values(query).some(
    (value) => typeof value === 'string' && value.startsWith(ALIAS_PREFIX),
  )
    ? query
    : {};
  const body = mayHaveAlias.has(request) ? request.body : null;
  if (Object.keys(named).length === 0 && asked !== query && body === null) return;
  const { value, faults } = await context.scoped(principal, cause, ({ tx }) =>
    withOurKeys(tx, { named, asked, body }),
  );
  refuse(faults.map(atItsPlace));
  if (kind !== undefined && value.named[kind] !== undefined) params.key = value.named[kind];
  if (asked === query) request.query = value.asked;
  if (body !== null) {
    sent.set(request, request.body);
    request.body = value.body;
  }
}

/** Pointers of refusals go into the body, or name the parameter. */
function atItsPlace(fault: Fault): Fault {
  const [, part = '', rest = ''] = /^\/(named|asked|body)(.*)$/s.exec(fault.pointer) ?? [];
  return { ...fault, pointer: part === 'named' ? '/key' : rest };
}
