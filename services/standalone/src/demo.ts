import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient, type Operation, type RowOf } from '@xushi/client';
import { makeFolder } from '@xushi/platform';
import type { Context } from '@xushi/runtime';
import {
  loadCalendars,
  loadCatalogue,
  loadPlace,
  loadReferences,
  type PlaceSeeds,
  readSeeds,
  submitFigures,
} from '@xushi/seeds';
import type { DemoReceiver } from './demo-receiver.js';
import {
  hasOrgs,
  LOOK_EVERY_MS,
  moveClock,
  notePlace,
  seededPlaces,
  settled,
  withSeedingKey,
} from './seeding.js';
import { evaluationTable } from './show.js';

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
 * taken up where it stopped. Answers false where the main job was shown and something of it was missing.
 */
export async function replaySeeds(options: DemoOptions): Promise<boolean> {
  const { context, print } = options;
  const done = await seededPlaces(context);
  const seeds = readSeeds();
  const left = seeds.places.filter(({ place }) => !done.includes(place.key));
  if (done.length === 0 && (await hasOrgs(context))) {
    print('  已有数据，不装载示例 / data is there already: the seeds stay out');
    return true;
  }
  if (left.length === 0) {
    print(`  示例数据已装载（${done.length} 个地方）/ the seeds are loaded already`);
    return true;
  }
  return withSeedingKey(context, async (key) => {
    let whole = true;
    const client = createClient({ url: options.url, key });
    const years = await loadCalendars(client);
    await loadCatalogue(client, seeds.catalogue);
    print(`  工作日历 ${years} 年、指标 ${seeds.catalogue.length} 项 / calendars and catalogue`);
    for (const seed of left) {
      const outcome = await replayPlace({ ...options, client, seed });
      if (outcome === 'tooEarly') break;
      if (outcome === 'incomplete') whole = false;
      await notePlace(context, seed.place.key);
    }
    return whole;
  });
}

/** Loads one place; `tooEarly` where the clock has not come that far and is not ours to move. */
async function replayPlace(
  options: DemoOptions & { client: Client; seed: PlaceSeeds },
): Promise<'loaded' | 'tooEarly' | 'incomplete'> {
  const { client, seed, print, clockIsOurs } = options;
  const { place } = seed;
  const simulated = options.context.config.clock.kind === 'simulated';
  if (simulated && clockIsOurs) await moveClock(client, place.clock);
  const { now } = await client.get('/v1/clock');
  if (new Date(now) < new Date(place.clock)) {
    print(
      `  ${place.document.title}：业务时钟未到 ${place.clock.slice(0, 10)} / the clock has not come that far`,
    );
    return 'tooEarly';
  }
  const monthLater = new Date(place.clock).getTime() + 31 * 24 * 3600 * 1000;
  const asHistory = new Date(now).getTime() > monthLater;
  await loadPlace(client, seed);
  const shown = place.key === SHOWN.place && !asHistory;
  if (shown) await registerReceivers(client, options.receiver);
  const sheets = await submitFigures(client, seed, { asHistory });
  await loadReferences(client, seed);
  await settled(client);
  print(
    `  ${place.clock.slice(0, 10)}  ${place.document.title}：单位 ${seed.orgs.length}、目标 ${seed.targets.length}、数据 ${seed.figures.length}（${sheets} 张表）`,
  );
  if (shown && !(await showMainJob(options))) return 'incomplete';
  return 'loaded';
}

/** A mailbox and a webhook of the county's command centre. What a start that was cut short registered is used again. */
async function registerReceivers(client: Client, receiver: DemoReceiver): Promise<void> {
  const names = { mail: '双牌指挥部邮箱（示例）', webhook: '双牌指挥部系统（示例）' };
  const known = await client.get('/v1/receivers');
  if (!known.data.some((entry) => entry.name === names.mail)) {
    await client.post('/v1/receivers', {
      name: names.mail,
      channel: 'email',
      to: 'zhihuibu@shuangpai.example',
      org: SHOWN.county,
    });
  }
  if (known.data.some((entry) => entry.id === receiver.id)) return;
  for (const left of known.data.filter((entry) => entry.name === names.webhook && entry.address !== '')) {
    await client.remove('/v1/receivers/{id}', { params: { id: left.id } });
  }
  const made = await client.post('/v1/receivers', {
    name: names.webhook,
    channel: 'webhook',
    url: receiver.url,
    org: SHOWN.county,
  });
  if (!('secret' in made) || made.secret === undefined) throw new Error('the webhook’s secret was not shown');
  receiver.registered({ id: made.id, secret: made.secret });
}

