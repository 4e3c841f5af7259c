import t from 'tap';
import {
  countingArrival,
  type DutyVersion,
  expectedFigures,
  extensionReminder,
  type Indicator,
  isKnownInTime,
  parsePeriod,
  sheetDeadline,
  toInstant,
} from '../src/index.js';
import { seededCalendar } from './seeded-calendar.js';

const calendar = seededCalendar();
const timeZone = 'Asia/Shanghai';
const moment = (date: string, time = '09:00') => toInstant(date, time, timeZone);
const period = (text: string) => parsePeriod(text)!;
const said = (at: Date | null) => at && new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

const version = (known: string, rest: Partial<DutyVersion> = {}): DutyVersion => ({
  ...{ knownAt: moment(known), indicators: [{ indicator: 'a', from: '2017-01', to: null }] },
  ...rest,
});
const reminderOf = (sheet: string, versions: DutyVersion[]) =>
  said(sheetDeadline({ period: period(sheet), versions, calendar, timeZone }).remindAt);

t.test(
  'the reminder: three working days before, from the opening on, or the day after the duty',
  async (t) => {
    t.equal(reminderOf('2017-11', [version('2017-01-01')]), '2017-12-05T09:00');
    // 1 to 8 October 2017 are off.
    t.equal(reminderOf('2017-09', [version('2017-01-01')]), '2017-09-28T09:00', 'due on 9 October');
    const early = { dueDay: 1, roll: 'previousWorkday' as const };
    t.equal(reminderOf('2017-01', [version('2016-01-01', early)]), '2017-01-25T09:00', 'not before it opens');
    t.equal(reminderOf('2017-11', [version('2017-12-05')]), '2017-12-05T09:00', 'known in that moment');
    const afterwards = { knownAt: moment('2017-12-05', '09:01') };
    t.equal(reminderOf('2017-11', [version('2017-12-05', afterwards)]), '2017-12-06T09:00');
    t.equal(reminderOf('2017-11', [version('2017-12-08')]), null, 'too late for one');
  },
);

t.test('the duty that was known when the period opened decides; its first one where none was', async (t) => {
  const due = (versions: DutyVersion[]) =>
    said(sheetDeadline({ period: period('2017-11'), versions, calendar, timeZone }).dueAt);
  const [early, late] = [version('2017-11-20', { dueDay: 12 }), version('2017-11-26', { dueDay: 20 })];
  t.equal(due([early, late]), '2017-12-12T18:00');
  t.equal(due([late, early]), '2017-12-12T18:00');
  t.equal(due([late]), '2017-12-20T18:00');
  t.equal(due([]), '2017-12-08T18:00');
});

t.test('a deadline that had passed before anybody knew of it is nobody’s', async (t) => {
  const of = { dueAt: moment('2017-12-08', '18:00'), expects: (duty: readonly unknown[]) => duty.length > 0 };
  t.equal(isKnownInTime([version('2017-12-08')], of), true);
  t.equal(isKnownInTime([version('2017-12-09')], of), false);
  t.equal(isKnownInTime([version('2017-01-01', { indicators: [] }), version('2017-12-09')], of), false);
});

t.test('what a sheet has to hold', async (t) => {
  const indicator = (key: string, rest: Partial<Indicator> = {}) => ({
    ...{ key, type: 'flow' as const, formula: null, noJanuary: false, dueMonths: null, lagMonths: 0 },
    ...rest,
  });
  const catalogue = [
    indicator('plain'),
    indicator('merged', { noJanuary: true }),
    indicator('quarter', { dueMonths: [3, 6, 9, 12] }),
    indicator('trails', { lagMonths: 1 }),
    indicator('merged-trails', { lagMonths: 1, noJanuary: true }),
    indicator('road', { type: 'milestone' }),
    indicator('computed', {
      formula: {
        ...{
          numerator: { indicator: 'plain', org: 'self' },
          denominator: { indicator: 'plain', org: 'self' },
        },
        ...{ scale: '1', mode: 'computed' as const },
      } as Indicator['formula'],
    }),
    indicator('other'),
  ];
  const duty = catalogue
    .filter(({ key }) => key !== 'other')
    .map(({ key }) => ({ indicator: key, from: '2017-01', to: '2018-02' }));
  const at = (sheet: string, org = { activeFrom: null as string | null, activeTo: null as string | null }) =>
    expectedFigures({ sheet: period(sheet), duty, org, catalogue }).map(
      (figure) => `${figure.indicator.key} ${figure.period}`,
    );
  t.same(at('2018-01'), ['plain 2018-01', 'trails 2017-12', 'merged-trails 2017-12']);
  t.same(at('2018-02'), ['plain 2018-02', 'merged 2018-02', 'trails 2018-01']);
  t.same(at('2018-03'), ['trails 2018-02', 'merged-trails 2018-02'], 'the last of a duty that ended');
  t.same(at('2017-01'), ['plain 2017-01'], 'a duty begins with its own month’s figure');
  t.same(at('2017-12'), [
    'plain 2017-12',
    'merged 2017-12',
    'quarter 2017-12',
    'trails 2017-11',
    'merged-trails 2017-11',
  ]);
  t.same(at('2017-12', { activeFrom: '2017-12-15', activeTo: null }), [
    'plain 2017-12',
    'merged 2017-12',
    'quarter 2017-12',
  ]);
  t.same(at('2018-01', { activeFrom: null, activeTo: '2017-12-31' }), [], 'an org that ended');
});

t.test('an extension is reminded of before its day, unless that is too near', async (t) => {
  const reminder = (given: string) =>
    said(
      extensionReminder({
        ...{ untilDay: '2017-12-18', untilAt: moment('2017-12-18', '18:00'), calendar, timeZone },
        given: moment(given, '10:00'),
      }),
    );
  t.equal(reminder('2017-12-01'), '2017-12-13T09:00');
  t.equal(reminder('2017-12-14'), '2017-12-15T09:00');
  t.equal(reminder('2017-12-15'), '2017-12-18T09:00');
  t.equal(reminder('2017-12-18'), null);
});

t.test('the first arrival counts where a hold or return is answered by the next working day', async (t) => {
  const arrival = (...stretches: [from: string, until: string | null][]) =>
    said(
      countingArrival(
        stretches.map(([from, until]) => ({
          from: moment(from),
          until: until === null ? null : moment(until, '17:00'),
        })),
        { calendar, timeZone },
      ),
    )?.slice(0, 10) ?? null;
  t.equal(arrival(), null);
  t.equal(arrival(['2017-12-07', null]), '2017-12-07');
  t.equal(arrival(['2017-12-07', '2017-12-08']), null, 'returned and not answered');
  t.equal(arrival(['2017-12-07', '2017-12-08'], ['2017-12-11', null]), '2017-12-07', 'from Friday to Monday');
  t.equal(arrival(['2017-12-07', '2017-12-08'], ['2017-12-12', null]), '2017-12-12');
  t.equal(
    arrival(['2017-12-05', '2017-12-07'], ['2017-12-12', '2017-12-12'], ['2017-12-13', null]),
    '2017-12-12',
    'answered late once, then in time',
  );
});
