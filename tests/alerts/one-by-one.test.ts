import t from 'tap';
import { openCounty } from '../county.js';
import { Random, seedOfRun } from '../end-to-end/random.js';

const ORGS = ['park', 'sister'];

interface Sheet {
  org: string;
  period: string;
  values: unknown[];
}

/** Nine months of each org against targets that come before the first of them or in between. */
function drawSteps(random: Random, inOrder: boolean): (Sheet | { target: object })[] {
  return ORGS.flatMap((org) => {
    const months = Array.from({ length: 9 }, (_, index) => index + 1).filter(() => random.chance(0.9));
    const sheets = (inOrder ? months : random.shuffled(months)).map((month): Sheet => {
      const outlook = { fullYear: random.whole(110, 130), reason: '订单' };
      const output = { indicator: 'output', value: 10 * month + random.whole(-9, 9) };
      const share = { indicator: 'share', value: 80 + random.whole(-12, 8) };
      // A forecast follows from the months before it: those that come late change what was foretold.
      const values = inOrder ? [share, { ...output, ...(random.chance(0.3) ? { outlook } : {}) }] : [share];
      return { org, period: `2017-${String(month).padStart(2, '0')}`, values };
    });
    const at = random.chance(0.5) ? 0 : random.whole(1, sheets.length - 1);
    const targets = [
      { target: { org, year: 2017, indicator: 'share', value: 80 } },
      { target: { org, year: 2017, indicator: 'output', value: 120 } },
    ];
    return [...sheets.slice(0, at), ...targets, ...sheets.slice(at)];
  });
}

for (const inOrder of [true, false]) {
  const how = inOrder ? 'in order' : 'out of order';
  t.test(`months that come ${how} give the same warnings however many are judged at once`, async (t) => {
    const seed = seedOfRun();
    t.comment(`› XUSHI_TEST_SEED=${seed} repeats this run`);
    const steps = drawSteps(new Random(seed), inOrder);
    const livesOf = async (batch: () => number) => {
      const county = await openCounty(t, '2018-01-05T09:00:00+08:00');
      let left = batch();
      for (const step of steps) {
        await ('target' in step
          ? county.ask('POST', '/v1/targets', step.target)
          : county.ask('POST', '/v1/submissions', step));
        left -= 1;
        if (left > 0) continue;
        await county.drain();
        left = batch();
      }
      await county.drain();
      const alerts = await Promise.all(ORGS.map((org) => county.alerts(org)));
      return alerts
        .flat()
        .map(({ org, kind, subject, state, light, life }) =>
          [org, kind, (subject as { indicator: string }).indicator, state, light, ...life].join(' '),
        )
        .sort();
    };
    const random = new Random(seed + 1);
    const one = await livesOf(() => 1);
    t.ok(one.length > 0, 'something is warned of');
    t.same(await livesOf(() => random.whole(2, 4)), one, `some at once, seed ${seed}`);
    t.same(await livesOf(() => steps.length), one, `all at once, seed ${seed}`);
  });
}
