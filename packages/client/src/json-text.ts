/**
 * JSON that is sent as it is written. A body that comes from a file keeps every digit of its numbers, which a number
 * of the language would not.
 */
export class JsonText {
  constructor(readonly text: string) {}
}

/** What goes over the wire for a body. */
export const jsonOf = (body: unknown): string =>
  body instanceof JsonText ? body.text : JSON.stringify(body);
