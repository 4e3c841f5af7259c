import t from 'tap';
import { lastEndedMonth, monthEndedAt, parsePeriod } from '../src/index.js';

const endOf = (text: string, timeZone: string) => monthEndedAt(parsePeriod(text)!, timeZone).toISOString();

t.test('a month has ended at the midnight after its last day, by the clocks of the place', async (t) => {
  t.equal(endOf('2017-06', 'Asia/Shanghai'), '2017-06-30T16:00:00.000Z');
  t.equal(endOf('2017-12', 'Asia/Shanghai'), '2017-12-31T16:00:00.000Z');
  t.equal(endOf('2100-12', 'Asia/Shanghai'), '2100-12-31T16:00:00.000Z', 'the last period ends, too');
  t.equal(endOf('2017-02', 'Europe/Berlin'), '2017-02-28T23:00:00.000Z');
  t.equal(endOf('2017-06', 'Europe/Berlin'), '2017-06-30T22:00:00.000Z');
});

t.test('the last month that ended changes at that instant and at no other', async (t) => {
  for (const timeZone of ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']) {
    for (let month = 1; month <= 12; month += 1) {
      const end = monthEndedAt(parsePeriod(`2017-${String(month).padStart(2, '0')}`)!, timeZone).getTime();
      const at = (ms: number) => lastEndedMonth(2017, { at: new Date(ms), timeZone });
      t.same([at(end - 1), at(end)], [month - 1, month], `${timeZone} ${month}`);
    }
  }
  const at = new Date('2017-07-20T00:00:00Z');
  const of = { at, timeZone: 'Asia/Shanghai' };
  t.same([lastEndedMonth(2016, of), lastEndedMonth(2018, of)], [12, 0]);
});
