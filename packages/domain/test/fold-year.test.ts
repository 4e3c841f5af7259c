import fc from 'fast-check';
import t from 'tap';
import {
  type FoldYearInput,
  Fraction,
  foldYear,
  type MonthFigure,
  type Policy,
  PRESETS,
  type TargetVersion,
  versionAt,
  versionBefore,
} from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

function version(value: string, more: Partial<TargetVersion> = {}): TargetVersion {
  return {
    appliesFrom: 1,
    version: 1,
    terms: {
      measure: 'value',
      grade: 'annual',
      deciding: true,
      comparator: 'atLeast',
      value: dec(value),
      plan: { kind: 'linear' },
    },
    policy: PRESETS['pace-5-10'],
    ...more,
  };
}

function figures(...values: (string | null)[]): (MonthFigure | null)[] {
  return values.map((value) =>
    value === null ? null : { value: dec(value), yoy: null, grade: 'statistical' },
  );
}

function fold(values: (string | null)[], more: Partial<FoldYearInput> = {}) {
  return foldYear({
    indicator: { type: 'flow', unit: '亿元' },
    versions: [version('120')],
    figures: figures(...values),
    isDue: () => true,
    lastMonth: values.length,
    ...more,
  });
}

t.test('a year with gaps: lag is neither counted nor broken by what is not judged', async (t) => {
  const year = fold([null, '19', null, '38', '50', '59'], { isDue: (month) => month !== 1 });
  t.same(
    year.map(({ month, state, decided, consecutiveLag }) => [
      month,
      state,
      decided?.light ?? null,
      consecutiveLag,
    ]),
    [
      [1, 'notDue', null, 0],
      [2, 'evaluated', 'yellow', 1],
      [3, 'notReported', null, 1],
      [4, 'evaluated', 'yellow', 2],
      [5, 'evaluated', 'green', 0],
      [6, 'evaluated', 'yellow', 1],
    ],
  );
  t.equal(year[1]!.change, null, "the year's first");
  t.equal(year[2]!.change, null, 'nothing reported, nothing changed');
  const april = year[3]!.change!;
  t.equal(april.previousMonth, 2);
  t.equal(april.figure?.toDecimal(0), '19');
  t.equal(april.gap?.toDecimal(2), '-0.83', '−1.67 after −0.83');
  t.equal(april.light, 'yellow');
});

t.test('lag counts whatever the light, and reds after two with consecutive-2', async (t) => {
  const policy = PRESETS['consecutive-2'];
  const year = fold(['9.9', '19.9', '30', '39'], { versions: [version('120', { policy })] });
  t.same(
    year.map(({ decided, consecutiveLag }) => [decided?.light, consecutiveLag]),
    [
      ['yellow', 1],
      ['red', 2],
      ['green', 0],
      ['yellow', 1],
    ],
  );
  const lenient = fold(['9.9', '19.9'], { versions: [version('120', { policy: PRESETS['pace-10-30'] })] });
  t.same(
    lenient.map(({ decided, consecutiveLag }) => [decided?.light, consecutiveLag]),
    [
      ['green', 1],
      ['green', 2],
    ],
  );
});

t.test('each month keeps the version that applies to it', async (t) => {
  const versions = [version('240', { appliesFrom: 3, version: 2 }), version('120')];
  const year = fold(['10', '20', '30', '80'], { versions });
  t.same(
    year.map(({ version, decided }) => [version, decided?.light]),
    [
      [1, 'green'],
      [1, 'green'],
      [2, 'red'],
      [2, 'green'],
    ],
  );
  const late = fold(['10', '20'], { versions: [version('120', { appliesFrom: 2 })] });
  t.same(
    late.map(({ state, version }) => [state, version]),
    [
      ['noTarget', null],
      ['evaluated', 1],
    ],
  );
  t.equal(versionAt([version('1', { version: 2 }), version('2', { version: 3 })], 5)?.version, 3);
  t.equal(versionAt([], 5), null);
  t.equal(fold(['1'], { versions: [] })[0]!.state, 'noTarget');
});

