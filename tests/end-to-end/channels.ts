import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
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
  /** Mails written so far, as a mail program reads them. */
  mails(): Promise<{ subject: string; text: string; html: string }[]>;
}

/** Registers a mail receiver and a webhook receiver at an org. */
export async function openEars(t: Test, of: { call: Call; dataDir: string; org: string }): Promise<Ears> {
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
      const folder = join(dataDir, 'mail');
      if (!existsSync(folder)) return [];
      const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
      const parsed = await Promise.all(
        files.map((name) => PostalMime.parse(readFileSync(join(folder, name)))),
      );
      return parsed.map(({ subject = '', text = '', html = '' }) => ({ subject, text, html }));
    },
  };
}
