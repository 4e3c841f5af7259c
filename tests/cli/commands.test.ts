import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from '@xushi/api';
import { openInstallation, temporaryFolder } from '@xushi/testing';
import { columnsOf } from '@xushi/wording';
import t from 'tap';
import { badLine } from '../client/proxy.js';
import { INDICATORS, SHEET, setUpShuangpai } from '../shuangpai.js';
import { xushi } from './run.js';

t.test('a park’s month from its sheet to its warning', async (t) => {
  const installation = await openInstallation(t, { at: '2017-12-05T09:00:00+08:00' });
  await setUpShuangpai(installation);
  const api = await startApi(installation.context);
  t.teardown(() => api.stop());
  const { url } = api;
  const folder = temporaryFolder(t);
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const { org, period, ...rest } = SHEET;
  const sheet = file('sheet.json', rest);
  const of = ['--org', org, '--period', period];

  const none = await xushi(['alerts'], { url });
  t.same([none.code, none.out], [0, '没有预警\n']);

  const before = await xushi(['status', '--json'], { url });
  t.equal(before.code, 0);
  t.match(
    JSON.parse(before.out),
    { period, orgs: [{ org, state: 'notReported' }] },
    'the month that is over',
  );

  const checked = await xushi(['validate', sheet, ...of], { url });
  t.same([checked.code, checked.out], [0, `校验通过：${org} 2017年1—11月，报送后为“已受理”\n`]);
  const stored = await installation.call<{ data: unknown[] }>('GET', '/v1/submissions');
  t.equal(stored.body.data.length, 0, 'nothing was stored');

  const bad = { ...rest, values: [...rest.values, { indicator: 'nothing', value: '8,6' }] };
  const refused = await xushi(['submit', '-', ...of], { url, input: JSON.stringify(bad) });
  t.equal(refused.code, 1);
  t.equal(refused.out, '');
  t.match(refused.err, /提交内容有误.*\n {2}\/values\/5\/indicator {2}没有指标 nothing/);
  const problem = await xushi(['submit', '-', ...of, '--json', '--lang', 'en'], {
    url,
    input: JSON.stringify(bad),
  });
  t.equal(problem.code, 1);
  t.match(JSON.parse(problem.out), { code: 'invalid', errors: [{ message: /no indicator nothing/ }] });

  const submitted = await xushi(['submit', sheet, ...of], { url });
  t.same([submitted.code, submitted.out], [0, `已受理：${org} 2017年1—11月，第1版\n`]);
  const again = await xushi(['submit', sheet, ...of, '--json'], { url });
  t.equal(again.code, 0);
  t.match(JSON.parse(again.out), { org, revision: 1 });
  await installation.drain();

  const alerts = await xushi(['alerts', '--org', 'shuangpai', '--light', 'red'], { url });
  t.equal(alerts.code, 10);
  t.match(alerts.out, /^预警 1 条\n灯 .*\n红灯 .*双牌工业集中区 .*工业集中度/);
  t.equal((await xushi(['alerts', '--state', 'closed'], { url })).code, 0);

  const status = await xushi(['status', '--org', 'yongzhou'], { url });
  t.equal(status.code, 0);
  const [head = '', line = ''] = status.out.split('\n').slice(1);
  t.match(line, /已受理 .*2017-12-08 18:00 .*按时 .*已评价 .*绿灯 4 红灯 1/);
  t.equal(columnsBefore(head, '灯'), columnsBefore(line, '绿灯'), 'columns line up');
  const told = JSON.parse((await xushi(['status', '--json'], { url })).out);
  t.equal(told.orgs.length, 1);
  t.match(told.orgs[0], { org, revision: 1, evaluated: true, missing: [], lights: { red: 1, green: 4 } });
  t.equal(rest.values.length, Object.keys(INDICATORS).length);

  const reporter = await installation.call<{ secret: string }>('POST', '/v1/keys', {
    name: '报送',
    role: 'reporter',
    org,
  });
  const history = file('history.json', { ...SHEET, historical: true });
  const notAllowed = await xushi(['submit', history], { url, key: reporter.body.secret });
  t.ok([1, 5].includes(notAllowed.code ?? -1), notAllowed.err);
  const stranger = await xushi(['alerts'], { url, key: 'xushi_nobody_has_this_key_0' });
  t.equal(stranger.code, 5);
  t.notMatch(stranger.err + stranger.out, 'nobody_has', 'a key is not said');

  const line1 = await badLine(t, url, ['refused', { cutAfter: 0 }]);
  t.equal((await xushi(['alerts', '--url', line1.url])).code, 10, 'a bad line is come through');
});

const columnsBefore = (line: string, word: string): number => columnsOf(line.slice(0, line.indexOf(word)));
