import { buildServer } from '@xushi/api';
import { ADMIN_KEY, checkedFetch } from '@xushi/testing';
import t from 'tap';
import { type County, openCounty } from '../county.js';
import { readWorkbook } from '../workbook.js';

const BOARD = '/v1/scoreboard.xlsx?under=county&period=2017-11';

/** Asks a server that listens, over the network of this machine. */
async function listening(t: Parameters<typeof openCounty>[0], { context }: County) {
  const server = await buildServer(context);
  t.teardown(() => server.close());
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return (url: string, headers: Record<string, string> = {}, key: string | null = ADMIN_KEY) =>
    checkedFetch(`${address}${url}`, {
      headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    });
}

/** Three parks: one with everything, one with a hostile name that reports nothing, one without a target. */
async function openBoard(t: Parameters<typeof openCounty>[0]) {
  const county = await openCounty(t, '2017-12-12T09:00:00+08:00');
  const { ask, report, drain } = county;
  await ask('PUT', '/v1/orgs/county', {
    ...{ name: '双牌县', level: 'county', parent: 'city', activeFrom: '2000-01-01' },
  });
  await ask('PUT', '/v1/orgs/sister', {
    ...{ name: '=HYPERLINK("x")', level: 'park', parent: 'county', activeFrom: '2000-01-01' },
  });
  await ask('PUT', '/v1/orgs/third', {
    ...{ name: '第三园区', level: 'park', parent: 'county', activeFrom: '2000-01-01' },
  });
  for (const org of ['park', 'sister']) {
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'output', value: '55' });
    await ask('POST', '/v1/targets', { org, year: 2017, indicator: 'share', value: '80' });
    await ask('POST', '/v1/targets', {
      org,
      year: 2017,
      indicator: 'firms',
      value: '12',
      plan: { kind: 'constant' },
    });
  }
  await report('2017-11', [
    { indicator: 'output', value: '50.6', yoy: '45.2' },
    { indicator: 'share', value: '69.81' },
    { indicator: 'firms', value: '9' },
    { indicator: 'growth', value: '8.6' },
  ]);
  await report('2017-11', [{ indicator: 'output', value: '12345678901234.56' }], { org: 'third' });
  await drain();
  return { ...county, get: await listening(t, county) };
}

