import fc from 'fast-check';
import t from 'tap';
import {
  type FigureGrade,
  Fraction,
  type PeerEntry,
  peerGapOf,
  peerMean,
  type RankOrder,
  rankPeers,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

function entry(key: string, value: string | null, grade: FigureGrade | null = 'statistical'): PeerEntry {
  return { key, value: value === null ? null : dec(value), grade };
}

function positions(values: (string | null)[], order: RankOrder = 'descending') {
  const standings = rankPeers(
    values.map((value, at) => entry(`${at}`, value)),
    order,
  );
  return values.map((_, at) => standings.get(`${at}`)?.position);
}

t.test('ties share a place and the next is skipped', async (t) => {
  t.same(positions(['9', '5', '7', '7']), [1, 4, 2, 2]);
  t.same(positions(['9.0', '9', '9', '1']), [1, 1, 1, 4]);
  t.same(positions(['-1', '0', '-2']), [2, 1, 3]);
});

t.test('ascending puts the least first', async (t) => {
  t.same(positions(['9', '5', '7', '7'], 'ascending'), [4, 1, 2, 2]);
});

t.test('who did not report holds no place and is counted', async (t) => {
  const standings = rankPeers([entry('a', null, null), entry('b', '0'), entry('c', '2')], 'descending');
  t.same(standings.get('a'), { position: null, of: 3, reported: 2, mixedGrades: false });
  t.same(standings.get('b'), { position: 2, of: 3, reported: 2, mixedGrades: false });
  t.same(positions([null, null]), [null, null]);
  t.equal(rankPeers([], 'descending').size, 0);
});

t.test('values that print alike are still apart', async (t) => {
  const [third, near] = [Fraction.of(1, 3), dec('0.3333333333')];
  const standings = rankPeers(
    [
      { key: 'near', value: near, grade: null },
      { key: 'third', value: third, grade: null },
      { key: 'same', value: Fraction.of(2, 6), grade: null },
    ],
    'descending',
  );
  t.same(
    ['third', 'same', 'near'].map((key) => standings.get(key)?.position),
    [1, 1, 3],
  );
});

t.test('unequal grades of those ranked are 口径不一', async (t) => {
  const mixed = (...entries: PeerEntry[]) => rankPeers(entries, 'descending').get('a')?.mixedGrades;
  t.equal(mixed(entry('a', '1'), entry('b', '2', 'estimate')), true);
  t.equal(mixed(entry('a', '1'), entry('b', '2')), false);
  t.equal(mixed(entry('a', '1'), entry('b', null, 'estimate')), false, 'who is not ranked mixes nothing');
});

t.test('agrees with counting who is better, in either order', async () => {
  const value = fc.option(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 5 })));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.boolean(), (pairs, ascending) => {
      const entries = pairs.map((pair, at) => ({
        key: `${at}`,
        value: pair && Fraction.of(pair[0], pair[1]),
        grade: null,
      }));
      const standings = rankPeers(entries, ascending ? 'ascending' : 'descending');
      return entries.every(({ key, value }) => {
        const better = entries.filter(
          (other) => value && other.value?.compare(value) === (ascending ? -1 : 1),
        ).length;
        return standings.get(key)?.position === (value === null ? null : better + 1);
      });
    }),
  );
});

t.test('thousands of peers with unlike denominators are ranked and averaged at once', async (t) => {
  const entries = Array.from({ length: 5_000 }, (_, at) => ({
    key: `${at}`,
    value: Fraction.of((at * 7_919) % 5_003, 9_973 + at),
    grade: null,
  }));
  const started = process.hrtime.bigint();
  const standings = rankPeers(entries, 'descending');
  const mean = peerMean(entries)!;
  const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
  t.equal(standings.size, 5_000);
  t.ok(milliseconds < 10_000, `took ${milliseconds} ms`);
  const roughly = entries.reduce((sum, { value }) => sum + Number(value.toDecimal(12)), 0) / 5_000;
  t.equal(mean.value.toDecimal(8), roughly.toFixed(8));
});

t.test('the mean is of those that reported', async (t) => {
  const mean = peerMean([entry('a', '1'), entry('b', null), entry('c', '2'), entry('d', '2')]);
  t.same([mean?.value.toDecimal(2), mean?.reported, mean?.of], ['1.67', 3, 4]);
  t.equal(peerMean([entry('a', null)]), null);
  t.equal(peerMean([]), null);
});

t.test('the gap to the reference is in points, positive where good', async (t) => {
  const own = dec('0.5');
  const reference = dec('1.9');
  t.equal(peerGapOf({ own, reference }).toDecimal(2), '-1.40', '旬阳: 低于全市1.4个百分点');
  t.equal(peerGapOf({ own, reference, comparator: 'atMost' }).toDecimal(2), '1.40');
});
