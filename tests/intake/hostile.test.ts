import t from 'tap';
import { faultsOf, openCounty } from '../county.js';

const sheet = (entry: string, rest = '') =>
  `{"org":"park","period":"2017-11","values":[{"indicator":"output",${entry}}]${rest}}`;
const DEEP = 50_000;

/** Bodies as a careless or hostile sender writes them, and how each is refused. */
const REFUSED: [name: string, body: string, status: number, fault: string | null][] = [
  ['a number beyond all', sheet('"value":1e400'), 422, '/values/0/value notPlainDecimal'],
  ['a number beyond all in text', sheet('"value":"1e400"'), 422, '/values/0/value notPlainDecimal'],
  ['NaN in text', sheet('"value":"NaN"'), 422, '/values/0/value notPlainDecimal'],
  ['Infinity in text', sheet('"value":"Infinity"'), 422, '/values/0/value notPlainDecimal'],
  ['NaN', sheet('"value":NaN'), 400, null],
  ['400 digits', sheet(`"value":"${'9'.repeat(400)}"`), 422, '/values/0/value shape'],
  ['a number of 40 digits', sheet(`"value":${'9'.repeat(40)}`), 422, '/values/0/value tooManyDigits'],
  ['a tiny number', sheet('"value":5e-324'), 422, '/values/0/value tooManyDigits'],
  ['a blank before', sheet('"value":" 1"'), 422, '/values/0/value notPlainDecimal'],
  ['a line break after', sheet('"value":"1\\n"'), 422, '/values/0/value notPlainDecimal'],
  ['full-width digits', sheet('"value":"１２"'), 422, '/values/0/value notPlainDecimal'],
  ['a plus sign', sheet('"value":"+5"'), 422, '/values/0/value notPlainDecimal'],
  ['an empty text', sheet('"value":""'), 422, '/values/0/value notPlainDecimal'],
  ['hexadecimal', sheet('"value":"0x10"'), 422, '/values/0/value notPlainDecimal'],
  ['null', sheet('"value":null'), 422, '/values/0/value shape'],
  ['a list', sheet('"value":[1]'), 422, '/values/0/value shape'],
  [
    'half a surrogate pair in a note',
    sheet('"value":1,"note":"\\ud800"'),
    422,
    '/values/0/note textNotStorable',
  ],
  [
    'half a surrogate pair in a reason',
    sheet('"value":1', ',"reason":"\\udfff"'),
    422,
    '/reason textNotStorable',
  ],
  ['NUL in a note', sheet('"value":1,"note":"a\\u0000b"'), 422, '/values/0/note textNotStorable'],
  [
    'NUL in an indicator',
    '{"org":"park","period":"2017-11","values":[{"indicator":"a\\u0000","value":1}]}',
    422,
    '/values/0/indicator textNotStorable',
  ],
  [
    'NUL in an org',
    '{"org":"a\\u0000","period":"2017-11","values":[{"indicator":"output","value":1}]}',
    422,
    '/org textNotStorable',
  ],
  ['__proto__', sheet('"value":1,"__proto__":{"withdraw":true}'), 422, '/values/0/__proto__ unknownField'],
  [
    'constructor.prototype',
    sheet('"value":1,"constructor":{"prototype":{"withdraw":true}}'),
    422,
    '/values/0/constructor unknownField',
  ],
  ['deep nesting', sheet(`"value":${'['.repeat(DEEP)}${']'.repeat(DEEP)}`), 400, null],
  ['a body cut half-way', sheet('"value":1').slice(0, -20), 400, null],
  ['no body', '', 400, null],
  ['a list of sheets', `[${sheet('"value":1')}]`, 422, ' shape'],
  ['5 MB', sheet(`"value":1,"note":"${'a'.repeat(5 * 1024 * 1024)}"`), 413, null],
];

t.test('what cannot be read or kept is refused, never a fault of ours, and nothing is stored', async (t) => {
  const { call, rowCounts } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  const before = await rowCounts();
  const headers = { 'content-type': 'application/json' };
  for (const [name, body, status, fault] of REFUSED) {
    const answer = await call('POST', '/v1/submissions', body, { headers });
    t.equal(answer.status, status, `${name}: ${JSON.stringify(answer.body).slice(0, 300)}`);
    t.match(answer.body, { status, requestId: String }, name);
    t.same(faultsOf(answer), fault === null ? [] : [fault], name);
  }
  t.same(await rowCounts(), before, 'no row of any table');
  const other = await call('POST', '/v1/submissions', 'org=park', {
    headers: { 'content-type': 'text/csv' },
  });
  t.equal(other.status, 415);
});

t.test('odd ways to write a figure come out as one', async (t) => {
  const { call, ask } = await openCounty(t, '2017-12-05T09:00:00+08:00');
  let month = 0;
  for (const [written, kept] of [
    ['"-0"', '0'],
    ['"-0.00"', '0.00'],
    ['-0', '0'],
    ['"007.50"', '7.50'],
    ['1e-7', '0.0000001'],
    ['1e21', '1000000000000000000000'],
    ['"0.000000000000000000000000000001"', '0.000000000000000000000000000001'],
    ['"-123456789012345678901234567890"', '-123456789012345678901234567890'],
  ]) {
    month += 1;
    const period = `2017-0${month}`;
    const body = `{"org":"park","period":"${period}","values":[{"indicator":"output","value":${written}}]}`;
    const answer = await call('POST', '/v1/submissions', body, {
      headers: { 'content-type': 'application/json' },
    });
    t.equal(answer.status, 201, `${written}: ${JSON.stringify(answer.body)}`);
    const { data } = await ask<{ data: { value: string }[] }>(
      'GET',
      `/v1/figures?org=park&from=${period}&to=${period}`,
    );
    t.same(
      data.map((figure) => figure.value),
      [kept],
      `${written}`,
    );
  }
});
