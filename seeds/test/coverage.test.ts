import t from 'tap';
import { readSeeds } from '../src/index.js';
import { difference, fact, facts, orgFacts, periodOf, readCells } from './facts.js';

const { catalogue, places } = readSeeds();
const indicators = new Map(catalogue.map((row) => [row.key, row]));
const figures = places.flatMap((place) => place.figures);
const targets = places.flatMap((place) => place.targets);
const references = places.flatMap((place) => place.references);
const register = places.flatMap((place) => place.register);
const outlooks = places.flatMap((place) => place.outlooks);
const leftOut = readCells('left-out.csv', 'seed_file place period indicator_zh value unit reason fact');
const leftOutOrgs = readCells('left-out-orgs.csv', 'seed_file name_zh org_type reason fact');

function duplicates(keys: (string | number)[]): (string | number)[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

/** Of `row` the cells that `like` names. */
function pick(row: Record<string, string>, like: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(like).map((column) => [column, row[column]]));
}

t.test('every fact is used or left out, never both, and left out once', async (t) => {
  t.equal(facts.length, 350);
  const used = new Set([
    ...figures.map((row) => row.fact),
    ...[...targets, ...references, ...register, ...outlooks].flatMap((row) => row.facts),
  ]);
  const left = leftOut.map((row) => Number(row.fact));
  t.strictSame(duplicates(left), [], 'no fact is left out twice');
  t.strictSame(
    left.filter((row) => used.has(row)),
    [],
    'no fact is both used and left out',
  );
  t.strictSame(
    facts.map((_, at) => at + 1).filter((row) => !used.has(row) && !left.includes(row)),
    [],
    'no fact is forgotten',
  );
  t.strictSame(duplicates(figures.map((row) => row.fact)), [], 'no fact makes two figures');
  t.strictSame(duplicates(references.flatMap((row) => row.facts)), [], 'no fact makes two references');
  t.strictSame(duplicates(register.flatMap((row) => row.facts)), [], 'no fact makes two register changes');
  t.strictSame(duplicates(outlooks.flatMap((row) => row.facts)), [], 'no fact makes two outlooks');
  t.strictSame(
    duplicates(targets.flatMap((row) => row.facts.map((at) => `${at} ${row.measure}`))),
    [],
    'no fact makes two targets of one measure',
  );
});

t.test('what is left out is named as the fact is, with a reason', async (t) => {
  for (const { reason, fact: at, ...named } of leftOut) {
    t.strictSame(named, pick(fact(Number(at)), named), `fact ${at}`);
    t.ok(reason, `fact ${at} has a reason`);
  }
});

t.test('every org fact is in the tree or left out, exactly once', async (t) => {
  t.equal(orgFacts.length, 184);
  const inTree = places.flatMap(({ orgs }) => orgs.flatMap((org) => org.fact ?? []));
  const all = [...inTree, ...leftOutOrgs.map((row) => Number(row.fact))].sort((a, b) => a - b);
  t.strictSame(
    all,
    orgFacts.map((_, at) => at + 1),
  );
  for (const { reason, fact: at, ...named } of leftOutOrgs) {
    t.strictSame(named, pick(orgFacts[Number(at) - 1]!, named), `org fact ${at}`);
    t.ok(reason, `org fact ${at} has a reason`);
  }
  for (const { place, orgs } of places) {
    for (const org of orgs) {
      if (org.fact === null) continue;
      const named = { seed_file: place.document.file, name_zh: org.name };
      t.strictSame(named, pick(orgFacts[org.fact - 1]!, named), org.key);
    }
  }
});

t.test('every figure is printed as its fact is', async (t) => {
  for (const row of figures) {
    const told = fact(row.fact);
    const indicator = indicators.get(row.indicator)!;
    const about = `fact ${row.fact} ${row.org} ${row.indicator}`;
    t.equal(row.source, told.seed_file, `${about}: source`);
    t.equal(row.period, periodOf(row.fact), `${about}: period`);
    // The growth of an amount told alone stands in the fact's value; it is reported as growth.
    const growthAlone = told.unit === '%' && indicator.type !== 'ratio';
    t.equal(row.value ?? '', growthAlone ? '' : told.value, `${about}: value`);
    t.equal(row.yoy ?? '', growthAlone ? told.value : told.yoy_pct, `${about}: growth`);
    if (growthAlone) t.equal(row.unit, null, `${about}: growth has no unit of its own`);
    // 户 and 家 count the same thing.
    else t.equal(row.unit ?? indicator.unit, told.unit!.replace('户', '家'), `${about}: unit`);
    if (told.kind === 'forecast') t.equal(row.grade, 'estimate', `${about}: expected, so an estimate`);
  }
});

