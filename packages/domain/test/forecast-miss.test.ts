import t from 'tap';
import { type Forecast, type ForecastMissQuestion, Fraction, missesForecast } from '../src/index.js';

const dec = (text: string) => Fraction.parse(text);

function forecast(value: string, more: Partial<Forecast> = {}): Forecast {
  const none = { low: null, high: null, error: null, replayedYears: 0 };
  return { value: dec(value), method: 'recentPace', ...none, ...more };
}

function ask(more: Partial<ForecastMissQuestion> = {}) {
  const { misses, by, shortPercent } = missesForecast({
    forecast: forecast('90'),
    outlook: null,
    target: dec('100'),
    comparator: 'atLeast',
    month: 6,
    light: 'green',
    laggingOpen: false,
    ...more,
  });
  t.equal(misses, by !== null, 'who decided is known where it misses');
  return [by, shortPercent?.toDecimal(2) ?? null];
}

const NO = [null, null];

t.test('by the forecast', async (t) => {
  t.same(ask(), ['forecast', '10.00']);
  t.same(ask({ forecast: forecast('100') }), NO, 'exactly the target');
  t.same(ask({ forecast: forecast('99.9999999') }), ['forecast', '0.00']);
  t.same(ask({ forecast: null }), NO);
  const band = { low: dec('85'), high: dec('96') };
  t.same(ask({ forecast: forecast('90', band) }), ['forecast', '4.00'], 'the better end decides');
  t.same(ask({ forecast: forecast('90', { ...band, high: dec('100') }) }), NO, 'the better end gets there');
  t.same(ask({ forecast: forecast('90', { method: 'pace' }) }), NO, 'pace alone is not enough');
  t.same(ask({ forecast: forecast('90', { method: 'pace', ...band }) }), ['forecast', '4.00']);
});

t.test('by the forecast only while it is an early word', async (t) => {
  t.same(ask({ month: 3 }), NO);
  t.same(ask({ month: 4 }), ['forecast', '10.00']);
  t.same(ask({ month: 12 }), NO);
  t.same(ask({ light: 'yellow' }), ['forecast', '10.00']);
  for (const light of ['orange', 'red', null] as const) t.same(ask({ light }), NO, String(light));
  t.same(ask({ laggingOpen: true }), NO);
});

t.test('a limit turns it round', async (t) => {
  const comparator = 'atMost';
  t.same(ask({ comparator }), NO, '90 of at most 100');
  t.same(ask({ comparator, forecast: forecast('110') }), ['forecast', '10.00']);
  const band = { low: dec('104'), high: dec('120') };
  t.same(ask({ comparator, forecast: forecast('110', band) }), ['forecast', '4.00']);
  t.same(ask({ comparator, forecast: forecast('110', { ...band, low: dec('100') }) }), NO);
  t.same(ask({ comparator, forecast: null, outlook: dec('101') }), ['outlook', '1.00']);
  t.same(ask({ comparator, forecast: null, outlook: dec('99') }), NO);
});

t.test("by the park's own outlook, alone", async (t) => {
  const own = { forecast: null, outlook: dec('95') };
  t.same(ask(own), ['outlook', '5.00']);
  t.same(ask({ ...own, outlook: dec('100') }), NO);
  t.same(ask({ ...own, month: 1 }), ['outlook', '5.00'], 'it needs no months to rest on');
  t.same(
    ask({ ...own, laggingOpen: true, light: 'yellow' }),
    ['outlook', '5.00'],
    'a lagging alert is of today',
  );
  t.same(ask({ ...own, light: null }), ['outlook', '5.00']);
  t.same(
    ask({ ...own, forecast: forecast('120') }),
    ['outlook', '5.00'],
    'the system hopes, the park does not',
  );
  for (const light of ['orange', 'red'] as const) t.same(ask({ ...own, light }), NO, light);
  t.same(ask({ ...own, month: 12 }), NO);
  t.same(ask({ outlook: dec('95') }), ['forecast', '10.00'], 'both: the forecast goes first');
});

t.test('in % of the size of the target', async (t) => {
  t.same(ask({ target: dec('0'), forecast: forecast('-3') }), ['forecast', null]);
  t.same(ask({ target: dec('-50'), forecast: forecast('-60') }), ['forecast', '20.00']);
});
