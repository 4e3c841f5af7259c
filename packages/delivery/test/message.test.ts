import { buildMessage } from '@xushi/delivery';
import t from 'tap';
import { alertEvent } from './support.js';

const options = { publicUrl: 'https://xushi.example.cn' };
const timestamp = '2017-12-08T01:00:00.000Z';

function alertMail(
  reason: string,
  change: Record<string, unknown> = {},
  transition: Record<string, unknown> = {},
) {
  const event = alertEvent(reason, change);
  event.payload.transition = { reason, ...transition };
  return buildMessage({ type: event.type, timestamp, data: event.payload }, options);
}

t.test('an alert', async (t) => {
  const { subject, text, html } = alertMail('raised', { path: '/p/token-1' });
  t.equal(subject, '【红灯预警】双牌工业集中区 工业集中度 低于年度目标10.19个百分点（2017年1—11月）');
  for (const part of [text, html]) {
    t.match(part, '1—11月，工业集中度69.81%，低于年度目标10.19个百分点。');
    t.match(part, '红灯（严重滞后）');
    t.match(part, '差距');
    t.match(part, '80%');
    t.match(part, 'https://xushi.example.cn/p/token-1');
    t.notMatch(part, '快慢');
  }
});

t.test('subjects say what became of it', async (t) => {
  const table: [reason: string, change: Record<string, unknown>, start: string][] = [
    ['worsened', {}, '【红灯预警·加重】双牌工业集中区 工业集中度'],
    ['improved', { lightName: '橙灯（滞后）' }, '【橙灯预警·好转】'],
    ['resolved', { light: 'green', lightName: '绿灯（正常）' }, '【滞后指标预警·解除】'],
    [
      'raised',
      { kind: 'submissionOverdue', lightName: null, title: '2017年1—11月报表未报送' },
      '【逾期未报】双牌工业集中区 2017年1—11月报表未报送',
    ],
    ['reopened', { kind: 'milestoneOverdue' }, '【节点逾期·重新列入】'],
  ];
  for (const [reason, change, start] of table) {
    const { subject } = alertMail(reason, change);
    t.ok(subject.startsWith(start), subject);
  }
});

t.test('a forecast’s warning whose place a lagging one took has not recovered', async (t) => {
  const alert = { kind: 'forecastMiss', state: 'resolved', light: 'red', lightName: '红灯（严重滞后）' };
  const { subject, text } = alertMail('resolved', alert, { replacedBy: 'indicatorLagging' });
  t.ok(subject.startsWith('【预计难以完成·转为滞后预警】'), subject);
  t.match(text, '已转为滞后预警');
  t.notMatch(text, '已解除');
});

t.test(
  'an earlier month that is put right is told of by its own light, and how the warning stands beside it',
  async (t) => {
    const alert = {
      period: '2017-06',
      periodName: '2017年1—6月',
      light: 'red',
      lightName: '红灯（严重滞后）',
    };
    const transition = { light: 'yellow', lightName: '黄灯（关注）', latestPeriod: '2017-08' };
    const told = alertMail('corrected', alert, { ...transition, latestPeriodName: '2017年1—8月' });
    t.ok(told.subject.startsWith('【黄灯预警·更正】'), told.subject);
    t.match(told.text, '灯：黄灯（关注）');
    t.match(told.text, '现状：2017年1—8月红灯（严重滞后）');
    const green = { light: 'green', lightName: '绿灯（正常）', latestPeriod: '2017-08' };
    t.ok(alertMail('corrected', alert, green).subject.startsWith('【滞后指标预警·更正】'));
    const latest = { ...transition, latestPeriod: '2017-06' };
    t.match(alertMail('corrected', alert, latest).text, '灯：红灯（严重滞后）', 'the latest month itself');
  },
);

t.test('a growth target shows the growth, not the amount', async (t) => {
  const { text } = alertMail('raised', {
    measure: 'yoy',
    figure: '50.6',
    yoy: '-3.2',
    target: '8',
    unit: '亿元',
  });
  t.match(text, '实绩：-3.2%');
  t.match(text, '目标：8%');
  t.notMatch(text, '50.6');
});

t.test('names can do no harm', async (t) => {
  const evil = '集中区\r\nBcc: all@example.cn\u0000<script>alert("1")</script>&\'\u2028';
  const { subject, html } = alertMail('raised', {
    orgName: evil,
    title: evil,
    message: evil,
    path: '//evil.example/"onmouseover=',
  });
  t.notMatch(subject, /[\p{Cc}\u2028]/u);
  t.match(html, '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  t.notMatch(html, '<script');
  t.notMatch(html, 'evil.example');
});

t.test('a list, also when there is nothing to tell', async (t) => {
  const list = {
    cadence: 'weekly',
    on: '2017-12-04',
    org: 'shuangpai',
    orgName: '双牌县',
    periodName: '2017年1—11月',
    lines: [
      {
        orgName: '双牌工业集中区',
        indicatorName: '工业集中度',
        lightName: '红灯（严重滞后）',
        message: '低于<目标>10.19个百分点',
      },
    ],
  };
  const full = buildMessage({ type: 'dispatch.list', timestamp, data: { list } }, options);
  t.equal(full.subject, '【周调度清单】双牌县 2017年12月4日：1项');
  t.match(full.text, '1　红灯（严重滞后）　双牌工业集中区　工业集中度　低于<目标>10.19个百分点');
  t.match(full.html, '低于&lt;目标&gt;10.19个百分点');
  const empty = buildMessage(
    { type: 'dispatch.list', timestamp, data: { list: { ...list, lines: [] } } },
    options,
  );
  t.equal(empty.subject, '【周调度清单】双牌县 2017年12月4日：无滞后事项');
  t.match(empty.text, '无滞后事项。');
  t.match(empty.html, '无滞后事项。');
});

t.test('a report, and what has no words of its own', async (t) => {
  const report = {
    id: 'r1',
    orgName: '双牌工业集中区',
    periodName: '2017年1—11月',
    title: '关于2017年1—11月运行情况的汇报',
  };
  const mail = buildMessage({ type: 'report.ready', timestamp, data: { report } }, options);
  t.equal(mail.subject, '【材料已生成】关于2017年1—11月运行情况的汇报');
  t.match(mail.text, '单位：双牌工业集中区');
  const bare = buildMessage({ type: 'alert.new', timestamp, data: {} }, options);
  t.type(bare.subject, 'string');
  t.match(buildMessage({ type: 'other.thing', timestamp, data: {} }, options).subject, 'other.thing');
});
