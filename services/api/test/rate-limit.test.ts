import t from 'tap';
import { createBuckets, sourceOf } from '../src/rate-limit.js';

t.test('an address stands for itself, or for its network where one subscriber has many', async (t) => {
  for (const [address, source] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ] as const) {
    t.equal(sourceOf(address), source, address);
  }
});

t.test('over any time a bucket lets through a minute’s worth and what came in since', async (t) => {
  let at = 0;
  const buckets = createBuckets({ perMinute: 30, now: () => new Date(at) });
  let passed = 0;
  for (let step = 0; step < 6000; step++) {
    at += 100;
    if (buckets.take('a') === 0) passed += 1;
  }
  // Ten minutes at 30, and the bucket that was full at the beginning.
  t.ok(passed >= 329 && passed <= 330, `${passed}`);
  at -= 60_000;
  t.type(buckets.take('a'), 'number', 'a clock that steps back does no harm');
  for (let name = 0; name < 50_000; name++) buckets.take(`n${name}`);
  t.equal(buckets.take('n0'), 0, 'whoever was forgotten starts anew');
});
