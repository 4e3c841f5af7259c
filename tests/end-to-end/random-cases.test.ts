import { openInstallation, type TestInstallation } from '@xushi/testing';
import t, { type Test } from 'tap';
import { setUpShuangpai } from '../shuangpai.js';
import { openEars } from './channels.js';
import { compareAlerts, compareEvaluations } from './compare-api.js';
import { compareReport } from './compare-report.js';
import { compareMails, compareSheets, compareWebhooks } from './compare-told.js';
import { KINDS } from './draw.js';
import { PLANS } from './draw-plan.js';
import { shuangpai } from './fixed-row.js';
import { WORST_FIRST } from './oracle.js';
import { type Prediction, predict } from './predict.js';
import { Random, seedOfRun } from './random.js';
import { ask, drawWorld, setUp, sheetsOf, type World } from './world.js';

const seed = seedOfRun();
const random = new Random(seed);
const WORLDS = 6;
/** Gaps at which one light ends and another begins. */
const BOUNDS = [0, -5, -10];
const MONTHS = [12, ...random.shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).slice(0, WORLDS - 1)];

t.test('drawn targets and figures come out of every channel as the oracle says', async (t) => {
  t.comment(`› XUSHI_TEST_SEED=${seed} repeats this run`);
  const decks = { kind: random.deck(KINDS), light: random.deck(WORST_FIRST) };
  const all: Prediction[] = [];
  await t.test('双牌 2017年1—11月', async (t) => {
    const judged = await compareWorld(t, shuangpai(), setUpShuangpai);
    t.equal(judged.flatMap(({ transitions }) => transitions).length, 1, 'one lagging warning');
    all.push(...judged);
  });
  for (const month of MONTHS) {
    const world = drawWorld(random, decks, { month, parks: 3, cases: 5 });
    await t.test(`${world.year}-${month}, ${world.source} at ${world.at}, seed ${seed}`, async (t) => {
      all.push(...(await compareWorld(t, world)));
    });
  }
  countBuckets(t, all);
});

/** Submits a world's sheets and holds every channel against the oracle. */
async function compareWorld(
  t: Test,
  world: World,
  prepare = (installation: TestInstallation) => setUp(installation.call, world),
): Promise<Prediction[]> {
  const installation = await openInstallation(t, {
    at: world.at,
    env: { XUSHI_WEBHOOK_ALLOW: '127.0.0.0/8' },
  });
  const { call, context, dataDir } = installation;
  await prepare(installation);
  const ears = await openEars(t, { call, dataDir, org: world.county.key });
  for (const park of world.parks) {
    for (const { body, dueAt, late } of sheetsOf(world, park)) {
      t.match(await ask(call, 'POST', '/v1/submissions', body), { state: 'accepted', dueAt, late });
      await installation.drain();
    }
  }
  while ((await context.sender.runOnce()) > 0) await installation.drain();
  const predictions = predict(world);
  await compareEvaluations(t, { call, world, predictions });
  await compareAlerts(t, { call, world, predictions });
  compareWebhooks(t, { ears, world, predictions });
  compareSheets(t, { ears, world, predictions });
  await compareMails(t, { ears, world, predictions });
  for (const park of world.parks) {
    const { id } = await ask<{ id: string }>(call, 'POST', '/v1/reports', {
      org: park.key,
      period: sheetsOf(world, park).at(-1)?.body.period,
    });
    await installation.drain();
    await compareReport(t, { call, id, world, predictions: predictions.filter((one) => one.park === park) });
  }
  return predictions;
}

/** Prints how often each (type, plan, light) came, and fails where a plan, a light or a bound never did. */
function countBuckets(t: Test, predictions: Prediction[]): void {
  const counts = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  const add = (to: Map<string, number>, name: string) => to.set(name, (to.get(name) ?? 0) + 1);
  for (const { one, verdicts } of predictions) {
    const row = counts.get(`${one.type} ${one.planName}`) ?? new Map<string, number>();
    counts.set(`${one.type} ${one.planName}`, row);
    for (const { light, state, off } of verdicts.values()) {
      add(row, light ?? state);
      add(seen, one.planName);
      if (light) add(seen, light);
      for (const bound of BOUNDS) if (off?.equals(bound)) add(seen, `exactly ${bound}`);
    }
  }
  t.comment(`› ${predictions.length} cases`);
  for (const [kind, row] of [...counts].sort()) {
    t.comment(`› ${kind}: ${[...row].map(([light, count]) => `${light} ${count}`).join(', ')}`);
  }
  const wanted = [...WORST_FIRST, ...PLANS, ...BOUNDS.map((bound) => `exactly ${bound}`)];
  t.comment(`› ${wanted.map((name) => `${name} ${seen.get(name) ?? 0}`).join(', ')}`);
  for (const name of wanted) t.ok(seen.has(name), `${name} occurred`);
}
