import { startApi } from '@xushi/api';
import { startEvaluator } from '@xushi/evaluator';
import { startNotifier } from '@xushi/notifier';
import { startReporter } from '@xushi/reporter';
import { startScheduler } from '@xushi/scheduler';
import { backends, openInstallation } from '@xushi/testing';
import t, { type Test } from 'tap';
import { type Ears, openEars, openMailServer } from './channels.js';
import { compareAlerts, compareEvaluations } from './compare-api.js';
import { compareReport } from './compare-report.js';
import { compareMails, compareSheets, compareWebhooks } from './compare-told.js';
import { monthlyTickOf, periodName, periodOf } from './days.js';
import { KINDS } from './draw.js';
import { WORST_FIRST } from './oracle.js';
import { type Prediction, predict } from './predict.js';
import { Random, seedOfRun } from './random.js';
import { ask, type Call, callOver, drawWorld, setUp, sheetsOf, type World } from './world.js';

const seed = seedOfRun();

for (const backend of backends()) {
  t.test(`all services, rung for over ${backend}, over the monthly tick`, async (t) => {
    t.comment(`› XUSHI_TEST_SEED=${seed} repeats this run on ${backend}`);
    const random = new Random(seed);
    const decks = { kind: random.deck(KINDS), light: random.deck(WORST_FIRST) };
    const month = random.whole(1, 12);
    const world = drawWorld(random, decks, { month, parks: 3, cases: 6, beforeDeadline: true });
    // One backend mails through a server, the other writes files.
    const mailServer = backend === 'postgres' ? await openMailServer(t) : null;
    const { context, dataDir } = await openInstallation(t, {
      at: world.at,
      backend,
      env: { XUSHI_WEBHOOK_ALLOW: '127.0.0.0/8', ...(mailServer ? { SMTP_URL: mailServer.url } : {}) },
    });
    for (const start of [startEvaluator, startNotifier, startReporter, startScheduler]) {
      const running = await start(context);
      t.teardown(() => running.stop());
    }
    const api = await startApi(context);
    t.teardown(() => api.stop());
    const call = callOver(api.url);

    await setUp(call, world);
    const silent = world.parks.pop();
    const ears = await openEars(t, {
      ...{ call, dataDir, org: world.county.key },
      ...(mailServer ? { taken: mailServer.taken } : {}),
    });
    for (const park of world.parks) {
      for (const { body, dueAt, late } of sheetsOf(world, park)) {
        t.match(await ask(call, 'POST', '/v1/submissions', body), { state: 'accepted', dueAt, late });
        await settled(call);
      }
    }
    const predictions = predict(world);
    await compareEvaluations(t, { call, world, predictions });
    await compareAlerts(t, { call, world, predictions });
    compareWebhooks(t, { ears, world, predictions });
    compareSheets(t, { ears, world, predictions });
    await compareMails(t, { ears, world, predictions });

    const tick = monthlyTickOf(world.year, world.month);
    await ask(call, 'PUT', '/v1/clock', { now: `${tick}T08:59:59+08:00` });
    await settled(call);
    t.same(listsOf(ears), [], 'no list before its time');
    await ask(call, 'PUT', '/v1/clock', { now: `${tick}T12:00:00+08:00` });
    await settled(call);
    await compareLists(t, { ears, world, predictions, tick, silent: silent?.name ?? '' });
    for (const park of world.parks) {
      const id = await reportOf(t, { ears, world, name: park.name });
      await compareReport(t, {
        call,
        id,
        world,
        predictions: predictions.filter((prediction) => prediction.park === park),
      });
    }
  });
}

/** Asks for the clock until all that was due is done. Every answer takes its time: nothing sleeps. */
async function settled(call: Call): Promise<void> {
  for (;;) {
    const clock = await ask<{ settled: boolean }>(call, 'GET', '/v1/clock');
    if (clock.settled) return;
  }
}

interface List {
  on: string;
  period: string;
  orgName: string;
  lines: { reason: string; light: string | null; indicatorName: string | null; message: string }[];
}

const listsOf = (ears: Ears): List[] =>
  ears.told.filter(({ type }) => type === 'dispatch.list').map(({ data }) => data.list as List);

/** 月调度清单: red, and orange in its second period; who did not report. By webhook and by mail, an empty one too. */
async function compareLists(
  t: Test,
  of: { ears: Ears; world: World; predictions: Prediction[]; tick: string; silent: string },
) {
  const { ears, world, predictions, tick, silent } = of;
  const lists = listsOf(ears);
  const mails = (await ears.mails()).filter(({ subject }) => subject.startsWith('【月调度清单】'));
  t.equal(lists.length, world.parks.length + 1);
  t.equal(mails.length, lists.length);
  for (const name of [...world.parks.map((park) => park.name), silent]) {
    const list = lists.find(({ orgName }) => orgName === name);
    const expected = name === silent ? ['notReported'] : expectedLines(predictions, name);
    t.match(list, { on: tick, period: periodOf(world.year, world.month) });
    const lines = list?.lines.map(({ reason, indicatorName }) =>
      [reason, indicatorName ?? []].flat().join(' '),
    );
    t.same(lines?.sort(), expected.sort(), `the list of ${name}`);
    const mail = mails.find(({ subject }) => subject.includes(name));
    const count = expected.length === 0 ? '无滞后事项' : `${expected.length}项`;
    t.ok(mail?.subject.endsWith(count), `${mail?.subject} says ${count}`);
    t.ok(mail?.text.includes(periodName(world.year, world.month)));
    for (const line of list?.lines ?? []) t.ok(mail?.text.includes(line.message), line.message);
  }
}

function expectedLines(predictions: Prediction[], park: string): string[] {
  return predictions
    .filter((prediction) => prediction.park.name === park)
    .flatMap(({ one, transitions, verdicts }) => {
      const last = transitions.at(-1);
      if (last?.life.state !== 'open') return [];
      if (last.light === 'red') return [`red ${one.name}`];
      // In its second period: the judged one before it was orange or red, too.
      const before = [...verdicts]
        .filter(([month, verdict]) => month < last.month && verdict.light)
        .at(-1)?.[1];
      const again = before?.light === 'orange' || before?.light === 'red';
      return last.light === 'orange' && again ? [`orangeAgain ${one.name}`] : [];
    });
}

/** The id of a park's report, as its mail and its webhook name it. */
async function reportOf(t: Test, of: { ears: Ears; world: World; name: string }): Promise<string> {
  const { ears, world, name } = of;
  const told = ears.told
    .filter(({ type }) => type === 'report.ready')
    .map(({ data }) => data.report as { id: string; orgName: string; period: string })
    .filter(({ orgName }) => orgName === name);
  t.match(told, [{ period: periodOf(world.year, world.month) }]);
  const mails = (await ears.mails()).filter(
    ({ subject, text }) => subject.startsWith('【材料已生成】') && text.includes(`单位：${name}\n`),
  );
  t.equal(mails.length, 1, `one mail on the report of ${name}`);
  const id = /编号：(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
  t.equal(id, told[0]?.id, 'mail and webhook name the same report');
  return id;
}
