import fc from 'fast-check';
import t from 'tap';
import { JSON_LIMITS, readJson } from '../src/json-text.js';

/** The code of the refusal, with the first fault where it has some; `read` where there is none. */
function outcome(text: string): string {
  try {
    readJson(text);
    return 'read';
  } catch (fault) {
    const { code, faults } = fault as { code: string; faults: { pointer: string; code: string }[] };
    return faults?.[0] ? `${faults[0].pointer} ${faults[0].code}` : code;
  }
}

/** JSON as the language's own parser reads it: an independent reader of the same grammar. */
function theirs(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

t.test('what JSON.parse reads is read the same, in any layout', async () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 5 }).filter((text) => !/__proto__|\\ud[89a-f]|\\u0000/i.test(text)),
      fc.integer({ min: 0, max: 4 }),
      (text, indent) => {
        const value = JSON.parse(text) as unknown;
        const laid = JSON.stringify(value, null, indent);
        const read = JSON.stringify(readJson(laid), (_, each: unknown) => each);
        // Numbers of more digits than a float keeps come as text: the same digits.
        return read.replaceAll('"', '') === JSON.stringify(value).replaceAll('"', '');
      },
    ),
    { numRuns: 500 },
  );
});

t.test('what JSON.parse refuses is refused, and what is refused besides has another reason', async () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '1',
    '-',
    '0',
    '.5',
    'e',
    'true',
    'null',
    ' ',
    '\n',
    '\u0001',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const found = outcome(text);
      return theirs(text) ? found === 'read' || found.endsWith('memberTwice') : found === 'bodyNotJson';
    }),
    { numRuns: 5000 },
  );
});

t.test('numbers keep their digits, and bounds hold to the last', async (t) => {
  t.same(readJson('[9007199254740993, 1e400, 0.1, -0, 1E5, 123456789012345]'), [
    '9007199254740993',
    '1e400',
    0.1,
    -0,
    100000,
    123456789012345,
  ]);
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const many = (entries: number) => `[${Array(entries).fill('1').join(',')}]`;
  const text = (length: number) => JSON.stringify('序'.repeat(length));
  for (const [name, inside, beyond] of [
    ['depth', nested(JSON_LIMITS.depth), nested(JSON_LIMITS.depth + 1)],
    ['entries', many(JSON_LIMITS.entries), many(JSON_LIMITS.entries + 1)],
    ['characters', text(JSON_LIMITS.characters), text(JSON_LIMITS.characters + 1)],
    ['digits', '9'.repeat(JSON_LIMITS.digits), '9'.repeat(JSON_LIMITS.digits + 1)],
    ['a member’s name', `{${text(JSON_LIMITS.characters)}:1}`, `{${text(JSON_LIMITS.characters + 1)}:1}`],
  ] as const) {
    t.equal(outcome(inside), 'read', name);
    t.equal(outcome(beyond), 'bodyTooComplex', name);
  }
  t.equal(outcome('['.repeat(4_000_000)), 'bodyTooComplex', 'megabytes of nesting');
});

t.test('what cannot be stored, or is there twice, is named with its place', async (t) => {
  for (const [text, expected] of [
    ['{"a":{"b~/c":"\\ud800"}}', '/a/b~0~1c textNotStorable'],
    ['["x","\\udfff\\ud800"]', '/1 textNotStorable'],
    ['{"a":"\\u0000"}', '/a textNotStorable'],
    ['{"\\u0000":1}', ' textNotStorable'],
    ['{"a":"\\ud83d\\ude00"}', 'read'],
    ['{"a":1,"\\u0061":1}', '/a memberTwice'],
    ['{"a":[{"b":1,"b":2}]}', '/a/0/b memberTwice'],
    ['{"__proto__":{}}', '/__proto__ unknownField'],
    ['{"constructor":1,"toString":1}', 'read'],
    ['{"constructor":1,"constructor":1}', '/constructor memberTwice'],
  ] as const) {
    t.equal(outcome(text), expected, text);
  }
  t.notOk(({} as { polluted?: unknown }).polluted);
});
