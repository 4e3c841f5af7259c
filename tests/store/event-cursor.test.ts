import t from 'tap';
import { type County, openCounty } from '../county.js';
import { until } from '../faults/until.js';

interface Event {
  cursor: string;
  type: string;
  org: string;
  data: Record<string, unknown>;
}

/** Reads on from a cursor, page by page, as another system would. */
async function readOn({ call }: County, after: string | null, rest = '', key?: string) {
  const events: Event[] = [];
  let cursor = after;
  for (;;) {
    const url = `/v1/events?limit=3${cursor ? `&after=${cursor}` : ''}${rest}`;
    const { body } = await call<{ data: Event[]; nextCursor: string | null }>(
      'GET',
      url,
      undefined,
      key ? { key } : {},
    );
    if (body.data.length === 0) return { events, cursor };
    events.push(...body.data);
    cursor = body.nextCursor;
  }
}

const sheet = (org: string, month: number) => ({
  org,
  period: `2017-0${month}`,
  values: [{ indicator: 'output', value: month }],
});

const LATE_ID = '00000000-0000-4000-8000-000000000000';
/** What a transaction tells that takes long. */
const LATE = JSON.stringify({
  ...{ org: 'park', period: '2017-09', revision: 1, historical: false, years: [2017] },
  submission: LATE_ID,
});

t.test('reading on by cursor misses nothing, also what a long transaction commits late', async (t) => {
  const county = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const { ask, sql } = county;
  const long = await sql.reserve();
  t.teardown(() => long.release());
  await long`BEGIN`;
  await long`
    INSERT INTO event (type, org_id, at, payload)
    SELECT 'submission.accepted', id, now(), ${LATE}::text::jsonb FROM org WHERE key = 'park'`;
  const seen: Event[] = [];
  let cursor: string | null = null;
  const read = async () => {
    const page = await readOn(county, cursor);
    seen.push(...page.events);
    cursor = page.cursor;
  };
  for (let month = 1; month <= 4; month += 1) {
    await ask('POST', '/v1/submissions', sheet('park', month));
    await read();
  }
  t.same(seen, [], 'what came after it waits for it');
  await long`COMMIT`;
  for (let month = 5; month <= 8; month += 1) {
    await ask('POST', '/v1/submissions', sheet('park', month));
    await read();
  }
  // Other transactions of the same server may hold the last ones back for a moment.
  await until('all events are seen', async () => {
    await read();
    return seen.length >= 9;
  });
  t.same(
    seen.map(({ data }) => (data.submission === LATE_ID ? 'late' : data.period)).sort(),
    ['2017-01', '2017-02', '2017-03', '2017-04', '2017-05', '2017-06', '2017-07', '2017-08', 'late'],
    'each once',
  );
  t.equal(new Set(seen.map((event) => event.cursor)).size, 9);
  const again = await readOn(county, null);
  t.same(again.events, seen, 'from the beginning they come in the same order');
});

t.test('events are those of the key’s subtree, and of the types asked for', async (t) => {
  const county = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const { ask, call, drain, keyFor } = county;
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'share', value: '80' });
  for (const org of ['park', 'other-park']) {
    await ask('POST', '/v1/submissions', { ...sheet(org, 3), values: [{ indicator: 'share', value: 60 }] });
  }
  await drain();
  const kinds = (events: Event[]) => events.map(({ type, org }) => `${org} ${type}`).sort();
  const all = await until('all events are seen', async () => {
    const { events } = await readOn(county, null);
    return events.length >= 6 && kinds(events);
  });
  t.same(all, [
    'other-park submission.accepted',
    'other-park submission.evaluated',
    'park alert.raised',
    'park submission.accepted',
    'park submission.evaluated',
    'park target.set',
  ]);
  const key = await keyFor('other-county', 'reporter');
  t.same(kinds((await readOn(county, null, '', key)).events), all.slice(0, 2));
  const types = '&types=alert.raised,submission.evaluated';
  t.same(kinds((await readOn(county, null, types)).events), [
    'other-park submission.evaluated',
    'park alert.raised',
    'park submission.evaluated',
  ]);
  t.same((await readOn(county, null, '&types=alert.settled')).events, []);
  for (const after of [
    'x',
    Buffer.from('1').toString('base64url'),
    Buffer.from('1.x').toString('base64url'),
  ]) {
    t.match(
      await call('GET', `/v1/events?after=${after}`),
      { status: 422, body: { errors: [{ code: 'notACursor' }] } },
      after,
    );
  }
  for (const after of ['99999999999999999999.1', '1.9999999999999999999']) {
    const answer = await call('GET', `/v1/events?after=${Buffer.from(after).toString('base64url')}`);
    t.equal(answer.status, 422, after);
  }
});
