import t from 'tap';
import { type Replayed, type Row, replaySeeds, says } from './replay.js';

/** The five places as they were loaded: each figure as printed, the warnings they come to, and nothing twice. */
let seeds: Replayed;

t.before(async () => {
  seeds = await replaySeeds(t);
});

const judged = async (query: string) => seeds.list(`/v1/evaluations?limit=500&${query}`);

t.test('every figure reads as it is printed', async (t) => {
  for (const { figures } of seeds.places) {
    for (const { org, period, indicator, value, yoy, unit, fact } of figures) {
      const rows = await seeds.list<Row>(
        `/v1/figures?org=${org}&indicator=${indicator}&from=${period}&to=${period}`,
      );
      t.equal(rows.length, 1, `fact ${fact}: one figure`);
      says(t, rows[0], {
        told: { givenValue: value, yoy, givenUnit: unit, inForce: true },
        by: `fact ${fact}`,
      });
      const shown = await judged(`org=${org}&period=${period}&indicator=${indicator}`);
      t.ok(shown.length > 0, `fact ${fact}: judged or shown`);
      for (const row of shown) {
        says(t, row, { told: unit === null ? { figure: value, yoy } : { yoy }, by: `fact ${fact}: shown` });
      }
    }
  }
  const at = 'org=shuangpai-park&period=2017-11&indicator=infrastructure-investment';
  says(t, (await judged(at))[0], {
    told: { unit: '万元', figure: '65000', reportUnit: '亿元' },
    by: 'fact 326: 6.5亿元',
  });
});

t.test('warnings: one of 双牌, one of 旬阳, and nothing is overdue', async (t) => {
  const alerts = await seeds.list('/v1/alerts?limit=500');
  t.strictSame(
    alerts.map(({ org, kind, light, state }) => [org, kind, light, state]),
    [
      ['shuangpai-park', 'indicatorLagging', 'red', 'open'],
      ['xunyang', 'indicatorLagging', 'orange', 'open'],
    ],
    'facts 324 and 263',
  );
  t.equal((await seeds.list('/v1/alerts?under=shuangpai&limit=500')).length, 1, 'exactly one of 双牌');
  const sheets = await seeds.list('/v1/submissions?limit=500');
  t.same(
    sheets.filter(({ late }) => late),
    [],
    'no sheet came late',
  );
  t.match(alerts[0]?.title, '工业集中度 低于年度目标10.19个百分点', 'fact 324: 69.81 against 80');
});

t.test('a second start adds no row', async (t) => {
  const counted = async () => {
    const urls = seeds.places.flatMap(({ orgs }) =>
      orgs.flatMap(({ key }) => [`/v1/submissions?org=${key}`, `/v1/figures?org=${key}`]),
    );
    const rows = await Promise.all([...new Set(urls)].map((url) => seeds.list(`${url}&limit=500`)));
    const register = await seeds.client.get('/v1/contributions', {
      query: { org: 'xunyang', period: '2021-09', indicator: 'gross-output' },
    });
    const targets = await seeds.list('/v1/targets?history=true&limit=500');
    const audit = await seeds.list<{ action: string }>('/v1/audit?limit=500');
    return { rows, register, targets, references: audit.filter(({ action }) => action === 'reference.set') };
  };
  const before = await counted();
  t.equal(before.references.length, 2, 'facts 260, 262 and 264');
  for (const place of seeds.places) await seeds.load(place);
  t.strictSame(await counted(), before);
});
