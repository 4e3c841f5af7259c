import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { setUpShuangpai } from '../shuangpai.js';

t.test('what is written is what is stored, or it is refused', async (t) => {
  const installation = await openInstallation(t, { at: '2017-12-05T09:00:00+08:00' });
  await setUpShuangpai(installation);
  const send = (value: string) =>
    installation.call(
      'POST',
      '/v1/submissions',
      `{"org":"shuangpai-park","period":"2017-11","reason":"核实","values":[{"indicator":"tax-paid",${value}}]}`,
      { headers: { 'content-type': 'application/json' } },
    );
  for (const number of ['12345678901234567890.12', '9007199254740993', '1.0000000000000000001']) {
    t.equal((await send(`"value":${number}`)).status, 201, number);
    const { body } = await installation.call<{ data: { value: string; inForce: boolean }[] }>(
      'GET',
      '/v1/figures?org=shuangpai-park&indicator=tax-paid',
    );
    t.equal(body.data.find((row) => row.inForce)?.value, number, 'to the last digit');
  }
  for (const twice of ['"value":"5","value":"6"', '"value":"5","value":"5"']) {
    t.match(
      await send(twice),
      { status: 422, body: { errors: [{ pointer: '/values/0/value', code: 'memberTwice' }] } },
      'the same member twice',
    );
  }

  const { body: org } = await installation.call('PUT', '/v1/orgs/shuangpai-park', {
    name: '双牌工业集中区',
    level: 'park',
    activeTo: '2017-10-31',
  });
  t.match(org, { key: 'shuangpai-park' });
  const ended = await send('"value":7');
  t.equal(ended.status, 422);
  t.match(ended.body, { errors: [{ pointer: '/org', code: 'orgNotActive' }] }, 'an org that has ended');
});
