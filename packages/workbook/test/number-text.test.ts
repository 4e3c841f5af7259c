import t from 'tap';
import { normaliseText, readNumberText } from '../src/index.js';

const number = (text: string, unit: string | null = null) => ({ kind: 'number', text, percent: false, unit });
const percent = (text: string) => ({ kind: 'number', text, percent: true, unit: null });

t.test('numbers as people write them', async (t) => {
  const pairs: [string, object][] = [
    ['50.6', number('50.6')],
    ['１，２３４．５％', percent('1234.5')],
    [' 1,234,567.80 ', number('1234567.80')],
    ['\u3000５０．６亿元\u200b', number('50.6', '亿元')],
    ['50.6 亿元', number('50.6', '亿元')],
    ['12.5万元/亩', number('12.5', '万元/亩')],
    ['3.2个百分点', number('3.2', '个百分点')],
    ['5‰', number('5', '‰')],
    ['1.2㎡', number('1.2', '㎡')],
    ['+8.6%', percent('8.6')],
    ['-8.6 %', percent('-8.6')],
    ['−8.6', number('-8.6')],
    ['－8.6', number('-8.6')],
    ['(1,234)', number('-1234')],
    ['（5.2％）', percent('-5.2')],
    ['(1,234)万元', number('-1234', '万元')],
    ['(0.00)', number('0.00')],
    ['-0', number('0')],
    ['007', number('7')],
    ['.5', number('0.5')],
    ['0', number('0')],
    ['123456789012345678901234567890.123', number('123456789012345678901234567890.123')],
  ];
  for (const [text, read] of pairs) t.same(readNumberText(text), read, text);
});

t.test('nothing is guessed', async (t) => {
  const kinds: Record<string, string[]> = {
    ambiguous: [
      '1,23',
      '1.234,5',
      '1,2345',
      '1,234,56',
      '0,123',
      '12,34,567',
      '1 234',
      '1.2.3',
      '1,234,',
      '5.',
      '1,,234',
      '１，２３',
    ],
    notANumber: [
      ...[
        'abc',
        '五十',
        '约50',
        '1e5',
        '1E+5',
        '0x10',
        '--5',
        '+-5',
        '(-5)',
        '(5',
        '5)',
        '((5))',
        '5%%',
        '%',
        '50.6*',
      ],
      ...[
        '2017-11',
        '2017年11月',
        '1/2',
        '50.6亿元1',
        'NaN',
        'Infinity',
        '٥',
        '①',
        '5\n6',
        `5${'亿'.repeat(200)}`,
        ',5',
        '()',
        '=1+1',
      ],
    ],
    dash: ['—', '——', '-', '－', '–', '―', '/', '／', ' — '],
    notApplicable: ['无', '不适用', 'N/A', 'n/a', 'NA', 'Ｎ／Ａ'],
    empty: ['', ' ', '\u3000', '\u200b', '\t\n'],
  };
  for (const [kind, texts] of Object.entries(kinds))
    for (const text of texts)
      t.match(readNumberText(text), { kind }, `${JSON.stringify(text.slice(0, 20))} is ${kind}`);
});

t.test('headings are compared by what is seen', async (t) => {
  t.equal(normaliseText('\ufeff\u3000规模以上工业总产值（亿元）\u200b\u00a0'), '规模以上工业总产值(亿元)');
  t.equal(normaliseText('ＧＤＰ\u3000２０１７'), 'GDP 2017');
  t.equal(normaliseText('工业总产值\n（亿元）'), '工业总产值\n(亿元)');
  t.equal(normaliseText('①②㎡'), '①②㎡', 'a circled 1 is no 1');
});
