import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { Problem } from '@xushi/protocol';
import Fastify, { type FastifyRequest } from 'fastify';
import t from 'tap';
import { formWithFile, type UploadedForm } from '../src/multipart.js';

const MB = 1024 * 1024;
const TYPE = 'multipart/form-data; boundary=line';

/** A server that takes a form and says what it read, or the code of what is wrong with it. */
async function openForm(t: { teardown(run: () => unknown): void }) {
  const server = Fastify({ bodyLimit: MB });
  const form = formWithFile(['org', 'period']);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser([...form.types], (request: FastifyRequest, payload: IncomingMessage) =>
    form.read(request, payload),
  );
  server.setErrorHandler((fault, _request, reply) => {
    if (!(fault instanceof Problem)) return reply.code(500).send({ code: String(fault) });
    const faults = fault.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    return reply.code(fault.status).send({ code: fault.code, faults });
  });
  server.post('/', async ({ body }) => {
    const { file, fields } = body as UploadedForm;
    return {
      name: file.name,
      text: file.bytes.toString('latin1').slice(0, 100),
      size: file.bytes.length,
      fields,
    };
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => server.close());
  const send = async (body: FormData | string, type?: string) => {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: type ? { 'content-type': type } : {},
    });
    return { status: answer.status, ...((await answer.json()) as { code?: string }) };
  };
  return { server, send };
}

const formOf = (...parts: [name: string, value: string | Blob, filename?: string][]): FormData => {
  const form = new FormData();
  for (const [name, value, filename] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, filename);
  }
  return form;
};
const file = (bytes: string | Uint8Array<ArrayBuffer> = 'a,b\r\n--line\r\n1,2') => new Blob([bytes]);

t.test('a form with its file and its texts, whatever it is called and however it is cut', async (t) => {
  const { send, server } = await openForm(t);
  t.strictSame(
    await send(formOf(['period', '2017-11'], ['file', file(), '报表 11月.csv'], ['org', '园区'])),
    {
      ...{ status: 200, name: '报表 11月.csv', text: 'a,b\r\n--line\r\n1,2', size: 16 },
      fields: { org: '园区', period: '2017-11' },
    },
  );
  t.match(await send(formOf(['file', file(''), 'C:\\temp\\empty.csv'])), {
    status: 200,
    name: 'empty.csv',
    size: 0,
  });
  t.match(await send(formOf(['file', file(new Uint8Array(10 * MB)), 'x'])), { status: 200, size: 10 * MB });
  const text =
    '--line\r\nContent-Disposition: form-data; name="org"\r\n\r\npark\r\n' +
    '--line\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1\r\n--lin\r\n2\r\n--line--\r\n';
  const { port } = server.server.address() as { port: number };
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (piece) => {
      said += piece;
    });
    socket.on('close', () => resolve(said));
    socket.setNoDelay(true);
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${TYPE}\r\ncontent-length: ${text.length}\r\n\r\n`,
    );
    // A byte at a time: every line is cut at every place.
    const [first = '', ...rest] = text;
    const next = (byte: string): unknown =>
      socket.write(byte, () => {
        const following = rest.shift();
        if (following !== undefined) setImmediate(next, following);
      });
    next(first);
  });
  t.match(answer, /"text":"1\\r\\n--lin\\r\\n2".*"org":"park"/);
});

t.test('what does not fit is refused at its field, all of it at once', async (t) => {
  const { send } = await openForm(t);
  const refusals: [FormData, string[]][] = [
    [formOf(['org', 'park']), ['/file fileNeeded']],
    [formOf(['file', file(), 'a'], ['file', file(), 'b'], ['file', file(), 'c']), ['/file oneFileOnly']],
    [
      formOf(['org', 'a'], ['org', 'b'], ['other', 'x'], ['more', file(), 'x'], ['period', 'a\0']),
      [
        '/org memberTwice',
        '/other unknownField',
        '/more unknownField',
        '/period textNotStorable',
        '/file fileNeeded',
      ],
    ],
  ];
  for (const [form, faults] of refusals)
    t.strictSame(await send(form), { status: 422, code: 'invalid', faults });
});

t.test('what is too large or too much is refused, and the sender hears why', async (t) => {
  const { send } = await openForm(t);
  const many = Array.from({ length: 21 }, (_, at): [string, string] => [`f${at}`, '']);
  const refusals: [FormData, number, string][] = [
    [formOf(['file', file(new Uint8Array(10 * MB + 1)), 'x']), 413, 'fileTooLarge'],
    [formOf(['file', file(new Uint8Array(30 * MB)), 'x']), 413, 'fileTooLarge'],
    [
      formOf(['file', file(new Uint8Array(8 * MB)), 'x'], ['more', file(new Uint8Array(8 * MB)), 'y']),
      413,
      'bodyTooLarge',
    ],
    [formOf(['org', 'x'.repeat(64 * 1024 + 1)]), 400, 'bodyTooComplex'],
    [formOf(...many), 400, 'bodyTooComplex'],
  ];
  for (const [form, status, code] of refusals) t.match(await send(form), { status, code }, code);
});

t.test('what is no form is refused', async (t) => {
  const { send, server } = await openForm(t);
  const part = '--line\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n1\r\n';
  for (const [body, type] of [
    ['', TYPE],
    ['{}', TYPE],
    [part, TYPE],
    ['--line\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n', TYPE],
    [`--line\r\n${'x: y\r\n'.repeat(100_000)}`, TYPE],
    [`${part}--line--`, 'multipart/form-data'],
    [`${part}--line--`, 'multipart/form-data; boundary='],
  ] as const) {
    const { status, code } = await send(body, type);
    t.ok(status === 400 && code === 'formBroken', `${type} ${body.slice(0, 30)} ${code}`);
  }
  // Without a name nothing can be done with a part.
  t.match(await send('--line\r\nx: y\r\n\r\n1\r\n--line--\r\n', TYPE), { status: 422, code: 'invalid' });
  const { port } = server.server.address() as { port: number };
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${TYPE}\r\ncontent-length: 9999\r\n\r\n${part}`,
        () => socket.destroy(),
      ),
    );
    socket.on('close', () => resolve());
  });
  t.match(await send(formOf(['file', file(), 'x'])), { status: 200 }, 'a sender who hangs up harms nobody');
});
