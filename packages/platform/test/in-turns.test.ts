import { performance } from 'node:perf_hooks';
import t from 'tap';
import { inTurns, jsonInTurns } from '../src/index.js';

/** Work of a known length. */
function busy(ms: number): void {
  const begun = performance.now();
  while (performance.now() - begun < ms);
}

t.test('long work lets others have their turn, and keeps its order', async (t) => {
  let others = 0;
  const other = setInterval(() => {
    others += 1;
  }, 1);
  t.teardown(() => clearInterval(other));
  const results = await inTurns([1, 2, 3, 4, 5, 6], (item) => {
    busy(8);
    return item * 10;
  });
  t.same(results, [10, 20, 30, 40, 50, 60]);
  t.ok(others >= 3, `others came ${others} times`);
});

t.test('short work is done at once', async (t) => {
  let others = 0;
  setImmediate(() => {
    others += 1;
  });
  await inTurns([1, 2, 3], (item) => item);
  t.equal(others, 0);
});

t.test('what fails ends it', async (t) => {
  const seen: number[] = [];
  const work = inTurns([1, 2, 3], (item) => {
    seen.push(item);
    if (item === 2) throw new Error('no');
  });
  await t.rejects(work, /no/);
  t.same(seen, [1, 2]);
});

t.test('a list as JSON', async (t) => {
  t.equal(await jsonInTurns([], (item) => item), '[]');
  const rows = [
    { name: '双牌"', value: null },
    { name: 'b', value: 1 },
  ];
  t.same(JSON.parse(await jsonInTurns(rows, (row) => row)), rows);
});
