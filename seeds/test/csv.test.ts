import t from 'tap';
import { parseCsv } from '../src/csv.js';

t.test('reads quotes, commas, line ends and empty fields as RFC 4180 has them', async (t) => {
  const text = 'a,b\r\n"x, ""y""","two\nlines"\n,\nlast,';
  t.strictSame(parseCsv(text, ['a', 'b']), [
    { line: 2, cells: { a: 'x, "y"', b: 'two\nlines' } },
    { line: 4, cells: { a: '', b: '' } },
    { line: 5, cells: { a: 'last', b: '' } },
  ]);
});

t.test('refuses what is out of form and says where', async (t) => {
  const refused: [string, RegExp][] = [
    ['', /line 1: the header row is missing/],
    ['b,a\n1,2\n', /line 1: the header must read a,b/],
    ['a,b\n1,2\n1,2,3\n', /line 3: 3 fields where the header has 2/],
    ['a,b\n1,2\n\n3,4\n', /line 3: 1 fields/],
    ['a,b\n1,"2\n', /line 2: a quote/],
    ['a,b\n1,2"\n', /line 2: a quote/],
    ['a,b\n1,"2"x\n', /line 2: a quote/],
    ['a,b\r1,2\n', /line 1: a quote or a line end/],
  ];
  for (const [text, message] of refused) t.throws(() => parseCsv(text, ['a', 'b']), { message }, text);
});
