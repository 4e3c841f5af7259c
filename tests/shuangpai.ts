import { readFileSync } from 'node:fs';
import type { TestInstallation } from '@xushi/testing';

/** The park of the worked example, set up through the interface as its county would. */
export async function setUpShuangpai(installation: Pick<TestInstallation, 'call'>): Promise<void> {
  const put = async (url: string, body: unknown) => {
    const answer = await installation.call('PUT', url, body);
    if (answer.status >= 300) throw new Error(`${url}: ${JSON.stringify(answer.body)}`);
  };
  for (const year of [2017, 2018]) {
    const { daysOff, workdays, notice } = JSON.parse(
      readFileSync(new URL(`../../seeds/calendar/${year}.json`, import.meta.url), 'utf8'),
    );
    await put(`/v1/calendar/${year}`, { daysOff, workdays, notice });
  }
  await put('/v1/orgs/hunan', { name: '湖南省', level: 'province', activeFrom: '2000-01-01' });
  await put('/v1/orgs/yongzhou', { name: '永州市', level: 'prefecture', parent: 'hunan' });
  await put('/v1/orgs/shuangpai', { name: '双牌县', level: 'county', parent: 'yongzhou' });
  await put('/v1/orgs/shuangpai-park', { name: '双牌工业集中区', level: 'park', parent: 'shuangpai' });
  for (const [key, body] of Object.entries(INDICATORS)) await put(`/v1/indicators/${key}`, body);
  await put('/v1/orgs/shuangpai-park/duty', {
    indicators: Object.keys(INDICATORS).map((indicator) => ({ indicator, from: '2017-11', to: '2017-11' })),
  });
  for (const target of TARGETS) {
    const answer = await installation.call('POST', '/v1/targets', {
      org: 'shuangpai-park',
      year: 2017,
      ...target,
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }
}

export const INDICATORS = {
  'gross-output': {
    name: '规模以上工业总产值',
    unit: '亿元',
    type: 'flow',
    decimals: 2,
    reportDecimals: 1,
    noJanuary: true,
  },
  'value-added': {
    name: '规模以上工业增加值',
    unit: '亿元',
    type: 'flow',
    decimals: 2,
    reportDecimals: 1,
    noJanuary: true,
  },
  'tax-paid': { name: '规模企业实缴税金', unit: '亿元', type: 'flow', decimals: 2, reportDecimals: 1 },
  'industrial-concentration': { name: '工业集中度', unit: '%', type: 'ratio', decimals: 2, noJanuary: true },
  'leading-industry-share': { name: '主导产业占比', unit: '%', type: 'ratio', decimals: 2, noJanuary: true },
};

export const TARGETS = [
  { indicator: 'gross-output', value: '55', plan: { kind: 'linear' } },
  { indicator: 'gross-output', measure: 'yoy', value: '21' },
  { indicator: 'value-added', measure: 'yoy', value: '8' },
  { indicator: 'tax-paid', measure: 'yoy', value: '20' },
  { indicator: 'industrial-concentration', value: '80' },
];

export const SHEET = {
  org: 'shuangpai-park',
  period: '2017-11',
  source: 'estimate' as const,
  values: [
    { indicator: 'gross-output', value: '50.6', yoy: '45.2' },
    { indicator: 'value-added', value: '14.1', yoy: '8.6' },
    { indicator: 'tax-paid', value: '0.3', yoy: '36.5' },
    { indicator: 'industrial-concentration', value: '69.81' },
    { indicator: 'leading-industry-share', value: '86.8' },
  ],
};
