import fc from 'fast-check';

/** A piece of JSON text that goes out as it is, whether or not it is JSON. */
export class Raw {
  constructor(readonly text: string) {}
}

/** JSON text with its raw pieces in place. */
export function write(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${write(each)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** What no field wants, as JSON text. */
const HOSTILE: readonly string[] = [
  ...['null', 'true', '0', '-0', '-1', '1.5', '[]', '{}', '""', '" "', '[null]', '{"a":1}'],
  ...['NaN', 'Infinity', '1e400', '-1e400', '1e-400', '9'.repeat(400), `0.${'1'.repeat(400)}`, '01', '.5'],
  ...[
    '"NaN"',
    '"1e400"',
    '"-0"',
    `"${'9'.repeat(400)}"`,
    '"٣"',
    '"１２"',
    '"1,000"',
    '"5%"',
    '"+5"',
    '"0x1f"',
  ],
  ...['"2017-13"', '"2017-00"', '"2017-2"', '"9999-12"', '"2017-01"', '"2017-02-30"', '"0000-00-00"'],
  ...['"2017-06-31T25:61:61Z"', '"+275761-01-01T00:00:00Z"', '"2100-01"', '2147483648', '9007199254740993'],
  ...['"\\ud800"', '"a\\udc00"', '"\\u0000"', '"\\u2028"', '"\\u202e"', '"=1+1"', '"\'; DROP TABLE org; --"'],
  ...['"00000000-0000-0000-0000-000000000000"', '"alias:x:y"', '"alias::"', '"all"', '"../../etc"'],
  ...[`"${'长'.repeat(5000)}"`, `"${'x'.repeat(100_000)}"`, `[${'0,'.repeat(10_000)}0]`, nested(200)],
  ...['{"__proto__":{"x":1}}', '{"constructor":{}}', '{"toString":null}', '{"a":1,"a":2}'],
];

/** Bodies that are hardly JSON at all; the large ones are sent once an operation. */
export const BROKEN: readonly string[] = [
  ...['', ' ', 'null', '[]', '{}', '"x"', '{', '{"a":', '[1,', '{"a":1}}', "{'a':1}", 'undefined', '\u0000'],
  ...['\ufeff{}', nested(1000), '{"a":'.repeat(1000), `{${'"a":1,'.repeat(1000)}"a":1}`],
];
export const LARGE: readonly string[] = ['['.repeat(10 * 1024 * 1024), `"${'x'.repeat(5 * 1024 * 1024)}"`];

/** Words for paths, queries and headers. */
export const WORDS: readonly string[] = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'null',
    'x',
    'X'.repeat(300),
    '长',
    '\u0000',
    '\u2028',
    '%',
    '..',
    'a/b',
    "'",
  ],
  ...['2017-13', '2017-00', '0000-00', '2017-02-30T00:00:00Z', '+999999-01-01T00:00:00Z', '1899', '99999'],
  ...['00000000-0000-0000-0000-000000000000', 'alias:x:y', 'alias::', 'all', '__proto__', 'constructor', '𝔘'],
  ...['MQ', 'MTAwMA', '9'.repeat(400), 'true', '[object Object]', '{"a":1}', ';', 'a,b', '\ud800'],
];

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  maxLength?: number;
  minLength?: number;
}

/** Draws values that a schema of the document allows; what only the rules of the field know it gets wrong. */
export function drawnFrom(schema: Schema, resolve: (ref: string) => Schema): fc.Arbitrary<unknown> {
  const draw = (inner: Schema) => drawnFrom(inner, resolve);
  if (schema.$ref) return draw(resolve(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(draw));
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, draw(each)]);
      return fc.record(Object.fromEntries(properties), { requiredKeys: schema.required ?? [] } as never);
    }
    case 'array':
      return fc.array(draw(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(3, schema.minItems ?? 0)),
      });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 3000 });
    case 'number':
      return fc.double({ noNaN: true, min: -1e9, max: 1e9 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.oneof(
        fc.constantFrom('2017-06', '2017-06-30', 'park', 'output', '50.6', '说明', '2017-08-01T00:00:00Z'),
        fc.string({ maxLength: Math.min(schema.maxLength ?? 30, 30), unit: 'binary' }),
      );
  }
}

/** Bodies made of a good one: something in it replaced, left out, added, doubled; or drawn from the schema. */
export function bodyOf(
  sample: unknown,
  schema: Schema | null,
  resolve: (ref: string) => Schema,
): fc.Arbitrary<string> {
  const hostile = fc.constantFrom(...HOSTILE).map((text) => new Raw(text));
  const places = placesOf(sample);
  const place = fc.constantFrom(...(places.length > 0 ? places : [[]]));
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(place, hostile).map(([at, value]) => write(changed(sample, at, value))),
    },
    { weight: 1, arbitrary: place.map((at) => write(changed(sample, at, undefined))) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('extra', '__proto__', 'constructor', '长', ''), hostile)
        .map(([name, value]) => write(sample).replace(/^\{/, `{${JSON.stringify(name)}:${value.text},`)),
    },
    {
      weight: 1,
      arbitrary: fc.constant(
        write(sample).replace(/^\{("[^"]*":)/, (head, name: string) => `{${name}1,${head.slice(1)}`),
      ),
    },
    { weight: 1, arbitrary: hostile.map(({ text }) => text) },
    ...(schema ? [{ weight: 3, arbitrary: drawnFrom(schema, resolve).map(write) }] : []),
  );
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const here = [...at, Array.isArray(value) ? Number(name) : name];
    return [here, ...placesOf(each, here)];
  });
}

function changed(value: unknown, [first, ...rest]: Place, to: unknown): unknown {
  if (first === undefined) return to;
  if (Array.isArray(value))
    return value.map((each, index) => (index === first ? changed(each, rest, to) : each));
  const entries = Object.entries(value as object).flatMap(([name, each]): [string, unknown][] => {
    if (name !== first) return [[name, each]];
    return rest.length === 0 && to === undefined ? [] : [[name, changed(each, rest, to)]];
  });
  return Object.fromEntries(entries);
}
