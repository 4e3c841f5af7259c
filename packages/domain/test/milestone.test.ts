import fc from 'fast-check';
import t from 'tap';
import {
  type Evaluation,
  evaluate,
  type FoldYearInput,
  Fraction,
  foldYear,
  lastDayOfMonth,
  MILESTONE_NOTICE_WORKDAYS,
  type MonthFigure,
  milestonePosition,
  type Policy,
  PRESETS,
  type TargetTerms,
} from '../src/index.js';
import { seededCalendar } from './seeded-calendar.js';

const YEAR = 2018;
const calendar = seededCalendar();

const TERMS: TargetTerms = {
  measure: 'value',
  grade: 'annual',
  deciding: true,
  comparator: 'atLeast',
  value: Fraction.ONE,
  plan: { kind: 'constant' },
};

function dates(due: string) {
  return {
    due,
    workdaysOverdue(month: number): Fraction {
      if (month < 1 || month > 12) throw new RangeError(`no month ${month}`);
      const end = `${YEAR}-${String(month).padStart(2, '0')}-${lastDayOfMonth(YEAR, month)}`;
      return Fraction.of(calendar.workdaysBetween(due, end).days);
    },
  };
}

/** Reports by month: done, or done on a date. */
function reports(given: Record<number, boolean | string>): (MonthFigure | null)[] {
  return Array.from({ length: 12 }, (_, index) => {
    const report = given[index + 1];
    if (report === undefined) return null;
    const doneOn = typeof report === 'string' ? report : null;
    return { value: null, yoy: null, grade: 'statistical', done: report !== false, doneOn };
  });
}

function fold(
  due: string,
  given: Record<number, boolean | string> = {},
  { policy = PRESETS['milestone-20'], ...more }: Partial<FoldYearInput> & { policy?: Policy } = {},
): Evaluation[] {
  return foldYear({
    indicator: { type: 'milestone', unit: '项' },
    versions: [{ appliesFrom: 1, version: 1, terms: TERMS, policy }],
    figures: reports(given),
    isDue: () => true,
    lastMonth: 12,
    milestone: dates(due),
    ...more,
  });
}

/** The lights of months 1…12 by their first letter; a dot where the month is not due. */
function lights(year: readonly Evaluation[]): string {
  return year.map(({ state, decided }) => (state === 'notDue' ? '.' : (decided?.light[0] ?? '-'))).join('');
}

t.test('by the date alone: not due, noticed, overdue, long overdue', async (t) => {
  // 18 June is a holiday, and so is 30 April, from which 32 working days lie before 15 June.
  const year = fold('2018-06-15');
  t.equal(lights(year), '....yorrrrrr');
  t.same(
    year.slice(3, 7).map(({ fields }) => fields.daysOverdue?.toDecimal(0)),
    ['-32', '-11', '9', '31'],
  );
  t.match(year[5], {
    yardstick: 'milestone',
    milestone: { due: '2018-06-15', done: false, doneOn: null, doneLate: false },
    figure: null,
    grade: null,
    decided: { policy: 'milestone-20', policyVersion: 1, rule: 1 },
    consecutiveLag: 0,
  });
  t.same(Object.keys(year[5]!.decided!.saw), ['daysOverdue']);
});

t.test('the notice begins exactly so many working days before', async (t) => {
  t.equal(MILESTONE_NOTICE_WORKDAYS, 20);
  // June 2018 has 20 working days up to the 29th.
  t.equal(
    lights(fold('2018-06-29')).slice(0, 6),
    '....yy',
    'due on the last working day of June: not overdue',
  );
  t.equal(lights(fold('2018-07-02')).slice(0, 6), '.....y', '21 working days after May');
});

t.test('done is green and stays so, late or not', async (t) => {
  const early = fold('2018-06-15', { 3: '2018-03-20' });
  t.equal(lights(early), '..gggggggggg');
  t.match(early[2], { milestone: { done: true, doneOn: '2018-03-20', doneLate: false } });
  t.equal(early[2]!.fields.daysOverdue?.sign, 0);
  t.match(early[2]!.decided, { light: 'green', rule: null, policy: 'milestone-20' });

  const late = fold('2018-06-15', { 6: false, 7: '2018-07-04', 8: false, 12: false });
  t.equal(lights(late), '....yogggggg', 'a later month does not undo it');
  t.equal(late[6]!.milestone?.doneLate, true);
  t.equal(late[11]!.milestone?.doneLate, true, 'kept');
  t.equal(late[6]!.fields.daysOverdue?.sign, 0);
  t.equal(fold('2018-06-15', { 6: '2018-06-15' })[5]!.milestone?.doneLate, false, 'on the day');
});

t.test('what became known later says nothing about an earlier month', async (t) => {
  const year = fold('2018-06-15', { 7: '2018-06-10' });
  t.equal(lights(year).slice(4, 7), 'yog');
  t.equal(year[6]!.milestone?.doneLate, false);
});

