import fc from 'fast-check';
import t from 'tap';
import { localDateOf, localTimeOf, toInstant } from '../src/index.js';

const shown = (instant: Date, zone: string) => `${localDateOf(instant, zone)} ${localTimeOf(instant, zone)}`;

t.test('instants of local times', async (t) => {
  const cases: [string, string, string, string][] = [
    ['2017-12-08', '18:00', 'Asia/Shanghai', '2017-12-08T10:00:00.000Z'],
    ['2018-01-01', '00:00', 'Asia/Shanghai', '2017-12-31T16:00:00.000Z'],
    ['2016-02-29', '23:59', 'Asia/Shanghai', '2016-02-29T15:59:00.000Z'],
    ['2017-12-08', '18:00', 'UTC', '2017-12-08T18:00:00.000Z'],
    ['2017-12-08', '18:00', 'Asia/Urumqi', '2017-12-08T12:00:00.000Z'],
    ['2017-12-08', '18:00', 'Asia/Kathmandu', '2017-12-08T12:15:00.000Z'],
    ['2017-12-08', '00:00', 'Pacific/Kiritimati', '2017-12-07T10:00:00.000Z'],
    ['2017-12-08', '23:00', 'Pacific/Pago_Pago', '2017-12-09T10:00:00.000Z'],
    ['2026-07-01', '12:00', 'America/New_York', '2026-07-01T16:00:00.000Z'],
    ['2026-12-01', '12:00', 'America/New_York', '2026-12-01T17:00:00.000Z'],
    ['1988-07-01', '08:00', 'Asia/Shanghai', '1988-06-30T23:00:00.000Z'],
  ];
  for (const [date, time, zone, instant] of cases) {
    t.equal(toInstant(date, time, zone).toISOString(), instant, `${date} ${time} ${zone}`);
    t.equal(shown(new Date(instant), zone), `${date} ${time}`);
  }
});

t.test('a time shown twice is the first; one never shown is read on the old clock', async (t) => {
  t.equal(toInstant('2026-11-01', '01:30', 'America/New_York').toISOString(), '2026-11-01T05:30:00.000Z');
  t.equal(toInstant('2026-03-08', '02:30', 'America/New_York').toISOString(), '2026-03-08T07:30:00.000Z');
  t.equal(
    shown(toInstant('2026-03-08', '02:30', 'America/New_York'), 'America/New_York'),
    '2026-03-08 03:30',
  );
  t.equal(toInstant('2026-04-05', '01:45', 'Australia/Lord_Howe').toISOString(), '2026-04-04T14:45:00.000Z');
  t.equal(shown(toInstant('2011-12-30', '12:00', 'Pacific/Apia'), 'Pacific/Apia'), '2011-12-31 12:00');
  t.equal(toInstant('2011-12-31', '00:00', 'Pacific/Apia').toISOString(), '2011-12-30T10:00:00.000Z');
});

t.test('seconds are dropped, before 1970 too', async (t) => {
  t.equal(shown(new Date('2017-12-08T09:59:59.999Z'), 'Asia/Shanghai'), '2017-12-08 17:59');
  t.equal(shown(new Date('1969-12-31T23:59:59.999Z'), 'UTC'), '1969-12-31 23:59');
});

t.test('impossible times, dates, zones and instants are refused', async (t) => {
  for (const time of ['24:00', '18:60', '8:00', '18:00:00', '']) {
    t.throws(() => toInstant('2017-12-08', time, 'UTC'), RangeError, time);
  }
  t.throws(() => toInstant('2017-02-29', '18:00', 'UTC'), RangeError);
  t.throws(() => toInstant('2017-12-08', '18:00', 'Asia/Nowhere'), RangeError);
  t.throws(() => localDateOf(new Date(Number.NaN), 'UTC'), RangeError);
});

t.test('whatever minute a zone’s clocks show leads back to an instant that shows it', async (t) => {
  const zones = [
    'Asia/Shanghai',
    'Asia/Urumqi',
    'UTC',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
  ];
  const span = { min: Date.UTC(1970, 0, 2) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 };
  fc.assert(
    fc.property(
      fc.integer(span),
      fc.constantFrom(...zones, 'Pacific/Apia', 'Africa/Casablanca'),
      (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const found = toInstant(localDateOf(instant, zone), localTimeOf(instant, zone), zone);
        return found.getTime() <= instant.getTime() && shown(found, zone) === shown(instant, zone);
      },
    ),
    { numRuns: 1000 },
  );
  t.pass();
});
