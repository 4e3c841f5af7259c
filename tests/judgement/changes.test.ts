import t from 'tap';
import { openCounty } from '../county.js';

t.test(
  'every change of a light is kept with why, and judging again without one leaves nothing',
  async (t) => {
    const { ask, report, sql, context, drain } = await openCounty(t, '2017-12-05T09:00:00+08:00');
    await ask('POST', '/v1/targets', {
      org: 'park',
      year: 2017,
      indicator: 'output',
      value: '120',
      policy: 'consecutive-2',
    });
    const output = (value: string) => [{ indicator: 'output', value }];
    const changes = async () => {
      const rows = await sql<{ line: string }[]>`
      SELECT month || ' ' || reason || ': ' || coalesce(before->>'light', '-') || ' → ' || coalesce(after->>'light', '-') AS line
      FROM evaluation_change ORDER BY id`;
      return rows.map(({ line }) => line);
    };
    await report('2017-05', output('49'));
    await report('2017-06', output('59'));
    await report('2017-05', output('51'), { reason: 'recounted' });
    const sofar = [
      '5 reported: - → yellow',
      '6 reported: - → red',
      '5 restated: yellow → green',
      // Its own figure is as it was: what it follows on has changed.
      '6 restated: red → yellow',
    ];
    t.same((await changes()).sort(), [...sofar].sort());
    const judgedAt = () => sql`SELECT month, xmin::text, judged_at, light FROM evaluation ORDER BY month`;
    const before = await judgedAt();
    await context.work(async (unit) => {
      const [park] = await sql<{ id: number }[]>`SELECT id FROM org WHERE key = 'park'`;
      const orgYears = [{ orgId: park?.id ?? 0, year: 2017 }];
      await unit.append([{ type: 'evaluation.requested', orgId: park?.id ?? 0, payload: { orgYears } }]);
    });
    await drain();
    t.same(await judgedAt(), before, 'judged again: no row is written');
    await report('2017-05', output('51.5'), { reason: 'the light stays' });
    t.equal((await changes()).length, 4);
    await report('2017-06', [{ indicator: 'output', withdraw: true }], { reason: 'not ours' });
    t.same((await changes()).slice(4), ['6 restated: yellow → -'], 'a light that goes with its figure');
  },
);
