import fc from 'fast-check';
import t from 'tap';
import { retryAfterOf, waitBefore } from '../src/wait-before.js';

const tries = fc.integer({ min: 1, max: 60 });
const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

t.test('a wait doubles up to ten seconds, and a random half of it at least is kept', async () => {
  fc.assert(
    fc.property(tries, chances, (tried, random) => {
      const whole = Math.min(10_000, 200 * 2 ** (tried - 1));
      const wait = waitBefore(tried, null, random);
      return wait >= whole / 2 && wait <= whole;
    }),
  );
});

t.test('what the server asks for is waited for whole, and not all come back at that moment', async (t) => {
  fc.assert(
    fc.property(tries, chances, fc.integer({ min: 0, max: 1e9 }), (tried, random, asked) => {
      const wait = waitBefore(tried, asked, random);
      return wait >= asked && wait <= asked + 5000;
    }),
  );
  t.not(waitBefore(1, 1000, 0.2), waitBefore(1, 1000, 0.8));
});

t.test('Retry-After is seconds or a date; what is neither asks for nothing', async (t) => {
  const date = 'Wed, 06 Dec 2017 09:00:00 GMT';
  const after = (given: string) => retryAfterOf({ date, 'retry-after': given });
  t.equal(after('120'), 120_000);
  t.equal(after('0'), 0);
  t.equal(after('Wed, 06 Dec 2017 09:01:30 GMT'), 90_000);
  t.equal(after('Wed, 06 Dec 2017 08:00:00 GMT'), 0, 'a moment that is past');
  t.equal(
    retryAfterOf({ 'retry-after': 'Wed, 06 Dec 2017 09:01:30 GMT' }),
    null,
    'without a date to compare',
  );
  for (const strange of ['', 'soon', '-5', '1.5', '99999999999']) t.equal(after(strange), null, strange);
  t.equal(retryAfterOf({}), null);
});
