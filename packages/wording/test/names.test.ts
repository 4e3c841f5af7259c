import { ALERT_KINDS, ALERT_REASONS, ALERT_STATES, EVALUATION_STATES, LEVELS, LIGHTS } from '@xushi/domain';
import t from 'tap';
import {
  alertKindName,
  alertReasonName,
  alertStateName,
  LANGUAGES,
  levelName,
  lightName,
  monthRange,
  notReportedWords,
  periodName,
  shortLightName,
  stateName,
} from '../src/index.js';

t.test('periods (domain.md §3)', async (t) => {
  t.equal(periodName('2017-11'), '2017年1—11月');
  t.equal(periodName('2017-01'), '2017年1月');
  t.equal(periodName('2017-12'), '2017年');
  t.equal(monthRange(11), '1—11月');
  t.equal(monthRange(1), '1月');
  t.equal(monthRange(12), '全年');
  t.equal(periodName('2017-11', 'en'), 'Jan–Nov 2017');
  t.equal(periodName('2017-01', 'en'), 'Jan 2017');
  t.equal(periodName('2017-12', 'en'), '2017');
  t.throws(() => periodName('2017-13'), RangeError);
  t.throws(() => monthRange(13), RangeError);
});

t.test('lights always come with a word (domain.md §7)', async (t) => {
  t.strictSame(
    LIGHTS.map((light) => lightName(light)),
    ['绿灯（正常）', '黄灯（关注）', '橙灯（滞后）', '红灯（严重滞后）'],
  );
  t.equal(shortLightName('red'), '红灯');
  t.equal(shortLightName('red', 'en'), 'red');
});

t.test('every word of the closed vocabularies has a name of its own in both languages', async (t) => {
  const lists = [
    ALERT_KINDS.map((kind) => LANGUAGES.map((language) => alertKindName(kind, language))),
    ALERT_STATES.map((state) => LANGUAGES.map((language) => alertStateName(state, language))),
    ALERT_REASONS.map((reason) => LANGUAGES.map((language) => alertReasonName(reason, language))),
    EVALUATION_STATES.map((state) => LANGUAGES.map((language) => stateName(state, language))),
    LEVELS.map((level) => LANGUAGES.map((language) => levelName(level, language))),
  ];
  for (const list of lists) {
    const names = list.flat();
    t.notOk(names.some((name) => !name));
    t.equal(new Set(names).size, names.length);
  }
  t.equal(alertKindName('indicatorLagging'), '滞后指标预警');
});

t.test('what was due when', async (t) => {
  t.equal(
    notReportedWords({ date: '2018-01-09', time: '09:30', workdaysLate: null }),
    '未报送（应于1月9日9时30分前报送）',
  );
  t.equal(
    notReportedWords({ date: '2018-01-09', time: '18:00', workdaysLate: 0 }),
    '未报送（应于1月9日18时前报送，已逾期）',
  );
  t.equal(
    notReportedWords({ date: '2018-01-09', time: '18:00', workdaysLate: 1 }, 'en'),
    'not reported (due by 18:00 on 9 Jan, 1 working day overdue)',
  );
});
