import t from 'tap';
import { figureInForce } from '../../src/index.js';
import { tryCases } from './draw.js';

t.test('of revisions in any order the best grade counts, then the latest', async (t) => {
  const GRADES = ['estimate', 'statistical', 'final'];
  tryCases(t, 1000, (draw) => {
    const rows = Array.from({ length: draw.whole(0, 8) }, (_, id) => ({
      id,
      grade: draw.pick(GRADES),
      withdrawn: draw.chance(0.25),
    }));
    const rank = (row: { grade: string }) => GRADES.indexOf(row.grade);
    const standing = rows.filter(
      (row) =>
        !row.withdrawn &&
        !rows.some((other) => other.withdrawn && other.id > row.id && rank(other) >= rank(row)),
    );
    const expected = standing.toSorted((a, b) => rank(b) - rank(a) || b.id - a.id)[0] ?? null;
    const actual = figureInForce(draw.shuffle(rows));
    return actual?.id === expected?.id ? null : `${JSON.stringify(rows)}: ${actual?.id}, not ${expected?.id}`;
  });
});