t.test('done on an unknown day: late by the end of the first month that said so', async (t) => {
  const lateIn = (due: string, given: Record<number, boolean | string>) =>
    fold(due, given)[11]!.milestone?.doneLate;
  t.equal(lateIn('2018-06-15', { 5: true }), false);
  t.equal(lateIn('2018-06-15', { 6: true }), true);
  t.equal(lateIn('2018-06-29', { 6: true, 8: true }), false, 'the rest of June is a Saturday');
  t.equal(lateIn('2018-06-15', { 6: true, 7: '2018-06-12' }), false, 'the day was said later');
  t.equal(lateIn('2018-06-15', { 6: '2018-06-12', 7: '2018-06-18', 8: true }), true, 'the last one said');
  const undone = [{ done: false, doneOn: '2018-05-01' }];
  t.same(milestonePosition({ dates: dates('2018-06-15'), reports: undone, month: 1 }).status, {
    due: '2018-06-15',
    done: false,
    doneOn: null,
    doneLate: false,
  });
});

t.test("at the year's end", async (t) => {
  t.equal(lights(fold('2018-12-20')).slice(9), '.yr', 'a few days overdue in December');
  t.equal(lights(fold('2018-12-31')).slice(9), '..r', 'its last day passed');
  t.match(fold('2018-12-20')[11]!.decided, { rule: null, light: 'red' });
  t.match(fold('2018-06-15')[11]!.decided, { rule: 0, light: 'red' }, 'red by its rule');
  t.equal(lights(fold('2018-12-20', { 12: true })).slice(9), '.yg');
  t.equal(lights(fold('2019-01-11')).slice(9), '..y', 'the date is still to come');
});

t.test('it is judged whether or not a report is due, and its change carries the light before', async (t) => {
  const year = fold('2018-06-15', { 8: true }, { isDue: (month) => month === 12 });
  t.equal(lights(year), '....yorggggg');
  t.equal(year[4]!.change, null, "the year's first");
  t.match(year[5]!.change, { previousMonth: 5, light: 'yellow', figure: null, yoy: null, gap: null });
  t.match(year[7]!.change, { previousMonth: 7, light: 'red' });
});

t.test('policies of its own, and those that do not speak of dates', async (t) => {
  const rules: Policy['rules'] = [
    { light: 'red', when: { all: [{ field: 'daysOverdue', op: 'gt', value: '0' }] } },
  ];
  const strict: Policy = { key: 'strict', version: 3, rules, clearThrough: 'yellow', fromMonth: 6 };
  const year = fold('2018-06-15', { 8: true }, { policy: strict });
  t.equal(lights(year), '....-rrggggg', 'no light before June; done clears through nothing');
  t.match(year[7]!.decided, { policy: 'strict', policyVersion: 3, rule: null });
  for (const key of ['pace-5-10', 'consecutive-2', 'peer-average'] as const) {
    const hung = fold('2018-06-15', {}, { policy: PRESETS[key] });
    t.equal(lights(hung), '....yorrrrrr', key);
    t.equal(hung[5]!.decided?.policy, 'milestone-20', 'the one that decided is the one named');
  }
});

t.test('without a date or a target', async (t) => {
  const indicator = { type: 'milestone', unit: '项' } as const;
  const asked = { indicator, month: 3, figure: null, yoy: null, grade: null };
  t.match(evaluate({ ...asked, target: TERMS }), { state: 'notDue', milestone: null });
  t.equal(lights(fold('2018-06-15', {}, { milestone: undefined })), '............');
  t.match(fold('2018-06-15', {}, { versions: [] })[5], { state: 'noTarget', milestone: null, decided: null });
  const flow = fold('2018-06-15', {}, { indicator: { type: 'flow', unit: '亿元' } });
  t.match(flow[5], { state: 'notReported', milestone: null }, 'a flow has no date');
});

t.test('property: until done the light only worsens, from then on it is green', async () => {
  const day = fc.integer({ min: 1, max: 28 }).map((each) => String(each).padStart(2, '0'));
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(month, day, fc.option(month), (dueMonth, dueDay, doneMonth) => {
      const due = `2018-${String(dueMonth).padStart(2, '0')}-${dueDay}`;
      const found = lights(fold(due, doneMonth === null ? {} : { [doneMonth]: true }));
      const undone = doneMonth === null ? found : found.slice(0, doneMonth - 1);
      return (
        [...undone].every(
          (light, at) => at === 0 || '.yor'.indexOf(light) >= '.yor'.indexOf(undone[at - 1]!),
        ) &&
        /^g*$/.test(found.slice(undone.length)) &&
        (doneMonth !== null || found[11] === 'r')
      );
    }),
  );
});
