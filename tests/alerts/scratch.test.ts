import t from 'tap';
import { openCounty } from '../county.js';
t.test('scratch', { timeout: 200000 }, async (t) => {
  const { ask, report, alerts, sql } = await openCounty(t, '2018-03-01T09:00:00+08:00');
  await ask('POST', '/v1/receivers', { name: 'mail', channel: 'email', to: 'a@example.org', org: 'county' });
  await ask('POST', '/v1/targets', { org: 'park', year: 2017, indicator: 'output', value: '120' });
  await ask('POST', '/v1/targets', { org: 'sister', year: 2017, indicator: 'output', value: '120' });
  const show = async (org: string, what: string) => {
    console.log(`# › ${what}`);
    for (const a of await alerts(org)) console.log(`# ›    ${a.kind} ${a.state} ${a.light} ${a.periods.first}–${a.periods.latest} [${a.life.join(', ')}] ${a.title} || ${a.message}`);
  };
  const out = (n: number) => ({ outlook: { fullYear: n, reason: 'x' } });
  await report('2017-05', [{ indicator: 'output', value: '50', ...out(100) }]); await show('park', 'figure + outlook 100');
  await report('2017-05', [{ indicator: 'output', ...out(130) }], { reason: 'r' }); await show('park', 'outlook 130 same month');
  await report('2017-05', [{ indicator: 'output', ...out(100) }], { reason: 'r' }); await show('park', 'outlook 100 again');
  await report('2017-06', [{ indicator: 'output', ...out(130) }], { reason: 'r' }); await show('park', 'outlook 130 next month alone');
  await report('2017-06', [{ indicator: 'output', value: 40 }], { reason: 'r' }); await show('park', 'figure 40');
  await report('2017-05', [{ indicator: 'output', ...out(100) }], {org:'sister'}); await show('sister', 'outlook 100 alone');
  await report('2017-05', [{ indicator: 'output', value: 51, ...out(100) }], {org:'sister', reason: 'r'}); await show('sister', 'outlook 100 with 51');
  await report('2017-06', [{ indicator: 'output', value: 40 }], {org:'sister'}); await show('sister', 'lags');
  for (const d of await sql`SELECT d.type, d.body FROM delivery d ORDER BY sequence`) console.log('# › ' + d.type + ' ' + JSON.stringify(d.body).slice(0, 3000));
});
