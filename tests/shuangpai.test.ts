import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { SHEET, setUpShuangpai } from './shuangpai.js';

interface Evaluation {
  indicator: string;
  measure: string;
  state: string;
  light: string | null;
  completionRate: string | null;
  timeProgress: string | null;
  paceGap: string | null;
  gap: string | null;
  remaining: string | null;
  requiredMonthly: string | null;
  averageMonthly: string | null;
}

t.test('双牌 2017年1—11月 comes out as its document says', async (t) => {
  const installation = await openInstallation(t, { at: '2017-12-05T09:00:00+08:00' });
  await setUpShuangpai(installation);
  const submitted = await installation.call('POST', '/v1/submissions', SHEET);
  t.equal(submitted.status, 201, JSON.stringify(submitted.body));
  t.match(submitted.body, { revision: 1, state: 'accepted', late: false, dueAt: '2017-12-08T10:00:00.000Z' });
  await installation.drain();

  const { body } = await installation.call<{ data: Evaluation[] }>(
    'GET',
    '/v1/evaluations?org=shuangpai-park&period=2017-11',
  );
  const of = (indicator: string, measure: string) =>
    body.data.find((row) => row.indicator === indicator && row.measure === measure);
  t.equal(body.data.length, 6);
  t.match(of('gross-output', 'value'), {
    completionRate: '92.00',
    timeProgress: '91.67',
    paceGap: '0.33',
    remaining: '4.40',
    requiredMonthly: '4.40',
    averageMonthly: '4.60',
    light: 'green',
  });
  t.match(of('gross-output', 'yoy'), { gap: '24.20', light: 'green' });
  t.match(of('value-added', 'yoy'), { gap: '0.60', light: 'green' });
  t.match(of('tax-paid', 'yoy'), { gap: '16.50', light: 'green' });
  t.match(of('industrial-concentration', 'value'), { gap: '-10.19', light: 'red', completionRate: null });
  t.match(of('leading-industry-share', 'value'), { state: 'noTarget', light: null });

  const alerts = await installation.call<{ data: Record<string, unknown>[] }>(
    'GET',
    '/v1/alerts?under=yongzhou',
  );
  t.equal(alerts.body.data.length, 1, 'one warning, not two, not none');
  t.match(alerts.body.data[0], {
    kind: 'indicatorLagging',
    org: 'shuangpai-park',
    light: 'red',
    state: 'open',
    level: 'monthly',
    title: '双牌工业集中区 工业集中度 低于年度目标10.19个百分点（红灯）',
    periods: { first: '2017-11', latest: '2017-11' },
  });
});
