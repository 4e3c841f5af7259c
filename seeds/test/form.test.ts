import t from 'tap';
import { readSeeds } from '../src/index.js';

const { catalogue, places } = readSeeds();
const indicators = new Map(catalogue.map((row) => [row.key, row]));
const LEVELS = ['province', 'prefecture', 'county', 'park', 'cluster', 'enterprise'];

function duplicates(keys: (string | number)[]): (string | number)[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

t.test('places load by clock, each with its catalogue', async (t) => {
  t.strictSame(
    places.map(({ place }) => [place.key, place.clock]),
    [
      ['qingzhen', '2016-02-26T09:00:00+08:00'],
      ['xifeng', '2016-03-01T09:00:00+08:00'],
      ['shuangpai', '2017-12-05T09:00:00+08:00'],
      ['xianan', '2018-01-05T09:00:00+08:00'],
      ['ankang', '2021-10-08T09:00:00+08:00'],
    ],
  );
  const carried = new Set(places.flatMap((of) => [...of.figures, ...of.targets].map((row) => row.indicator)));
  t.strictSame([...indicators.keys()].sort(), [...carried].sort(), 'the catalogue holds what is carried');
});

t.test('keys are unique', async (t) => {
  t.strictSame(duplicates(catalogue.map((row) => row.key)), []);
  t.strictSame(duplicates(catalogue.map((row) => row.name)), []);
  t.strictSame(duplicates(catalogue.map((row) => row.order)), []);
  for (const { place, orgs, duties, targets, figures, references, outlooks, register } of places) {
    t.strictSame(duplicates(orgs.map((row) => row.key)), [], `${place.key}: orgs`);
    const changes = register.map((row) => [row.org, row.indicator, row.period, row.kind].join(' '));
    t.strictSame(duplicates(changes), [], `${place.key}: one register change of a kind`);
    const keys = [duties, figures, references, outlooks].map((rows) =>
      rows.map((row) => [row.org, row.indicator, 'period' in row ? row.period : row.from].join(' ')),
    );
    for (const list of keys) t.strictSame(duplicates(list), [], `${place.key}: one row a cell`);
    const terms = targets.map((row) => [row.org, row.year, row.indicator, row.measure, row.grade].join(' '));
    t.strictSame(duplicates(terms), [], `${place.key}: targets`);
  }
});

t.test('an org that several places share is told alike', async (t) => {
  const seen = new Map<string, unknown>();
  for (const { orgs } of places) {
    for (const { key, name, level, parent, activeFrom } of orgs) {
      const told = { name, level, parent, activeFrom };
      if (seen.has(key)) t.strictSame(told, seen.get(key), key);
      seen.set(key, told);
    }
  }
  t.strictSame(
    seen.get('shuangpai-park'),
    { name: '双牌工业集中区', level: 'park', parent: 'shuangpai', activeFrom: '2017-01-01' },
    'the park of the worked example',
  );
});

t.test('every reference to an org or an indicator resolves', async (t) => {
  for (const { place, orgs, duties, targets, figures, references, register, outlooks } of places) {
    const known = new Map(orgs.map((row) => [row.key, row]));
    for (const [at, org] of orgs.entries()) {
      if (org.parent === null) {
        t.equal(org.level, 'province', `${org.key}: only a province has no parent`);
        continue;
      }
      const parent = known.get(org.parent);
      t.ok(parent, `${org.key}: its parent is in the tree`);
      t.ok(orgs.indexOf(parent!) < at, `${org.key}: its parent stands before it`);
      t.ok(LEVELS.indexOf(parent!.level) < LEVELS.indexOf(org.level), `${org.key}: its parent is above it`);
      t.ok(parent!.activeFrom <= org.activeFrom, `${org.key}: its parent is there before it`);
    }
    for (const row of [...duties, ...targets, ...figures, ...references, ...register, ...outlooks]) {
      t.ok(known.has(row.org), `${place.key}: org ${row.org}`);
      t.ok(indicators.has(row.indicator), `${place.key}: indicator ${row.indicator}`);
    }
  }
});

t.test('every figure may be submitted at its place’s clock', async (t) => {
  for (const { place, orgs, duties, targets, figures, references, register, outlooks } of places) {
    const clock = Date.parse(place.clock);
    t.equal(new Date(clock).toISOString().slice(11, 16), '01:00', `${place.key}: nine in the morning`);
    t.notOk([0, 6].includes(new Date(clock).getUTCDay()), `${place.key}: on no weekend`);
    for (const row of [...targets, ...figures, ...references, ...register, ...outlooks])
      t.equal(row.knownAt, place.clock, `${place.key}: known when the place reports`);
    const owed = duties.map((row) => `${row.org} ${row.indicator} ${row.from} ${row.to}`);
    const current = figures
      .filter((row) => !row.historical)
      .map((row) => `${row.org} ${row.indicator} ${row.period} ${row.period}`);
    t.strictSame(owed.sort(), current.sort(), `${place.key}: owed is exactly what is reported as current`);
    for (const row of figures) {
      const about = `${row.org} ${row.period} ${row.indicator}`;
      const [year, month] = row.period.split('-').map(Number) as [number, number];
      const indicator = indicators.get(row.indicator)!;
      const dueMonths = indicator.dueMonths ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
      t.ok(dueMonths.includes(month) && !(indicator.noJanuary && month === 1), `${about}: a due month`);
      // Open on the 25th for estimates, on the 1st of the next month otherwise; due on the 8th at 18:00.
      const opens =
        row.grade === 'estimate' ? Date.UTC(year, month - 1, 25, -8) : Date.UTC(year, month, 1, -8);
      t.ok(clock >= opens, `${about}: open`);
      t.equal(row.historical, clock > Date.UTC(year, month, 8, 10), `${about}: current until it is due`);
      const activeFrom = orgs.find((org) => org.key === row.org)!.activeFrom;
      t.ok(activeFrom <= `${year}-01-01`, `${about}: reported by an org of that year`);
    }
    for (const row of register) {
      const sheet = figures.filter(({ org, period }) => org === row.org && period === row.period);
      t.ok(sheet.length > 0, `${row.org} ${row.period}: a register change goes with a sheet`);
    }
    for (const row of outlooks) {
      const about = `${row.org} ${row.period} ${row.indicator}`;
      const [year, month] = row.period.split('-').map(Number) as [number, number];
      const { type, dueMonths, noJanuary } = indicators.get(row.indicator)!;
      t.match(type, /^(flow|count)$/, `${about}: of a cumulative figure`);
      t.ok((dueMonths?.includes(month) ?? true) && !(noJanuary && month === 1), `${about}: a due month`);
      t.ok(clock >= Date.UTC(year, month - 1, 25, -8), `${about}: open for estimates`);
      t.ok(clock <= Date.UTC(year, month, 8, 10), `${about}: current until it is due`);
    }
  }
});

t.test('a figure has a value or a growth, and a count is whole', async (t) => {
  for (const row of places.flatMap((of) => of.figures)) {
    const about = `${row.org} ${row.period} ${row.indicator}`;
    t.ok(row.value ?? row.yoy, `${about}: value or growth`);
    if (indicators.get(row.indicator)!.type === 'count') t.match(row.value, /^\d+$/, `${about}: whole`);
  }
  for (const row of places.flatMap((of) => of.targets)) {
    const { type } = indicators.get(row.indicator)!;
    const phased = row.measure === 'value' && (type === 'flow' || type === 'count');
    const plan = type === 'count' ? 'quarterly' : 'linear';
    const about = `${row.org} ${row.year} ${row.indicator} ${row.measure}`;
    if (phased) t.equal(row.plan.kind, plan, `${about}: spread over the year`);
    else t.match(row.plan.kind, /^(constant|checkpoints)$/, `${about}: a level`);
  }
});

t.test('the worked example: 双牌, January to November 2017', async (t) => {
  const { targets, figures } = places.find(({ place }) => place.key === 'shuangpai')!;
  const told = figures.map((row) => [row.indicator, row.value, row.yoy]);
  t.strictSame(told.slice(0, 5), [
    ['gross-output', '50.6', '45.2'],
    ['value-added', '14.1', '8.6'],
    ['tax-paid', '0.3', '36.5'],
    ['industrial-concentration', '69.81', null],
    ['leading-industry-share', '86.8', null],
  ]);
  t.strictSame(
    targets.map((row) => [row.indicator, row.measure, row.value, row.plan.kind]),
    [
      ['gross-output', 'value', '55', 'linear'],
      ['gross-output', 'yoy', '21', 'constant'],
      ['value-added', 'yoy', '8', 'constant'],
      ['tax-paid', 'yoy', '20', 'constant'],
      ['industrial-concentration', 'value', '80', 'constant'],
    ],
  );
});
