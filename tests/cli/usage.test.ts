import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN_KEY, freePort, temporaryFolder } from '@xushi/testing';
import t from 'tap';
import { SHEET } from '../shuangpai.js';
import { xushi } from './run.js';

t.test('who cannot be reached is tried again later, who calls wrongly is told how', async (t) => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const away = await xushi(['alerts', '--timeout', '1'], { url });
  t.equal(away.code, 4);
  t.match(away.err, '连接失败');
  const json = await xushi(['alerts', '--timeout', '1', '--json'], { url });
  t.equal(json.code, 4);
  t.match(JSON.parse(json.out), { code: 'unreachable' });

  const sheet = join(temporaryFolder(t), 'sheet.json');
  writeFileSync(sheet, JSON.stringify(SHEET));
  for (const wrong of [
    [],
    ['fly'],
    ['submit'],
    ['submit', 'a.json', 'b.json'],
    ['submit', 'no-such-file.json'],
    ['submit', 'sheet.docx'],
    ['submit', sheet, '--org', 'other-park'],
    ['alerts', '--colour', 'red'],
    ['alerts', '--light', 'purple'],
    ['alerts', '--timeout', 'soon'],
    ['alerts', '--url', 'nowhere'],
  ]) {
    const ended = await xushi(wrong, { url });
    t.equal(ended.code, 2, `${wrong.join(' ')}: ${ended.err}`);
    t.not(ended.err, '', 'it is said what is wrong');
  }
  t.equal((await xushi(['alerts'], { url, key: null })).code, 2, 'without a key');
  t.equal((await xushi(['submit', '-'], { url, input: '{"org":' })).code, 2, 'no JSON');
  const help = await xushi(['help', '--lang', 'en'], { key: null });
  t.equal(help.code, 0);
  t.match(help.out, 'usage: xushi COMMAND');
  t.notMatch(help.out, ADMIN_KEY);
});
