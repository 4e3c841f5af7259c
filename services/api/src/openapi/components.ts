import { isDeepStrictEqual } from 'node:util';

/** A part of the document. */
export type Json = Record<string, unknown>;

/**
 * Takes every shape with a title out into the components, under its title, and refers to it. Throws where two shapes
 * that differ have one title.
 */
export class Components {
  readonly schemas: Record<string, Json> = {};

  /** The shape as the document holds it: plain JSON, with references. */
  place(schema: object): Json {
    return this.#walk(JSON.parse(JSON.stringify(schema))) as Json;
  }

  #walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#walk(each));
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, name === 'enum' ? each : this.#walk(each)]),
    );
    const { title, ...schema } = inner;
    if (typeof title !== 'string') return inner;
    const known = this.schemas[title];
    if (known && !isDeepStrictEqual(known, schema)) throw new Error(`two shapes are called ${title}`);
    this.schemas[title] = schema;
    return { $ref: `#/components/schemas/${title}` };
  }
}
