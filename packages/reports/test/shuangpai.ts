import type { Transaction } from '@xushi/store';
import { type PlaceIndicator, putAlert, putIndicators, putOrg, putSheet, putYear } from './place.js';

const INDICATORS: PlaceIndicator[] = [
  { key: 'gross-output', name: '规模以上工业总产值', noJanuary: true },
  { key: 'value-added', name: '规模以上工业增加值', noJanuary: true },
  { key: 'tax-paid', name: '规模以上工业企业实缴税金' },
  { key: 'industrial-concentration', name: '工业集中度', type: 'ratio', unit: '%', reportDecimals: 2 },
  { key: 'leading-industry-share', name: '主导产业占比', type: 'ratio', unit: '%' },
];

/** 双牌县 with its park as the document of 2017年1—11月 has it, and a second park that did not report. */
export async function putShuangpai(tx: Transaction) {
  const at = new Date('2017-12-05T09:00:00+08:00');
  await putIndicators(tx, INDICATORS);
  const county = await putOrg(tx, { key: 'shuangpai', name: '双牌县', level: 'county', parent: null });
  const park = await putOrg(tx, {
    key: 'shuangpai-park',
    name: '双牌工业集中区',
    level: 'park',
    parent: 'shuangpai',
  });
  const silent = await putOrg(tx, {
    key: 'silent-park',
    name: '示例<园区>',
    level: 'park',
    parent: 'shuangpai',
  });
  await putOrg(tx, { key: 'shuangpai-core', name: '核心工业园', level: 'cluster', parent: 'shuangpai-park' });
  await putYear(tx, {
    orgId: park,
    year: 2017,
    at,
    duty: INDICATORS.map(({ key }) => key),
    targets: [
      { indicator: 'gross-output', value: '55', responsible: { unit: '县科工局' } },
      { indicator: 'gross-output', measure: 'yoy', value: '21' },
      { indicator: 'value-added', measure: 'yoy', value: '8' },
      { indicator: 'tax-paid', measure: 'yoy', value: '20' },
      { indicator: 'industrial-concentration', value: '80', responsible: { unit: '县发改局' } },
    ],
    figures: {
      'gross-output': { 11: { value: '50.6', yoy: '45.2', grade: 'estimate' } },
      'value-added': { 11: { value: '14.1', yoy: '8.6', grade: 'estimate' } },
      'tax-paid': { 11: { value: '0.3', yoy: '36.5', grade: 'estimate' } },
      'industrial-concentration': { 11: { value: '69.81', grade: 'estimate' } },
      'leading-industry-share': { 11: { value: '86.8', grade: 'estimate' } },
    },
  });
  await putAlert(tx, {
    orgId: park,
    org: 'shuangpai-park',
    indicator: 'industrial-concentration',
    measure: 'value',
    year: 2017,
    month: 11,
    light: 'red',
  });
  await putSheet(tx, {
    orgId: park,
    year: 2017,
    month: 11,
    dueDay: '2017-12-08',
    received: { at: '2017-12-05T09:00:00+08:00', late: false },
  });
  await putYear(tx, {
    orgId: silent,
    year: 2017,
    at,
    duty: ['gross-output'],
    targets: [{ indicator: 'gross-output', value: '60' }],
    figures: { 'gross-output': { 10: { value: '40' } } },
  });
  await putAlert(tx, {
    orgId: silent,
    org: 'silent-park',
    indicator: 'gross-output',
    measure: 'value',
    year: 2017,
    month: 10,
    light: 'red',
  });
  await putSheet(tx, { orgId: silent, year: 2017, month: 11, dueDay: '2017-12-08' });
  return { county, park, silent };
}