t.test('months reported before the first target stay out of the lag, all but the latest', async (t) => {
  const figures = ['5', '15', '25', null, '45'].map((value, index) =>
    value === null
      ? null
      : { value: dec(value), yoy: null, grade: 'estimate' as const, backJudged: index < 3 },
  );
  const year = fold(['5', '15', '25', null, '45'], { figures });
  t.same(
    year.map(({ backJudged, consecutiveLag }) => [backJudged, consecutiveLag]),
    [
      [true, 0],
      [true, 0],
      [true, 1],
      [false, 1],
      [false, 2],
    ],
  );
});

t.test('red clears through yellow for one period', async (t) => {
  const policy: Policy = { ...PRESETS['pace-5-10'], clearThrough: 'yellow', fromMonth: 2 };
  const year = fold(['0', '5', null, '40', '50'], { versions: [version('120', { policy })] });
  t.same(
    year.map(({ decided }) => decided && [decided.light, decided.clearedThrough ?? false]),
    [null, ['red', false], null, ['yellow', true], ['green', false]],
  );
});

t.test('peer references and fallbacks reach the evaluation', async (t) => {
  const peers = fold(['10', '20'], {
    versions: [version('120', { policy: PRESETS['peer-average'] })],
    // 20 of 120 are 16.67%, a sixth of a hundred: 1 point below.
    peerReference: (month) => (month === 2 ? dec('100').dividedBy(dec('6')).plus(dec('1')) : null),
  });
  t.equal(peers[1]?.peerGap?.toExactDecimal(), '-1');
  t.same(
    peers.map(({ decided }) => decided?.light ?? null),
    [null, 'red'],
  );
  const terms = { ...version('120').terms, plan: { kind: 'lastYear' } as const };
  t.equal(fold(['10'], { versions: [version('120', { terms })] })[0]!.planFallback, 'lastYearMissing');
});

t.test('property: the lag is the run of months behind, months without a figure left out', async () => {
  const year = fc.array(fc.option(fc.integer({ min: 0, max: 240 })), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(year, (values) => {
      const found = fold(values.map((value) => (value === null ? null : String(value))));
      const reported = values.flatMap((value, index) =>
        value === null ? [] : [{ value, month: index + 1 }],
      );
      return found.every(({ month, consecutiveLag, change }, index) => {
        const until = reported.filter((each) => each.month <= month);
        const lastKept = until.findLastIndex((each) => each.value >= each.month * 10);
        const before = values[index] === null ? undefined : until.at(-2);
        return (
          consecutiveLag === until.length - 1 - lastKept &&
          (change?.previousMonth ?? 0) === (before?.month ?? 0)
        );
      });
    }),
  );
});

t.test('what judged before a revision: not what was to apply only later', async (t) => {
  const versions = [
    version('40'),
    version('33', { version: 2, appliesFrom: 7 }),
    version('31', { version: 3, appliesFrom: 6 }),
  ];
  const before = (of: { version: number; month: number }) => versionBefore(versions, of)?.version ?? null;
  t.equal(before({ version: 3, month: 6 }), 1);
  t.equal(before({ version: 3, month: 7 }), 2);
  t.equal(before({ version: 2, month: 7 }), 1);
  t.equal(before({ version: 1, month: 1 }), null);
});

t.test('the light that a month would have had under the target of the month before', async (t) => {
  const input: FoldYearInput = {
    indicator: { type: 'flow', unit: '亿元' },
    versions: [version('120'), version('100', { version: 2, appliesFrom: 7 })],
    figures: figures(null, null, null, null, null, '50', '60', '65'),
    isDue: () => true,
    lastMonth: 8,
  };
  const light = foldYear(input).map(({ underEarlierTarget, decided }) => [
    decided?.light,
    underEarlierTarget?.light,
  ]);
  // 60 is 50 % of 120 and 60 % of 100; 58.33 % of the year is over.
  t.same(light.slice(5), [
    ['orange', undefined],
    ['green', 'orange'],
    ['yellow', undefined],
  ]);
  t.equal(foldYear({ ...input, versions: [version('120')] })[6]?.underEarlierTarget, undefined);
});
