import { period } from '@xushi/domain';
import { sha256 } from '@xushi/platform';
import { type Principal, tables } from '@xushi/store';
import { eq, sql } from 'drizzle-orm';
import t from 'tap';
import {
  canonicalJson,
  finalizeReport,
  getReport,
  getReportFile,
  listReports,
  renderFiles,
  requestReport,
  type Snapshot,
} from '../src/index.js';
import { readMaterial } from '../src/read-material.js';
import { putShuangpai } from './shuangpai.js';
import { openDesk } from './support.js';

const AFTER_DEADLINE = '2017-12-12T10:00:00+08:00';
const NOBODY: Pick<Principal, 'personId'> = { personId: null };

t.test('the report of a period', async (t) => {
  const desk = await openDesk(t, AFTER_DEADLINE);
  const orgs = await desk.work((unit) => putShuangpai(unit.tx));
  const ask = (orgId: number) => desk.work((unit) => requestReport(unit, { orgId, year: 2017, month: 11 }));
  const page = async (id: string) =>
    desk.work(async ({ tx }) => (await getReportFile(tx, id, 'html')).content.toString());
  const stored = (id: string) =>
    desk.work(async ({ tx }) => {
      const [row] = await tx.select().from(tables.report).where(eq(tables.report.id, id));
      return row!;
    });

  await t.test('双牌工业集中区, 2017年1—11月', async (t) => {
    const asked = await ask(orgs.park);
    t.match(asked, { state: 'rendering', draft: true });
    await t.rejects(
      desk.work(({ tx }) => getReportFile(tx, asked.id, 'html')),
      { code: 'reportNotReady' },
    );
    t.strictSame(await desk.drain(), []);
    const view = await desk.work(({ tx }) => getReport(tx, asked.id));
    t.match(view, {
      org: 'shuangpai-park',
      period: '2017-11',
      state: 'ready',
      draft: true,
      title: '关于2017年1—11月双牌工业集中区经济运行情况的汇报',
      snapshotAt: '2017-12-12T02:00:00.000Z',
    });
    const words = await page(asked.id);
    for (const said of [
      '数据截至2017年12月12日10时，其中初步统计5项',
      '一、主要指标完成情况',
      '时间进度91.67%',
      '初步统计，1—11月，双牌工业集中区完成规模以上工业总产值50.6亿元，同比增长45.2%，完成年度目标的92.0%，快于序时进度0.3个百分点，增速高于年度目标24.2个百分点。',
      '初步统计，1—11月，双牌工业集中区完成规模以上工业增加值14.1亿元，同比增长8.6%，高于年度目标0.6个百分点。',
      '初步统计，1—11月，双牌工业集中区主导产业占比86.8%。',
      '二、滞后指标分析',
      '滞后指标1项，其中红灯1项。',
      '工业集中度 低于年度目标10.19个百分点',
      '69.81% − 80% = −10.19个百分点',
      '未签收，列入月调度，自1—11月起',
      '三、报送情况',
      '应报送1个单位，全部按时报送。',
      '注：部分数据因四舍五入，分项与差值可能略有出入。',
    ]) {
      t.ok(words.includes(said), said);
    }
    const { snapshot } = (await stored(asked.id)) as { snapshot: Snapshot };
    const output = snapshot.lines[0]!.entries[0]!;
    t.match(output, {
      figure: { value: '50.6', yoy: '45.2', source: 'estimate' },
      target: { version: 1, value: '55', plan: { kind: 'linear' } },
      light: 'green',
      policy: { key: 'pace-5-10', version: 1 },
      explanation: '50.6 ÷ 55 = 92.00%，时间进度 91.67%，快 0.33 个百分点',
    });
    const [event] = await desk.work(({ tx }) =>
      tx.execute<{ payload: Record<string, unknown> }>(
        sql`SELECT payload FROM event WHERE type = 'report.ready' ORDER BY id DESC LIMIT 1`,
      ),
    );
    t.match(event?.payload, {
      report: {
        id: asked.id,
        org: 'shuangpai-park',
        orgName: '双牌工业集中区',
        period: '2017-11',
        periodName: '2017年1—11月',
        title: view.title,
        draft: true,
        hash: view.hash,
      },
    });
  });

  await t.test('every format comes from the stored snapshot and from nothing else', async (t) => {
    const [listed] = await desk.work(({ tx }) => listReports(tx, { orgId: orgs.park }));
    const before = await stored(listed!.id);
    await desk.work(({ tx }) =>
      tx.execute(
        sql`UPDATE evaluation SET numbers = numbers || '{"figure": "1"}' WHERE org_id = ${orgs.park}`,
      ),
    );
    const again = renderFiles(before.snapshot as Snapshot);
    t.strictSame(
      again.map(({ format }) => format),
      ['json', 'html'],
    );
    for (const { format, contentType, content } of again) {
      const file = await desk.work(({ tx }) => getReportFile(tx, listed!.id, format));
      t.equal(file.contentType, contentType);
      t.ok(file.content.equals(content), `${format}: the same bytes`);
    }
    const json = await desk.work(({ tx }) => getReportFile(tx, listed!.id, 'json'));
    t.equal(json.content.toString(), canonicalJson(before.snapshot));
    t.equal(before.contentHash, sha256(json.content).toString('hex'));
    await desk.work(({ tx }) =>
      tx.execute(
        sql`UPDATE evaluation SET numbers = numbers || '{"figure": "50.6"}'
            WHERE org_id = ${orgs.park} AND indicator_id = (SELECT id FROM indicator WHERE key = 'gross-output')`,
      ),
    );
  });

  await t.test('a county: its parks, who did not report, and a warning that stays', async (t) => {
    const asked = await ask(orgs.county);
    t.strictSame(await desk.drain(), []);
    const words = await page(asked.id);
    for (const said of [
      '关于2017年1—11月双牌县经济运行情况的汇报',
      '（一）双牌工业集中区',
      '（二）示例&lt;园区&gt;',
      '1—11月，示例&lt;园区&gt;规模以上工业总产值未报送（应于12月8日18时前报送，已逾期2个工作日）。',
      '规模以上工业总产值 未报送',
      '灯色为1—10月所亮，本期未报不予解除',
      '应报送2个单位，已报送1个，其中按时报送1个；未报送1个：示例&lt;园区&gt;。',
      '未报送，已逾期2个工作日',
      '12月5日9时',
    ]) {
      t.ok(words.includes(said), said);
    }
    t.notOk(words.includes('核心工业园'), 'a cluster is no park');
    const { snapshot } = (await stored(asked.id)) as { snapshot: Snapshot };
    t.match(snapshot.sheets, [
      { org: 'shuangpai-park', state: 'onTime', missing: [] },
      { org: 'silent-park', state: 'missing', receivedAt: null, missing: ['gross-output'] },
    ]);
    t.equal(snapshot.alerts.length, 2);
  });

  await t.test('reads as often for a county as for a park', async (t) => {
    const reads = (orgId: number) =>
      desk.work(async (unit) => {
        let count = 0;
        const tx = new Proxy(unit.tx, {
          get(target, name, receiver) {
            if (name === 'select' || name === 'execute') count += 1;
            return Reflect.get(target, name, receiver);
          },
        });
        await readMaterial({ ...unit, tx }, { orgId, period: period(2017, 11) });
        return count;
      });
    const park = await reads(orgs.park);
    t.equal(await reads(orgs.county), park);
    t.ok(park <= 12, `${park} queries`);
  });

  await t.test('drafts replace each other in lists and stay readable; a locked one stays', async (t) => {
    const list = () => desk.work(({ tx }) => listReports(tx, { orgId: orgs.park, year: 2017, month: 11 }));
    const [first] = await list();
    desk.now = new Date('2017-12-12T11:00:00+08:00');
    const second = await ask(orgs.park);
    t.strictSame(
      (await list()).map(({ id }) => id),
      [second.id, first!.id],
      'until the second is ready both are listed',
    );
    await desk.drain();
    t.strictSame(
      (await list()).map(({ id }) => id),
      [second.id],
    );
    t.match(await page(first!.id), '关于2017年1—11月');

    const locked = await desk.work((unit) => finalizeReport(unit, second.id, NOBODY));
    t.match(locked, { draft: false, state: 'ready', finalizedAt: '2017-12-12T03:00:00.000Z' });
    desk.now = new Date('2017-12-12T12:00:00+08:00');
    const again = await desk.work((unit) => finalizeReport(unit, second.id, NOBODY));
    t.strictSame(again, locked, 'locking twice changes nothing');

    const third = await ask(orgs.park);
    await t.rejects(
      desk.work((unit) => finalizeReport(unit, third.id, NOBODY)),
      { code: 'reportNotReady' },
    );
    await desk.drain();
    t.strictSame(
      (await list()).map(({ id, draft }) => [id, draft]),
      [
        [third.id, true],
        [second.id, false],
      ],
    );
    t.strictSame(await desk.work(({ tx }) => listReports(tx, { year: 2016 })), []);
  });

  await t.test('what cannot be asked for, and what is not there', async (t) => {
    const request = (of: { orgId: number; year: number; month: number }) =>
      desk.work((unit) => requestReport(unit, of));
    await t.rejects(request({ orgId: orgs.park, year: 2017, month: 12 }), { code: 'periodNotOpen' });
    await t.rejects(request({ orgId: 4711, year: 2017, month: 11 }), { code: 'orgNotFound' });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await t.rejects(
      desk.work(({ tx }) => getReport(tx, nowhere)),
      { code: 'notFound' },
    );
    await t.rejects(
      desk.work((unit) => finalizeReport(unit, nowhere, NOBODY)),
      { code: 'notFound' },
    );
    const [listed] = await desk.work(({ tx }) => listReports(tx, { orgId: orgs.park }));
    await t.rejects(
      desk.work(({ tx }) => getReportFile(tx, listed!.id, 'pptx')),
      { code: 'notFound' },
    );
  });

  await t.test('a principal sees the reports of its subtree', async (t) => {
    const seen = await desk.store.scoped({ orgId: orgs.silent }, (tx) => listReports(tx));
    t.strictSame(seen, []);
    const county = await desk.store.scoped({ orgId: orgs.county }, (tx) => listReports(tx));
    t.ok(county.length >= 3);
    const asked = await desk.store.scoped({ orgId: orgs.park }, (tx) =>
      requestReport(desk.unitOf(tx), { orgId: orgs.park, year: 2017, month: 11 }),
    );
    t.equal(asked.state, 'rendering');
    await t.rejects(
      desk.store.scoped({ orgId: orgs.silent }, (tx) => getReport(tx, asked.id)),
      { code: 'notFound' },
    );
    await desk.drain();
    const locked = await desk.store.scoped({ orgId: orgs.park }, (tx) =>
      finalizeReport(desk.unitOf(tx), asked.id, NOBODY),
    );
    t.equal(locked.draft, false);
  });

  await t.test('a fault that no retry cures fails the report and says why', async (t) => {
    const asked = await desk.work((unit) => requestReport(unit, { orgId: orgs.park, year: 2015, month: 3 }));
    t.strictSame(await desk.drain(), [], 'nothing to retry');
    const view = await desk.work(({ tx }) => getReport(tx, asked.id));
    t.match(view, { state: 'failed', error: /^nothingToReport: 双牌工业集中区2015年1—3月没有应报送的指标/ });
    t.ok((await desk.work(({ tx }) => listReports(tx, { year: 2015 }))).some(({ id }) => id === asked.id));
  });

  await t.test('a fault of the database is retried, and nothing is kept of the first try', async (t) => {
    const asked = await ask(orgs.park);
    const { work } = desk;
    let tries = 0;
    desk.work = (run) =>
      work((unit) =>
        run({
          ...unit,
          append: async (events) => {
            tries += 1;
            if (tries < 3) throw new Error('connection lost');
            await unit.append(events);
          },
        }),
      );
    t.strictSame(await desk.drain(), ['connection lost']);
    t.match(await work(({ tx }) => getReport(tx, asked.id)), { state: 'rendering', error: null });
    desk.now = new Date(desk.now.getTime() + 60_000);
    t.strictSame(await desk.drain(), []);
    t.equal(tries, 3);
    t.match(await work(({ tx }) => getReport(tx, asked.id)), { state: 'ready' });
  });
});
