import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import type { Test } from 'tap';
import { ask, type Call } from './world.js';

/** The ends of the channels: what a person's mail program and another system's receiver get to see. */

export interface Told {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

export interface Ears {
  /** Webhooks in order of arrival, each with its signature verified. */
  told: Told[];
  /** Why a webhook was not what the library wants; empty where all were. */
  refused: unknown[];
  /** Mails so far, as a mail program reads them: those a mail server took, else those written as files. */
  mails(): Promise<{ subject: string; text: string; html: string }[]>;
}

/** A mail server that keeps what it takes, byte by byte. */
export async function openMailServer(t: Test): Promise<{ url: string; taken: Buffer[] }> {
  const taken: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      taken.push(Buffer.concat(chunks));
      done();
    },
  });
  // A client that hangs up when the test is over is no fault of the server.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken };
}

/** Registers a mail receiver and a webhook receiver at an org. */
export async function openEars(
  t: Test,
  of: { call: Call; dataDir: string; org: string; taken?: Buffer[] },
): Promise<Ears> {
  const { call, dataDir, org } = of;
  const told: Told[] = [];
  const refused: unknown[] = [];
  let secret = '';
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      const headers = request.headers as Record<string, string>;
      told.push(new Webhook(secret).verify(Buffer.concat(chunks).toString('utf8'), headers) as Told);
    } catch (fault) {
      refused.push(fault);
    }
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  const made = await ask<{ secret: string }>(call, 'POST', '/v1/receivers', {
    name: '市级平台',
    channel: 'webhook',
    url: `http://127.0.0.1:${port}/hook`,
    org,
    kinds: ['indicatorLagging', 'submission.evaluated', 'dispatch.list', 'report.ready'],
  });
  secret = made.secret;
  await ask(call, 'POST', '/v1/receivers', {
    name: '指挥部',
    channel: 'email',
    to: 'office@example.cn',
    org,
  });
  return {
    told,
    refused,
    async mails() {
      const parsed = await Promise.all(
        (of.taken ?? filesIn(join(dataDir, 'mail'))).map((raw) => PostalMime.parse(raw)),
      );
      return parsed.map(({ subject = '', text = '', html = '' }) => ({ subject, text, html }));
    },
  };
}

function filesIn(folder: string): Buffer[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return names.map((name) => readFileSync(join(folder, name)));
}
