import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from '@xushi/client';
import type { Context } from '@xushi/runtime';
import {
  loadCalendars,
  loadCatalogue,
  loadPlace,
  type PlaceSeeds,
  readSeeds,
  submitFigures,
} from '@xushi/seeds';
import type { DemoReceiver } from './demo-receiver.js';
import { hasOrgs, moveClock, notePlace, seededPlaces, settled, withSeedingKey } from './seeding.js';
import { evaluationTable, type ShownEvaluation } from './show.js';

/** The place whose month is shown in full. */
const SHOWN = { place: 'shuangpai', county: 'shuangpai', park: 'shuangpai-park', period: '2017-11' };

export interface DemoOptions {
  context: Context;
  url: string;
  receiver: DemoReceiver;
  /** Whether XUSHI_CLOCK was left to us: then the clock goes from one document's date to the next. */
  clockIsOurs: boolean;
  print(line: string): void;
}

/**
 * Replays the seeds through the public interface into an empty installation, as far as the business clock allows,
 * and shows the main job on 双牌's month. What an earlier start has loaded is left alone; one that was cut short is
 * taken up where it stopped.
 */
export async function replaySeeds(options: DemoOptions): Promise<void> {
  const { context, print } = options;
  const done = await seededPlaces(context);
  const seeds = readSeeds();
  const left = seeds.places.filter(({ place }) => !done.includes(place.key));
  if (done.length === 0 && (await hasOrgs(context))) {
    print('  已有数据，不装载示例 / data is there already: the seeds stay out');
    return;
  }
  if (left.length === 0) {
    print(`  示例数据已装载（${done.length} 个地方）/ the seeds are loaded already`);
    return;
  }
  await withSeedingKey(context, async (key) => {
    const client = createClient({ url: options.url, key });
    const years = await loadCalendars(client);
    await loadCatalogue(client, seeds.catalogue);
    print(`  工作日历 ${years} 年、指标 ${seeds.catalogue.length} 项 / calendars and catalogue`);
    for (const seed of left) {
      if (!(await replayPlace({ ...options, client, seed }))) break;
      await notePlace(context, seed.place.key);
    }
  });
}

/** Loads one place. False where the clock has not come that far and is not ours to move. */
async function replayPlace(options: DemoOptions & { client: Client; seed: PlaceSeeds }): Promise<boolean> {
  const { client, seed, print, clockIsOurs } = options;
  const { place } = seed;
  const simulated = options.context.config.clock.kind === 'simulated';
  if (simulated && clockIsOurs) await moveClock(client, place.clock);
  const { now } = await client.get<{ now: string }>('/v1/clock');
  if (new Date(now) < new Date(place.clock)) {
    print(
      `  ${place.document.title}：业务时钟未到 ${place.clock.slice(0, 10)} / the clock has not come that far`,
    );
    return false;
  }
  const monthLater = new Date(place.clock).getTime() + 31 * 24 * 3600 * 1000;
  const asHistory = new Date(now).getTime() > monthLater;
  await loadPlace(client, seed);
  const shown = place.key === SHOWN.place && !asHistory;
  if (shown) await registerReceivers(client, options.receiver);
  const sheets = await submitFigures(client, seed, { asHistory });
  await settled(client);
  print(
    `  ${place.clock.slice(0, 10)}  ${place.document.title}：单位 ${seed.orgs.length}、目标 ${seed.targets.length}、数据 ${seed.figures.length}（${sheets} 张表）`,
  );
  if (shown) await showMainJob(options);
  return true;
}

/** A mailbox and a webhook of the county's command centre. One left by a start that was cut short is replaced. */
async function registerReceivers(client: Client, receiver: DemoReceiver): Promise<void> {
  const names = { mail: '双牌指挥部邮箱（示例）', webhook: '双牌指挥部系统（示例）' };
  const known = await client.get<{ data: { id: string; name: string; address: string }[] }>('/v1/receivers');
  for (const left of known.data.filter((entry) => entry.name === names.webhook && entry.address !== '')) {
    await client.remove(`/v1/receivers/${left.id}`);
  }
  if (!known.data.some((entry) => entry.name === names.mail)) {
    await client.post('/v1/receivers', {
      name: names.mail,
      channel: 'email',
      to: 'zhihuibu@shuangpai.example',
      org: SHOWN.county,
    });
  }
  const made = await client.post<{ id: string; secret: string }>('/v1/receivers', {
    name: names.webhook,
    channel: 'webhook',
    url: receiver.url,
    org: SHOWN.county,
  });
  receiver.expect(made.secret);
}

async function showMainJob(options: DemoOptions & { client: Client }): Promise<void> {
  const { client, print, receiver, context } = options;
  const requested = await client.post<{ id: string }>('/v1/reports', {
    org: SHOWN.park,
    period: SHOWN.period,
  });
  const now = await settled(client);
  const { data: rows } = await client.get<{ data: ShownEvaluation[] }>(
    `/v1/evaluations?org=${SHOWN.park}&period=${SHOWN.period}`,
  );
  const { data: alerts } = await client.get<{
    data: { id: string; title: string; message: string; light: string; kind: string }[];
  }>(`/v1/alerts?under=${SHOWN.county}&state=open`);
  const { data: deliveries } = await client.get<{
    data: {
      id: string;
      receiver: string;
      state: string;
      type: string;
      attempts: { response: string | null }[];
    }[];
  }>('/v1/deliveries');
  const format = 'html';
  const path = join(context.config.dataDir, 'reports', `${SHOWN.park}-${SHOWN.period}.${format}`);
  mkdirSync(join(context.config.dataDir, 'reports'), { recursive: true });
  writeFileSync(path, await client.download(`/v1/reports/${requested.id}/report.${format}`));

  print('');
  print(`  ── 双牌工业集中区 2017年1—11月（业务时钟 ${now.slice(0, 10)}）──`);
  for (const line of evaluationTable(rows)) print(`  ${line}`);
  print('');
  print(`  预警 ${alerts.length} 条 / warnings: ${alerts.length}`);
  for (const alert of alerts) print(`    ${alert.title}\n    ${alert.message}`);
  const mails = deliveries.filter(
    (entry) =>
      entry.type.startsWith('alert.') && entry.attempts.some((attempt) => attempt.response?.includes('.eml')),
  );
  for (const mail of mails)
    print(`  邮件 / mail: ${join(context.config.dataDir, 'mail', mail.attempts.at(-1)?.response ?? '')}`);
  if (mails.length === 0) print(`  邮件 / mail: ${join(context.config.dataDir, 'mail')}`);
  const warning = receiver.received.find(({ message }) => message.type === 'alert.raised');
  print(
    warning
      ? `  webhook：已收到并验签 / received and verified: ${warning.message.type}, webhook-id ${warning.id}`
      : `  webhook：未收到 / not received (refused: ${receiver.refused})`,
  );
  print(`  调度会材料 / report: ${path}`);
  print(`              ${context.config.publicUrl}/v1/reports/${requested.id}/report.html`);
  print('');
}
