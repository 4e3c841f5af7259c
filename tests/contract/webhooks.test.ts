import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TOLD_TYPES } from '@xushi/delivery';
import { WEBHOOK_SAMPLES } from '@xushi/protocol';
import { checkWebhook } from '@xushi/testing';
import t from 'tap';
import { openCounty } from '../county.js';

t.test('the document has every event that webhooks carry, each with a sample that fits it', async (t) => {
  t.same(WEBHOOK_SAMPLES.map(({ type }) => type).sort(), [...TOLD_TYPES].sort());
  for (const sample of WEBHOOK_SAMPLES) t.doesNotThrow(() => checkWebhook(sample), sample.type);
  const sample = WEBHOOK_SAMPLES[0]!;
  t.throws(() => checkWebhook(Object.assign({ more: 1 }, sample)), /additional/);
  t.throws(() => checkWebhook({ ...sample, type: 'alert.vanished' }), /alert\.vanished/);
});

t.test('webhooks come as the document says, and events as well', async (t) => {
  const heard: { type: string }[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  t.teardown(() => receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const county = await openCounty(t, '2017-07-05T09:00:00+08:00', {
    XUSHI_WEBHOOK_ALLOW: `127.0.0.1:${port}`,
  });
  const { ask, call, drain, report, alerts, keyFor, context } = county;
  await ask('POST', '/v1/receivers', {
    name: '指挥部系统',
    channel: 'webhook',
    url: `http://127.0.0.1:${port}/`,
    org: 'city',
    kinds: [
      'indicatorLagging',
      'forecastMiss',
      'report.ready',
      'submission.accepted',
      'submission.held',
      'submission.evaluated',
    ],
  });
  await ask('PUT', '/v1/people/wang', { name: '王', org: 'county' });
  const wang = await keyFor('county', 'commander', 'wang');
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '120' });
  await report('2017-05', [{ indicator: 'output', value: '46' }]);
  await report('2017-06', [{ indicator: 'output', value: '50' }]);
  const [raised] = await alerts('park');
  for (const [step, body] of [
    ['acknowledge', { note: '收到' }],
    ['rectification', { cause: '停产检修', measure: '加班赶产', owner: '王', due: '2017-08-31' }],
    ['close-request', { evidence: '产线已恢复' }],
  ] as const) {
    t.equal((await call('POST', `/v1/alerts/${raised?.id}/${step}`, body, { key: wang })).status, 200, step);
  }
  await report('2017-06', [{ indicator: 'output', value: '70' }], { reason: '更正' });
  await report('2017-06', [{ indicator: 'share', value: '101' }]);
  await ask('POST', '/v1/reports', { org: 'park', period: '2017-06' });
  await drain();
  while ((await context.sender.runOnce()) > 0) await drain();

  t.ok(heard.length >= 8, `${heard.length} webhooks`);
  for (const message of heard) t.doesNotThrow(() => checkWebhook(message), message.type);
  const types = new Set(heard.map(({ type }) => type));
  for (const type of [
    ...['alert.raised', 'alert.acknowledged', 'alert.rectificationFiled', 'alert.closeRequested'],
    ...['report.ready', 'submission.accepted', 'submission.evaluated', 'submission.held'],
  ])
    t.ok(types.has(type), type);
  // Held against the document on the way here.
  const { data } = await ask<{ data: { type: string }[] }>('GET', '/v1/events?limit=500');
  t.ok(data.length >= heard.length);
});