t.test('the board as a workbook: numbers, words and what is missing', async (t) => {
  const { get } = await openBoard(t);
  const answer = await get(BOARD);
  t.equal(answer.status, 200);
  t.equal(
    answer.headers.get('content-type'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { sheetName, printTitles, row, cells, sheetXml } = readWorkbook(bytes);
  t.equal(sheetName, '2017年1—11月 双牌县');
  t.equal(printTitles, "'2017年1—11月 双牌县'!$A:$A,'2017年1—11月 双牌县'!$1:$5");
  t.match(sheetXml, /state="frozen"[\s\S]*fitToWidth="1"[\s\S]*orientation="landscape"/);
  t.equal(row(1)[0], '2017年1—11月双牌县指标完成情况');
  t.match(row(2)[0], /黄灯（关注）.*红灯（严重滞后）/);
  t.same(
    [3, 4, 5].map((number) => row(number)),
    [
      ['单位', '总产值', null, null, null, '集中度', null, null, '规上企业', null, null, '增加值增速', null],
      [
        null,
        '累计',
        '同比',
        '快慢或差距',
        '灯',
        '累计',
        '快慢或差距',
        '灯',
        '累计',
        '快慢或差距',
        '灯',
        '累计',
        '灯',
      ],
      ['计量单位', '亿元', '%', '百分点', null, '%', '百分点', null, '家', '家', null, '%', null],
    ],
  );
  t.same(
    [6, 7, 8].map((number) => row(number)),
    [
      [
        'park',
        '50.6',
        '45.2',
        '0.33',
        '绿灯',
        '69.81',
        '-10.19',
        '红灯',
        '9',
        '-3',
        '红灯',
        '8.6',
        '未设目标',
      ],
      // Owes three and has reported none; the fourth is none of its own.
      ['=HYPERLINK("x")', null, null, null, '未报送', null, null, '未报送', null, null, '未报送', '—', '—'],
      ['第三园区', '12345678901234.56', null, null, '未设目标', '—', '—', '—', '—', '—', '—', '—', '—'],
    ],
  );
  t.same(
    ['A6', 'B6', 'C6', 'D6', 'E6', 'F6', 'G6', 'I6', 'J6', 'L6', 'B8', 'A7'].map((at) => {
      const { type, format } = cells.get(at)!;
      return `${at} ${type} ${format}`;
    }),
    [
      ...['A6 text General', 'B6 number 0.00', 'C6 number 0.0', 'D6 number 0.00', 'E6 text General'],
      ...['F6 number 0.00', 'G6 number 0.00', 'I6 number 0', 'J6 number 0', 'L6 number 0.0'],
      // Sixteen digits: Excel would make the last one a 0.
      ...['B8 text @', 'A7 text General'],
    ],
  );
  t.same(Buffer.from(await (await get(BOARD)).arrayBuffer()), bytes, 'asked again, the same bytes');
});

t.test('it is saved under a name of its own, as the CSV is', async (t) => {
  const { get, ask } = await openBoard(t);
  const nameOf = (answer: Response) => answer.headers.get('content-disposition') ?? '';
  const xlsx = nameOf(await get(BOARD));
  t.match(xlsx, /^attachment; filename="scoreboard-2017-11\.xlsx"; filename\*=UTF-8''[\w.%-]+$/);
  t.equal(decodeURIComponent(xlsx.replace(/^.*''/, '')), '2017年1—11月双牌县指标完成情况.xlsx');
  const csv = nameOf(await get(BOARD.replace('.xlsx', '.csv')));
  t.equal(decodeURIComponent(csv.replace(/^.*''/, '')), '2017年1—11月双牌县指标完成情况.csv');
  await ask('PUT', '/v1/orgs/county', {
    ...{ name: '甲/乙"县"[1]', level: 'county', parent: 'city', activeFrom: '2000-01-01' },
  });
  const strange = await get(BOARD);
  t.match(decodeURIComponent(nameOf(strange)), "UTF-8''2017年1—11月甲 乙 县 [1]指标完成情况.xlsx");
  t.equal(readWorkbook(new Uint8Array(await strange.arrayBuffer())).sheetName, '2017年1—11月 甲 乙"县" 1');
});

t.test('in English for whoever asks for it', async (t) => {
  const { get } = await openBoard(t);
  const answer = await get(BOARD, { 'accept-language': 'en-GB,en;q=0.9' });
  const { row, sheetName } = readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  t.equal(sheetName, 'Jan–Nov 2017 双牌县');
  t.equal(row(1)[0], 'Indicators of 双牌县, Jan–Nov 2017');
  t.same(row(5).slice(0, 4), ['unit of measure', 'hundred million yuan', '%', 'percentage points']);
  t.same(row(6).slice(4, 8), ['green', '69.81', '-10.19', 'red']);
  t.equal(row(7)[4], 'not reported');
});

t.test('who may not see it, and what is wrong, is told as with the CSV', async (t) => {
  const { get, keyFor } = await openBoard(t);
  const same = async (url: string, key: string | null) => {
    const [xlsx, csv] = [await get(url, {}, key), await get(url.replace('.xlsx', '.csv'), {}, key)];
    const [one, other] = (await Promise.all([xlsx.json(), csv.json()])) as Record<string, unknown>[];
    t.same({ ...one, requestId: '' }, { ...other, requestId: '' }, url);
    t.equal(xlsx.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    return { status: xlsx.status, code: one?.code };
  };
  const park = await keyFor('park', 'reporter');
  t.same(await same(BOARD, park), { status: 404, code: 'orgNotFound' });
  t.same(await same(BOARD, null), { status: 401, code: 'notAuthenticated' });
  t.match(await same('/v1/scoreboard.xlsx?under=county&period=2017-13', ADMIN_KEY), { status: 422 });
  t.match(await same('/v1/scoreboard.xlsx?period=2017-11', ADMIN_KEY), { status: 422 });
  const own = await get('/v1/scoreboard.xlsx?under=park&period=2017-11', {}, park);
  const { row } = readWorkbook(new Uint8Array(await own.arrayBuffer()));
  t.same([row(6)[0], row(7)], ['park', []], 'its own and no other');
});
