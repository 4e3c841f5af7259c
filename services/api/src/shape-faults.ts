import type { Fault } from '@xushi/protocol';
import type { FastifyError } from 'fastify';

/** One thing that the validator found. */
export type Violation = NonNullable<FastifyError['validation']>[number];

/** A body with more wrong than this is told of the first ones: nobody reads more, and each costs time to find. */
const MOST_VIOLATIONS = 2000;

/** What a body that does not fit its schema has wrong: each place once, with a sentence in both languages. */
export function shapeFaults(violations: Violation[]): Fault[] {
  return onceAPlace(oneBranchOfUnions(violations.slice(0, MOST_VIOLATIONS)).map(shapeFault));
}

/**
 * A union such as a plan fails once for each of its branches. Only the branch whose `kind` was meant is worth
 * telling; where none was, that nothing of the kind is known.
 */
function oneBranchOfUnions(violations: Violation[]): Violation[] {
  const unions = violations.filter((violation) => violation.keyword === 'anyOf');
  const dropped = new Set<Violation>();
  for (const union of unions) {
    const branches = new Map<string, Violation[]>();
    for (const violation of violations) {
      const match = violation.schemaPath.startsWith(`${union.schemaPath}/`)
        ? /^\/(\d+)\//.exec(violation.schemaPath.slice(union.schemaPath.length))
        : null;
      if (match?.[1]) branches.set(match[1], [...(branches.get(match[1]) ?? []), violation]);
    }
    const meant = [...branches.values()].filter((branch) => !branch.some(isOtherKind));
    const kept = meant.length === 1 ? meant[0] : undefined;
    for (const branch of branches.values()) if (branch !== kept) for (const each of branch) dropped.add(each);
    if (kept) dropped.add(union);
  }
  return violations.filter((violation) => !dropped.has(violation));
}

const isOtherKind = (violation: Violation) => violation.keyword === 'const' || violation.keyword === 'type';

function shapeFault(violation: Violation): Fault {
  const params = violation.params as Record<string, unknown>;
  const at = violation.instancePath;
  if (violation.keyword === 'additionalProperties') {
    const field = String(params.additionalProperty);
    return { pointer: `${at}/${escapePointer(field)}`, code: 'unknownField', params: { field } };
  }
  const missing = violation.keyword === 'required' ? `/${escapePointer(String(params.missingProperty))}` : '';
  const words = WORDS[violation.keyword]?.(params) ?? ['格式不符', violation.message ?? 'does not fit'];
  return { pointer: `${at}${missing}`, code: 'shape', params: { message: words.join(' / ') } };
}

type Words = (params: Record<string, unknown>) => [zh: string, en: string];

const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

/** What each keyword of the schemas asks for. */
const WORDS: Record<string, Words> = {
  required: () => ['缺少此项', 'is missing'],
  type: ({ type }) => [`类型应为 ${list(type)}`, `must be ${list(type)}`],
  enum: ({ allowedValues }) => [`应为：${list(allowedValues)}`, `must be one of: ${list(allowedValues)}`],
  const: ({ allowedValue }) => [`应为 ${String(allowedValue)}`, `must be ${String(allowedValue)}`],
  anyOf: () => ['不符合任何一种写法', 'fits none of the allowed forms'],
  pattern: ({ pattern }) => [`应符合 ${String(pattern)}`, `must match ${String(pattern)}`],
  minLength: ({ limit }) => [`至少 ${limit} 个字符`, `needs at least ${limit} characters`],
  maxLength: ({ limit }) => [`最多 ${limit} 个字符`, `may have at most ${limit} characters`],
  minimum: ({ limit }) => [`不得小于 ${limit}`, `must be at least ${limit}`],
  maximum: ({ limit }) => [`不得大于 ${limit}`, `must be at most ${limit}`],
  minItems: ({ limit }) => [`至少 ${limit} 项`, `needs at least ${limit} entries`],
  maxItems: ({ limit }) => [`最多 ${limit} 项`, `may have at most ${limit} entries`],
};

const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function onceAPlace(faults: Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    const place = `${fault.code} ${fault.pointer}`;
    if (!first.has(place)) first.set(place, fault);
  }
  return [...first.values()];
}