/** Shows what came of the park's month. False where something of it is missing. */
async function showMainJob(options: DemoOptions & { client: Client }): Promise<boolean> {
  const { client, print, receiver, context } = options;
  const report = await reportOf(client);
  const now = await settled(client);
  const told = await toldOf(client, receiver);
  const { data: rows } = await client.get('/v1/evaluations', {
    query: { org: SHOWN.park, period: SHOWN.period },
  });
  const { data: alerts } = await client.get('/v1/alerts', { query: { under: SHOWN.county, state: 'open' } });
  const folder = join(context.config.dataDir, 'reports');
  const path = join(folder, `${SHOWN.park}-${SHOWN.period}.html`);
  makeFolder(folder);
  const params = { id: report, format: 'html' } as const;
  const html = await client.download('/v1/reports/{id}/report.{format}', { params });
  writeFileSync(path, await html.bytes());

  print('');
  print(`  ── 双牌工业集中区 2017年1—11月（业务时钟 ${now.slice(0, 10)}）──`);
  for (const line of evaluationTable(rows)) print(`  ${line}`);
  print('');
  print(`  预警 ${alerts.length} 条 / warnings: ${alerts.length}`);
  for (const alert of alerts) print(`    ${alert.title}\n    ${alert.message}`);
  print(`  邮件 / mail: ${told.mail ? mailPlace(context, told.mail) : '未送出 / not sent'}`);
  print(
    told.webhook
      ? `  webhook：已收到并验签 / received and verified: ${told.webhook.type}, webhook-id ${told.webhook.id}`
      : `  webhook：未收到 / not received (refused: ${receiver.refused})`,
  );
  print(`  调度会材料 / report: ${path}`);
  print(`              ${context.config.publicUrl}/v1/reports/${report}/report.html`);
  print('');
  return alerts.length === 1 && told.mail !== null && told.webhook !== null;
}

/** The park's report: the one that was asked for already, or a new one. */
async function reportOf(client: Client): Promise<string> {
  const known = await client.get('/v1/reports', { query: { org: SHOWN.park, period: SHOWN.period } });
  const there = known.data.find((entry) => entry.state !== 'failed');
  if (there) return there.id;
  const body = { org: SHOWN.park, period: SHOWN.period };
  return (await client.post('/v1/reports', body)).id;
}

type Delivery = RowOf<Operation<'/v1/deliveries', 'get'>>;

/** A sender that was killed at work holds its deliveries for a minute; then another takes them. */
const TOLD_WITHIN_MS = 120_000;

/** Mail and webhook of the warning, once both are delivered; null for one that does not come. */
async function toldOf(
  client: Client,
  receiver: DemoReceiver,
): Promise<{ mail: Delivery | null; webhook: Delivery | null }> {
  const end = performance.now() + TOLD_WITHIN_MS;
  for (;;) {
    const { data } = await client.get('/v1/deliveries');
    const warnings = data.filter((entry) => entry.type === 'alert.raised');
    const delivered = warnings.filter((entry) => entry.state === 'delivered');
    const webhook = delivered.find((entry) => entry.receiver === receiver.id) ?? null;
    const mail = delivered.find((entry) => entry.receiver !== receiver.id) ?? null;
    const pending = warnings.some((entry) => entry.state === 'pending');
    if ((mail && webhook) || !pending || performance.now() > end) return { mail, webhook };
    await pause(LOOK_EVERY_MS);
  }
}

/** Where the mail lies, or which server took it. */
function mailPlace(context: Context, mail: Delivery): string {
  const said = mail.attempts.at(-1)?.response ?? '';
  return said.endsWith('.eml') ? join(context.config.dataDir, 'mail', said) : said;
}
