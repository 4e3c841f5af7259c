import t from 'tap';
import { type Evaluation, foldYear, toWire } from '../../src/index.js';
import type { Q } from './arithmetic.js';
import { describe, foldInput, same, show } from './boundary.js';
import { tryCases } from './draw.js';
import { type Judged, judgeYear, type Year } from './fold.js';
import { drawGoal } from './goals.js';
import { FIELD_NAMES, type Goal } from './measured.js';
import { wireForm } from './wire-form.js';
import { drawYear } from './years.js';

/** What differs between a month as the rules and as the oracle judged it; null where nothing does. */
function difference(actual: Evaluation, expected: Judged): string | null {
  const { decided, change } = actual;
  const plain: [string, unknown, unknown][] = [
    ['state', actual.state, expected.state],
    ['version', actual.version, expected.decision?.version ?? null],
    // Whether a month without a figure carries the mark is a test of its own: back-judged.test.ts.
    ['backJudged', expected.reported !== null && actual.backJudged, expected.backJudged],
    ['light', decided?.light, expected.decided?.light],
    ['rule', decided?.rule, expected.decided?.rule],
    ['clearedThrough', decided?.clearedThrough ?? false, expected.decided?.held ?? false],
    ['policy', decided?.policy, expected.decided ? expected.decision?.policy.key : undefined],
    ['consecutiveLag', actual.consecutiveLag, expected.consecutiveLag],
    ['change.previousMonth', change?.previousMonth, expected.change?.month],
    ['change.light', change?.light, expected.change?.light],
    ['grade', actual.grade, expected.reported?.grade ?? null],
  ];
  const other = plain.find(([, one, another]) => one !== another);
  if (other) return `${other[0]} ${other[1]}, not ${other[2]}`;
  const numbers: [string, Parameters<typeof same>[0], Q | null | undefined][] = [
    ...FIELD_NAMES.map((name) => [name, actual.fields[name], expected.fields[name]] as const).map(
      ([name, one, another]): [string, typeof one, typeof another] => [name, one, another],
    ),
    ['figure', actual.figure, expected.reported?.value],
    ['yoy', actual.yoy, expected.reported?.yoy],
    ['change.figure', change?.figure, expected.change?.value],
    ['change.yoy', change?.yoy, expected.change?.yoy],
    ['change.gap', change?.gap, expected.change?.gap],
    ['nextCheckpoint', actual.fields.nextCheckpoint?.gap, expected.next?.gap],
  ];
  const off = numbers.find(([, one, another]) => !same(one, another));
  return off ? `${off[0]} ${show(off[1])}, not ${show(off[2])}` : null;
}

/** A year's story, for whoever has to follow it by hand. */
function tell(year: Year, through: number): string {
  const decisions = year.decisions.map(
    ({ appliesFrom, version, goal, policy }) => `v${version} from ${appliesFrom}: ${describe(goal, policy)}`,
  );
  const figures = year.figures
    .slice(0, through)
    .map((figure) => (figure ? `${show(figure.value)} (${show(figure.yoy)})` : '–'));
  const last = year.lastYear.map(show).join(' ');
  const back = year.backJudgedThrough;
  return `[${decisions.join('; ')}], figures ${figures.join(', ')}, last year ${last}, back-judged ${back}`;
}

/** What of the answer on the wire differs. */
function wireDifference(actual: Evaluation, expected: Judged, goal: Goal & { decimals: number }) {
  const wire: Record<string, unknown> = { ...toWire(actual, goal, 2031) };
  for (const [name, value] of Object.entries(wireForm(expected, goal, goal.decimals, 2031))) {
    const endless = (name === 'figure' || name === 'yoy') && value === null && wire[name] !== null;
    if (name === 'measure' && !expected.decision) continue;
    if (name === 'backJudged' || (endless && !actual[name]?.toExactDecimal())) continue;
    const [one, another] = [JSON.stringify(wire[name]), JSON.stringify(value)];
    if (one !== another) return `on the wire ${name} ${one}, not ${another}`;
  }
  return null;
}

t.test('whole years, unrounded and on the wire', async (t) => {
  tryCases(t, 700, (draw) => {
    const goal = drawGoal(draw);
    const year = drawYear(draw, goal);
    const expected = judgeYear(year);
    const actual = foldYear(foldInput(year, goal));
    for (const [index, month] of expected.entries()) {
      const evaluation = actual[index]!;
      const judgedBy = { ...goal, ...month.decision?.goal, decimals: goal.decimals };
      const fault = difference(evaluation, month) ?? wireDifference(evaluation, month, judgedBy);
      if (fault) return `month ${month.month}: ${fault}; ${tell(year, month.month)}`;
    }
    return actual.length === 12 ? null : `${actual.length} months`;
  });
});
