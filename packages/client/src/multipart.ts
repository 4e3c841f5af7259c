/** A file to send. */
export interface Upload {
  name: string;
  /** Its media type. */
  type: string;
  /** How many bytes `pieces` makes. */
  size: number;
  /** Its bytes from the start; asked for anew on every try. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** No line of a workbook or table reads like this. */
const BOUNDARY = '----xushi-0f3a6d1e9b7c4258a1d0c6e4b8f29375';

/**
 * A form with a file (RFC 7578), the words before it. It is the same to the byte on every try, so that it is the same
 * request under its idempotency key.
 */
export function multipartOf(file: Upload, fields: Readonly<Record<string, string>>) {
  const words = Object.entries(fields).map(
    ([name, text]) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${text}\r\n`,
  );
  const head = Buffer.from(
    `${words.join('')}--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${quoted(file.name)}"\r\ncontent-type: ${file.type}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': String(head.length + file.size + tail.length),
    },
    async *body(): AsyncGenerator<Uint8Array> {
      yield head;
      yield* file.pieces();
      yield tail;
    },
  };
}

/** A name inside quotes, as forms write it. */
const quoted = (name: string): string =>
  name.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