t.test('every number concerns the place its fact names', async (t) => {
  for (const { place, orgs, ...rows } of places) {
    const names = (key: string | null): string[] => {
      const org = orgs.find((row) => row.key === key);
      if (!org) return [];
      const told = org.fact === null ? {} : orgFacts[org.fact - 1]!;
      const own = [org.name, told.alias_zh, told.park_zh].filter((name) => name !== undefined);
      return org.level === 'cluster' ? [...own, ...names(org.parent)] : own;
    };
    const told = [
      ...rows.figures.map((row) => [row.org, row.fact] as const),
      ...[...rows.targets, ...rows.references, ...rows.register].flatMap((row) =>
        row.facts.map((at) => [row.org, at] as const),
      ),
      // What an outlook is put down to may be a firm's or the market's.
      ...rows.outlooks.map((row) => [row.org, row.facts[0]!] as const),
    ];
    for (const [org, at] of told) {
      t.ok(names(org).includes(fact(at).place!), `fact ${at} is about ${org}`);
      t.equal(fact(at).seed_file, place.document.file, `fact ${at} is of this document`);
    }
  }
});

t.test('every target is what its fact demands', async (t) => {
  for (const { place, targets } of places) {
    for (const row of targets) {
      const [first, second] = row.facts.map(fact);
      const about = `fact ${row.facts} ${row.org} ${row.indicator} ${row.measure}`;
      t.ok(first, about);
      t.equal(row.source.document, place.document.title, `${about}: document`);
      t.equal(row.source.number, place.document.number, `${about}: number`);
      t.equal(row.source.date, place.document.date, `${about}: date`);
      if (row.derivedFrom !== null) {
        t.equal(row.value, difference(fact(row.derivedFrom).yoy_pct!, first!.value!), about);
        continue;
      }
      const column = row.measure === 'yoy' ? 'target_yoy_pct' : 'target_value';
      const wholeTarget = first!.kind === 'target' && row.measure === 'value';
      t.equal(row.value, wholeTarget ? first!.value : first![column], `${about}: value`);
      t.equal(String(row.year), first!.period!.match(/\d{4}/)?.[0], `${about}: year`);
      if (wholeTarget) t.equal(indicators.get(row.indicator)!.unit, first!.unit, `${about}: unit`);
      if (row.plan.kind !== 'checkpoints') continue;
      t.equal(row.plan.points.at(-1)?.value, row.value, `${about}: the last checkpoint is the target`);
      t.equal(String(row.plan.points[0]?.month), second?.value, `${about}: the month of the first`);
    }
  }
});

t.test('every reference is published, or follows from two published numbers', async (t) => {
  for (const row of references) {
    const [gap, rank] = row.facts.map(fact);
    const about = `fact ${row.facts} ${row.org} ${row.indicator}`;
    t.equal(row.period, periodOf(row.facts[0]!), `${about}: period`);
    t.equal(row.source, gap!.seed_file, `${about}: source`);
    t.equal(row.average, difference(fact(row.derivedFrom!).yoy_pct!, gap!.value!), `${about}: average`);
    t.equal(row.rank === null ? undefined : String(row.rank), rank?.value, `${about}: rank`);
  }
});

t.test('every register change is told of its firms and its amount', async (t) => {
  for (const row of register) {
    const [firms, amount] = row.facts.map(fact);
    const about = `fact ${row.facts} ${row.org} ${row.indicator}`;
    t.equal(row.facts.length, 2, about);
    for (const at of row.facts) {
      t.equal(row.period, periodOf(at), `${about}: period`);
      t.equal(row.source, fact(at).seed_file, `${about}: source`);
    }
    t.equal(String(row.firms), firms!.value, `${about}: firms`);
    t.match(firms!.unit, /^[家户]$/, `${about}: firms are counted`);
    const { base, value } = row;
    const amounts = row.kind === 'leftRegister' ? { base, value: null } : { base: null, value };
    t.strictSame({ base, value }, amounts, `${about}: who leaves has a base, who joins a value`);
    t.equal(base ?? value, amount!.value, `${about}: amount`);
    t.equal(indicators.get(row.indicator)!.unit, amount!.unit, `${about}: unit`);
  }
});

t.test('every outlook is expected of its full year, for reasons that were told', async (t) => {
  for (const { place, outlooks } of places) {
    for (const row of outlooks) {
      const [year, ...reasons] = row.facts.map(fact);
      const about = `fact ${row.facts} ${row.org} ${row.indicator}`;
      t.equal(year!.kind, 'forecast', `${about}: expected`);
      t.equal(`FY-${row.period.slice(0, 4)}`, year!.period, `${about}: year`);
      t.equal(row.fullYear, year!.value, `${about}: value`);
      t.equal(indicators.get(row.indicator)!.unit, year!.unit, `${about}: unit`);
      t.equal(row.source, place.document.file, `${about}: source`);
      const numbers = row.reason.match(/\d+(\.\d+)?/g);
      t.strictSame(
        numbers,
        reasons.map(({ value }) => value),
        `${about}: the reason's numbers`,
      );
      for (const { value, unit, seed_file } of reasons) {
        t.ok(row.reason.includes(`${value}${unit}`), `${about}: ${value}${unit}`);
        t.equal(seed_file, row.source, `${about}: of this document`);
      }
    }
  }
});

t.test('nothing that a used fact demands is dropped', async (t) => {
  const judged = (row: number, measure: string) =>
    targets.some((target) => target.measure === measure && target.facts.includes(row));
  for (const { fact: row } of figures) {
    if (fact(row).target_value !== '') t.ok(judged(row, 'value'), `fact ${row}: target`);
    if (fact(row).target_yoy_pct !== '') t.ok(judged(row, 'yoy'), `fact ${row}: growth target`);
  }
});
