import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Channel,
  createAddressGuard,
  createReceiver,
  createSecretBox,
  createSender,
  createWebhookChannel,
  planDeliveries,
  type ReceiverInput,
} from '@xushi/delivery';
import { openEmbeddedPostgres } from '@xushi/embedded';
import { appendEvents, drain, type NewEvent, type Reactor, SYSTEM_CAUSE, type Unit } from '@xushi/events';
import { createLog, createMetrics, type WallClock } from '@xushi/platform';
import { bootstrapDatabase, connect, migrateDatabase, openStore, type Store, tables } from '@xushi/store';
import type { Test } from 'tap';

const SECRET_KEY = 'a secret key for tests';
export const log = createLog({ level: 'silent', name: 'test' });

/** One server per test file, one migrated database that each test gets a copy of. */
export async function openDatabases(t: Test): Promise<(t: Test) => Promise<Store>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xushi-delivery-'));
  const server = await openEmbeddedPostgres({ dataDir, fsync: false });
  t.teardown(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const urlOf = (database: string) =>
    Object.assign(new URL(server.adminUrl), { pathname: `/${database}` }).href;
  const admin = connect(server.adminUrl, { max: 1, name: 'test' });
  await admin.unsafe('CREATE DATABASE template_delivery');
  await bootstrapDatabase({ url: urlOf('template_delivery'), secretKey: SECRET_KEY });
  await migrateDatabase({ url: urlOf('template_delivery'), secretKey: SECRET_KEY });
  await admin.end();
  let count = 0;
  return async (test) => {
    const name = `delivery_${++count}`;
    const creator = connect(server.adminUrl, { max: 1, name: 'test' });
    await creator.unsafe(`CREATE DATABASE ${name} TEMPLATE template_delivery`);
    await creator.end();
    const store = await openStore({
      url: urlOf(name),
      secretKey: SECRET_KEY,
      apiConnections: 2,
      workerConnections: 8,
    });
    test.teardown(() => store.close());
    return store;
  };
}

/** A small installation: county (1) above park (2); its clocks stand until they are moved. */
export async function openOffice(store: Store) {
  let now = new Date('2017-12-08T09:00:00+08:00');
  let wallNow = new Date();
  const wall: WallClock = { now: () => wallNow };
  const reactors: Reactor[] = [planDeliveries({ log })];
  const unitOf = (tx: Unit['tx']): Unit => ({
    tx,
    now,
    wallNow,
    timeZone: 'Asia/Shanghai',
    catalogue: '',
    cause: SYSTEM_CAUSE,
    newId: () => randomUUID(),
    append: (events) => appendEvents(tx, events, { reactors, at: now, wallNow, cause: SYSTEM_CAUSE }),
  });
  const work = <T>(run: (unit: Unit) => Promise<T>) => store.work((tx) => run(unitOf(tx)));
  const guard = createAddressGuard({ allow: ['127.0.0.0/8'] });
  const secretBox = createSecretBox({ secretKey: SECRET_KEY });
  await store.work(async (tx) => {
    await tx.insert(tables.org).values([
      { id: 1, key: 'shuangpai', name: '双牌县', level: 'county' },
      { id: 2, key: 'shuangpai-park', name: '双牌工业集中区', level: 'park' },
    ]);
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
      [2, 2],
    ];
    await tx
      .insert(tables.orgClosure)
      .values(pairs.map(([ancestorId = 0, descendantId = 0]) => ({ ancestorId, descendantId })));
  });
  return {
    work,
    scoped: <T>(orgId: number, run: (unit: Unit) => Promise<T>) =>
      store.scoped({ orgId }, (tx) => run(unitOf(tx))),
    wall,
    guard,
    secretBox,
    now: () => now,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    advanceWall: (ms: number) => {
      wallNow = new Date(wallNow.getTime() + ms);
    },
    receive: (input: Partial<ReceiverInput>) =>
      work((unit) =>
        createReceiver(
          unit,
          { name: '指挥部', orgId: 1, channel: input.to ? 'email' : 'webhook', ...input },
          { secretBox, guard },
        ),
      ),
    async happen(...events: NewEvent[]) {
      await work((unit) => unit.append(events));
      await drain(
        {
          work,
          ringLater: () => undefined,
          reportFailure: (_reactor, _event, fault) => {
            throw fault;
          },
        },
        reactors,
      );
    },
    sender: (options: { channels?: Channel[]; random?: () => number } = {}) =>
      createSender({
        work,
        channels: options.channels ?? [createWebhookChannel({ guard, wall, timeoutMs: 500 })],
        secretBox,
        wall,
        log,
        metrics: createMetrics(),
        concurrency: 4,
        random: options.random ?? (() => 0.5),
      }),
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

export interface Received {
  headers: Record<string, string>;
  body: string;
}

/** An HTTP server on loopback that keeps what it was sent and answers as told. */
export async function openReceiver(
  t: Test,
  answer: (request: { number: number; message: IncomingMessage; response: ServerResponse }) => void,
): Promise<{ url: string; received: Received[]; server: Server }> {
  const received: Received[] = [];
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      received.push({
        headers: message.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      answer({ number: received.length, message, response });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, received, server };
}

export const ALERT_ID = '5f0c7f0e-6c3c-4f43-9a3e-0d8d4f4f0001';

/** An event of the park's alert on industrial concentration. */
export function alertEvent(reason: string, change: Record<string, unknown> = {}): NewEvent {
  return {
    type: `alert.${reason}`,
    orgId: 2,
    payload: {
      alert: {
        id: ALERT_ID,
        kind: 'indicatorLagging',
        org: 'shuangpai-park',
        orgName: '双牌工业集中区',
        indicator: 'industrial-concentration',
        indicatorName: '工业集中度',
        measure: 'value',
        light: 'red',
        lightName: '红灯（严重滞后）',
        state: 'open',
        level: 'monthly',
        period: '2017-11',
        periodName: '2017年1—11月',
        title: '双牌工业集中区 工业集中度 低于年度目标10.19个百分点',
        message: '1—11月，工业集中度69.81%，低于年度目标10.19个百分点。',
        explanation: '69.81 − 80 = −10.19个百分点',
        figure: '69.81',
        target: '80',
        gapText: '低于年度目标10.19个百分点',
        gap: '-10.19',
        paceGap: null,
        unit: '%',
        openedAt: '2017-12-08T01:00:00.000Z',
        changedAt: '2017-12-08T01:00:00.000Z',
        ...change,
      },
      transition: { reason },
    },
  };
}
