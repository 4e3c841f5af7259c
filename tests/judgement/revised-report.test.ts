import t from 'tap';
import { openCounty } from '../county.js';

interface Report {
  model: { sections: { kind: string; groups: { sentences: string[] }[] }[] };
}

t.test(
  'a report prints what a target was before its revision, what it is now, and the document',
  async (t) => {
    const { ask, report, drain, moveTo } = await openCounty(t, '2017-07-05T09:00:00+08:00');
    const target = { org: 'park', year: 2017, indicator: 'output' };
    await ask('POST', '/v1/targets', { ...target, value: '120' });
    await report('2017-06', [{ indicator: 'output', value: '50' }]);
    await ask('POST', '/v1/targets', {
      ...target,
      value: '100',
      reason: '市场下行',
      appliesFrom: '2017-07',
      source: { document: '关于调整年度目标的通知', number: '双政发〔2017〕12号' },
    });
    await moveTo('2017-08-05T09:00:00+08:00');
    await report('2017-07', [{ indicator: 'output', value: '57' }]);
    const sentences = async (period: string) => {
      const { id } = await ask<{ id: string }>('POST', '/v1/reports', { org: 'park', period });
      await drain();
      const { model } = await ask<Report>('GET', `/v1/reports/${id}/report.json`);
      return model.sections.find(({ kind }) => kind === 'indicators')?.groups[0]?.sentences[0] ?? '';
    };
    // 57 of 100 against 7/12: 57.0% against 58.33%.
    t.match(await sentences('2017-07'), /完成年度目标的57\.0%.*慢于序时进度1\.3个百分点/);
    t.match(
      await sentences('2017-07'),
      '目标调整：调整前120亿元，调整后100亿元（《关于调整年度目标的通知》双政发〔2017〕12号），调整原因：市场下行。',
    );
    t.notMatch(await sentences('2017-06'), '目标调整', 'June was judged before it');
  },
);
