import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { openCounty, sure } from '../county.js';
import { Random, seedOfRun } from '../end-to-end/random.js';
import { SHEET, setUpShuangpai } from '../shuangpai.js';

type Row = Record<string, unknown> & { explanation: string; operands: Record<string, unknown> };

t.test('双牌 2017年1—11月: every light is explained, in the words of its document', async (t) => {
  const { call, drain } = await openInstallation(t, { at: '2017-12-05T09:00:00+08:00' });
  await setUpShuangpai({ call });
  const { body: sheet } = await call('POST', '/v1/submissions', SHEET);
  await drain();
  const ask = async (language: string) => {
    const headers = { 'accept-language': language };
    const { body } = await call<{ data: Row[] }>('GET', '/v1/evaluations?org=shuangpai-park', undefined, {
      headers,
    });
    return (indicator: string, measure = 'value') =>
      body.data.find((row) => row.indicator === indicator && row.measure === measure);
  };
  const zh = await ask('zh');
  const sentence =
    '初步统计，1—11月，双牌工业集中区完成规模以上工业总产值50.6亿元，同比增长45.2%，完成年度目标的92.0%，快于序时进度0.3个百分点';
  t.match(zh('gross-output')?.explanation, sentence);
  t.match(zh('gross-output')?.explanation, '50.6 ÷ 55 = 92.00%，时间进度 91.67%，快 0.33 个百分点');
  t.match(zh('industrial-concentration')?.explanation, '工业集中度69.81%，低于年度目标10.19个百分点');
  t.match(zh('industrial-concentration')?.explanation, '69.81% − 80% = −10.19个百分点');
  t.match(
    zh('industrial-concentration')?.explanation,
    '按“gap-5-10”第1版规则1：差距（与目标差）≤ −10个百分点 → 红灯，实际 −10.19个百分点',
  );
  t.match(zh('leading-industry-share')?.explanation, /主导产业占比86\.80?%/);
  t.match(zh('industrial-concentration')?.operands, {
    figure: { id: Number, submission: sheet.id, revision: 1, value: '69.81', source: 'estimate' },
    target: { version: 1, value: '80', comparator: 'atLeast', appliesFrom: '2017-01', before: null },
    policy: { key: 'gap-5-10', version: 1, rule: 0, saw: { gap: '-10.19' } },
    reference: null,
  });
  t.match(zh('leading-industry-share')?.operands, { figure: { revision: 1 }, target: null, policy: null });
  const en = await ask('en');
  t.match(
    en('gross-output')?.explanation,
    '50.6 ÷ 55 = 92.00%, time progress 91.67%, 0.33 percentage points ahead',
  );
  t.match(en('industrial-concentration')?.explanation, '69.81% − 80% = −10.19 percentage points');
  t.notMatch(en('industrial-concentration')?.explanation, /[\u4e00-\u9fff]{6}个百分点/);
});

/** A printed decimal as a whole number of the last of `decimals` places. */
function scaled(text: string, decimals: number): bigint {
  const [whole = '', part = ''] = text.replace('−', '-').split('.');
  return BigInt(whole + part.padEnd(decimals, '0'));
}

const LINE = /([\d.]+) ÷ ([\d.]+) = ([\d.]+)%，时间进度 ([\d.]+)%，(?:(快|慢) ([\d.]+) 个百分点|持平)/;

t.test('the arithmetic of an explanation adds up in print, whatever the figures', async (t) => {
  const seed = seedOfRun();
  t.comment(`› XUSHI_TEST_SEED=${seed} repeats this run`);
  const random = new Random(seed);
  const county = await openCounty(t, '2018-01-20T09:00:00+08:00');
  const drawn = () => `${random.whole(1, 900)}.${String(random.whole(0, 99)).padStart(2, '0')}`;
  const printed: string[] = [];
  for (const org of ['park', 'sister', 'other-park', 'county', 'city']) {
    await county.ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: drawn() });
    for (let month = 1; month <= 12; month += 1) {
      const period = `2017-${String(month).padStart(2, '0')}`;
      await county.ask('POST', '/v1/submissions', {
        org,
        period,
        values: [{ indicator: 'output', value: drawn() }],
        confirmations: sure('output'),
      });
    }
  }
  await county.drain();
  for (const row of await county.evaluations('indicator=output')) {
    const said = `${row.explanation}`;
    const [line, part, whole, rate, time, side, by] = LINE.exec(said) ?? [];
    if (!line || !rate || !time || !part || !whole) {
      t.fail(`no line in ${said}`);
      continue;
    }
    printed.push(line);
    const decimals = (rate.split('.')[1] ?? '').length;
    const gap = by === undefined ? 0n : scaled(by, decimals) * (side === '慢' ? -1n : 1n);
    t.equal(scaled(rate, decimals) - scaled(time, decimals), gap, `seed ${seed}: ${line}`);
    t.notMatch(said, '四舍五入');
    // The printed rate lies within half of its last place of what the printed parts make.
    const exact = (scaled(part, 2) * 100n * 10n ** BigInt(decimals) * 2n) / scaled(whole, 2);
    const off = exact - 2n * scaled(rate, decimals);
    t.ok(off >= -2n && off <= 2n, `seed ${seed}: ${part} ÷ ${whole} is ${rate}%`);
    const target = (row.target as { value: string }).value;
    t.equal(scaled(whole, 2), scaled(target, 2), 'the target as it is');
    t.equal(scaled(part, 2), scaled(`${row.figure}`, 2), 'the figure as it was reported');
  }
  t.equal(printed.length, 60);
});
