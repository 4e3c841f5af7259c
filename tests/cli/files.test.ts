import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@xushi/testing';
import t from 'tap';
import { type Said, speaker } from '../client/speaker.js';
import { xushi } from './run.js';

const ANSWER = {
  id: 'a',
  org: 'park',
  period: '2017-11',
  revision: 2,
  state: 'accepted',
  late: true,
  findings: [],
};
const HOLD = {
  code: 'unitSlip',
  severity: 'hold',
  pointer: '/sheets/报送表/C7',
  indicator: 'output',
  message: '疑似单位有误',
};

const answering = (body: object, status = 201): Said[] => [{ status, body }];

t.test('a workbook goes as it is, and what is said of its cells comes back by their names', async (t) => {
  const path = join(temporaryFolder(t), '报送.xlsx');
  writeFileSync(path, 'PK not really a workbook');

  const done = await speaker(t, answering(ANSWER));
  const submitted = await xushi(['submit', path, '--org', 'park'], done);
  t.same([submitted.code, submitted.out], [0, '已受理：park 2017年1—11月，第2版，迟报\n']);
  const [asked] = done.asked;
  t.equal(`${asked?.method} ${asked?.url}`, 'POST /v1/submissions/file');
  t.match(String(asked?.body), 'filename="报送.xlsx"');
  t.match(String(asked?.body), 'PK not really a workbook');
  t.ok(asked?.headers['idempotency-key']);

  const held = await speaker(t, answering({ ...ANSWER, state: 'partlyHeld', findings: [HOLD] }));
  const waiting = await xushi(['submit', path], held);
  t.equal(waiting.code, 3);
  t.match(waiting.out, /部分待确认：.*\n {2}待确认 {2}报送表!C7 {2}疑似单位有误\n/);

  const faults = {
    status: 422,
    title: '提交内容有误',
    detail: '',
    code: 'invalid',
    requestId: 'r',
    errors: [{ pointer: '/sheets/报送~1表/C7', code: 'notPlainDecimal', message: '不是普通小数' }],
  };
  const refusing = await speaker(t, answering(faults, 422));
  const refused = await xushi(['submit', path], refusing);
  t.equal(refused.code, 1);
  t.match(refused.err, '报送/表!C7  不是普通小数');

  const other = await speaker(t, answering({ ...ANSWER, org: 'sister' }));
  const elsewhere = await xushi(['submit', path, '--org', 'park'], other);
  t.equal(elsewhere.code, 1, 'stored for another org than was said');
  t.match(elsewhere.err, 'sister');

  const checking = await speaker(t, answering({ valid: true, ...ANSWER, figures: 1, findings: [HOLD] }, 200));
  t.equal((await xushi(['validate', path], checking)).code, 3);
  t.equal(checking.asked[0]?.url, '/v1/submissions/file?validate=true');
});

t.test('standard input is told apart by how it begins; numbers keep their digits', async (t) => {
  const server = await speaker(t, answering(ANSWER));
  const number = '123456789012345678901234567890.5';
  const sheet = `\uFEFF{"values":[{"indicator":"output","value":${number}}]}`;
  await xushi(['submit', '-', '--org', 'park', '--period', '2017-11'], { ...server, input: sheet });
  await xushi(['submit', '-'], { ...server, input: 'PK\u0003\u0004' });
  await xushi(['submit', '-'], { ...server, input: '指标,累计\n' });
  const [json, workbook, table] = server.asked;
  t.equal(
    String(json?.body),
    `{"org":"park","period":"2017-11","values":[{"indicator":"output","value":${number}}]}`,
  );
  t.match(String(workbook?.body), 'filename="stdin.xlsx"');
  t.match(String(table?.body), 'filename="stdin.csv"');
});
