import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { openEars } from './channels.js';
import { KINDS } from './draw.js';
import { judgeYear } from './oracle.js';
import { Random, seedOfRun } from './random.js';
import { wireOf } from './shown.js';
import { ask, COUNTY, drawWorld, setUp, sheetsOf } from './world.js';
import { writeFileSync } from 'node:fs';

t.test('probe', async (t) => {
  const seed = seedOfRun();
  const random = new Random(seed);
  t.comment(`› seed ${seed}`);
  const decks = { kind: random.deck(KINDS), light: random.deck(['green','yellow','orange','red'] as const), month: random.deck([1,2,3,4,5,6,7,8,9,10,11,12]) };
  const world = drawWorld(random, decks, { parks: 3, cases: 8 });
  const installation = await openInstallation(t, { at: world.at, env: { XUSHI_WEBHOOK_ALLOW: '127.0.0.0/8' } });
  await setUp(installation.call, world);
  const ears = await openEars(t, installation.call, installation.dataDir);
  const out: unknown[] = [];
  for (const park of world.parks) for (const sheet of sheetsOf(world, park)) {
    out.push(await ask(installation.call, 'POST', '/v1/submissions', sheet.body));
    await installation.drain();
  }
  const ids: string[] = [];
  for (const park of world.parks) { const r = await ask<{id: string}>(installation.call, 'POST', '/v1/reports', { org: park.key, period: `${world.year}-${String(world.month).padStart(2, '0')}` }); ids.push(r.id); }
  await installation.drain();
  while (await installation.context.sender.runOnce()) {}
  const evals = await ask<{data: any[]}>(installation.call, 'GET', `/v1/evaluations?under=${COUNTY.key}&limit=500`);
  for (const park of world.parks) for (const one of park.cases) {
    const verdicts = judgeYear(one, one.goal, one.figures);
    for (const [month, v] of verdicts) {
      const got = evals.data.find(e => e.indicator === one.key && e.period.endsWith(String(month).padStart(2,'0')) );
      out.push({ world: [world.at, world.month], case: { ...one, figures: [...one.figures] }, month, state: v.state, light: v.light, lag: v.consecutiveLag, wire: wireOf(one, month, v), got });
    }
  }
  out.push(await ask(installation.call, 'GET', '/v1/alerts?limit=500'));
  out.push(ears.told, await ears.mails());
  for (const id of ids) out.push(await ask(installation.call, 'GET', `/v1/reports/${id}/report.json`), await ask(installation.call, 'GET', `/v1/reports/${id}/report.html`));
  writeFileSync('/tmp/probe.json', JSON.stringify(out, (k, v) => typeof v === 'bigint' ? String(v) : v, 1));
});
