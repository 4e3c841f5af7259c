import { isDeepStrictEqual } from 'node:util';
import { runDueTicks } from '@xushi/scheduler';
import t from 'tap';
import { type County, openCounty } from '../county.js';
import { Random, seedOfRun } from '../end-to-end/random.js';
import { CATALOGUE, STEP_KINDS, stepsOf } from './drawn-step.js';

const LISTS = ['evaluations', 'alerts', 'figures'] as const;
const STEPS = 60;
type Row = Record<string, unknown>;
type Lists = Record<(typeof LISTS)[number], Row[]>;

/** Everything of a list, page by page. */
async function all(county: County, list: string, asOf: string | null): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const query = `${asOf ? `&asOf=${encodeURIComponent(asOf)}` : ''}${cursor ? `&cursor=${cursor}` : ''}`;
    const page: { data: Row[]; nextCursor: string | null } = await county.ask(
      'GET',
      `/v1/${list}?limit=100${query}`,
    );
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

/** The three lists, evaluations in one order: those of the past come an org's year at a time. */
async function listsOf(county: County, asOf: string | null): Promise<Lists> {
  const [evaluations, alerts, figures] = await Promise.all(LISTS.map((list) => all(county, list, asOf)));
  return { evaluations: evaluations!.sort(byPlace), alerts: alerts!, figures: figures! };
}

const placeOf = ({ org, period, indicator, measure, grade, id }: Row) =>
  [org, period, indicator, measure, grade, id].join('/');
const byPlace = (one: Row, other: Row) => (placeOf(one) < placeOf(other) ? -1 : 1);

/** Lines that say where two lists differ: which row, which field, then and asked for later. */
function differences(was: Row[], said: Row[]): string[] {
  const keys = new Set([...was, ...said].map(placeOf));
  const find = (rows: Row[], key: string) => rows.find((row) => placeOf(row) === key);
  return [...keys].flatMap((key) => {
    const [one, other] = [find(was, key), find(said, key)];
    if (!one || !other) return [`${key}: ${one ? 'missing' : 'not there then'}`];
    return Object.keys({ ...one, ...other })
      .filter((field) => !isDeepStrictEqual(one[field], other[field]))
      .map((field) => `${key} ${field}: ${JSON.stringify(one[field])} ≠ ${JSON.stringify(other[field])}`);
  });
}

t.test('what was served at every moment of a drawn history is served again as of that moment', async (t) => {
  const seed = seedOfRun();
  t.comment(`› XUSHI_TEST_SEED=${seed} repeats this run`);
  const random = new Random(seed);
  const county = await openCounty(t, '2017-02-03T09:00:00+08:00');
  for (const key of ['mine', 'other'])
    await county.ask('PUT', `/v1/policies/${key}`, { rules: [{ light: 'orange' }] });
  for (const [key, body] of Object.entries(CATALOGUE)) await county.ask('PUT', `/v1/indicators/${key}`, body);
  for (const org of ['park', 'sister', 'county']) {
    for (const [indicator, value] of [
      ['output', 120],
      ['share', 80],
    ])
      await county.ask('POST', '/v1/targets', { org, year: 2017, indicator, value });
  }
  await county.drain();
  const next = stepsOf(random);
  const moments: { at: string; step: string; lists: Lists }[] = [];
  const taken = new Set<string>();
  let clock = new Date('2017-02-03T01:00:00Z').getTime();
  while (moments.length < STEPS) {
    clock += random.whole(1, 12 * 24 * 60) * 60_000;
    await county.moveTo(new Date(clock).toISOString());
    // A month that ended on the way is judged by the dates it passed.
    await runDueTicks(county.context);
    const { kind, method, url, body } = next(new Date(clock));
    const answer = await county.call(method, url, body);
    const step = `${kind} ${method} ${url} ${JSON.stringify(body)}`;
    if (![200, 201, 202].includes(answer.status)) {
      t.equal(answer.status, 422, `${step}: ${JSON.stringify(answer.body)}`);
      continue;
    }
    taken.add(kind);
    await county.drain();
    const { now } = await county.ask<{ now: string }>('GET', '/v1/clock');
    moments.push({ at: now, step, lists: await listsOf(county, null) });
  }
  t.comment(`› never came: ${STEP_KINDS.filter((kind) => !taken.has(kind)).join(', ') || 'none'}`);
  const last = moments.at(-1)!.lists;
  t.ok(last.evaluations.length > 20 && last.alerts.length > 0, 'there is something to ask for');
  for (const [index, { at, step, lists }] of moments.entries()) {
    const then = await listsOf(county, at);
    const unlike = LISTS.flatMap((list) =>
      differences(lists[list], then[list]).map((line) => `${list} ${line}`),
    );
    t.same(unlike.slice(0, 10), [], `seed ${seed}, step ${index + 1} at ${at}: ${step}`);
    if (unlike.length > 0) return;
    // Alerts and figures come in the order in which they came then.
    for (const list of ['alerts', 'figures'] as const)
      t.same(then[list].map(placeOf), lists[list].map(placeOf));
  }
  const [first] = moments;
  t.same(
    await listsOf(county, '2017-02-01T00:00:00Z'),
    { evaluations: [], alerts: [], figures: [] },
    'before',
  );
  t.same(await listsOf(county, '2099-01-01T00:00:00Z'), await listsOf(county, null), 'the future is now');
  t.ok(first);
});

t.test('a moment that is none is refused', async (t) => {
  const { call } = await openCounty(t, '2017-02-03T09:00:00+08:00');
  for (const list of LISTS) {
    for (const moment of ['yesterday', '2017-13-01T00:00:00Z', '2017-02-01', '2017-02-30T00:00:00Z']) {
      const answer = await call('GET', `/v1/${list}?asOf=${moment}`);
      t.match(
        [answer.status, answer.body],
        [422, { errors: [{ pointer: '/asOf', code: 'notAMoment' }] }],
        moment,
      );
    }
  }
});
