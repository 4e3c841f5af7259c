import type { BoardTable, BoardTableCell, BoardTableRow } from '@xushi/wording';

const number = (text: string, decimals = 2, unit: string | null = null): BoardTableCell => ({
  ...{ number: text, decimals, unit },
});
const word = (text: string): BoardTableCell => ({ word: text, light: null });

export const ROWS: BoardTableRow[] = [
  {
    orgName: '双牌工业集中区',
    cells: [
      number('50.6'),
      number('45.2', 1),
      number('0.33'),
      { word: '绿灯', light: 'green' },
      number('69.81'),
      number('-10.19'),
      { word: '红灯', light: 'red' },
    ],
  },
  {
    orgName: '=HYPERLINK("http://example.org";"点")',
    cells: [
      number('12345678901234.56'),
      null,
      number('-4', 0, '家'),
      word('未报送'),
      word('—'),
      word('—'),
      word('—'),
    ],
  },
];

/** Two indicators of two parks: every kind of cell. */
export const BOARD: BoardTable = {
  sheetName: '2017年1—11月 双牌县',
  title: '2017年1—11月双牌县指标完成情况',
  legend: '灯色：绿灯（正常）、红灯（严重滞后）。',
  orgHeading: '单位',
  unitHeading: '计量单位',
  indicators: [
    {
      name: '规模以上工业总产值',
      columns: [
        { kind: 'figure', heading: '累计', unit: '亿元' },
        { kind: 'yoy', heading: '同比', unit: '%' },
        { kind: 'gap', heading: '快慢或差距', unit: '百分点' },
        { kind: 'light', heading: '灯', unit: '' },
      ],
    },
    {
      name: '工业集中度',
      columns: [
        { kind: 'figure', heading: '累计', unit: '%' },
        { kind: 'gap', heading: '快慢或差距', unit: '百分点' },
        { kind: 'light', heading: '灯', unit: '' },
      ],
    },
  ],
  rows: ROWS,
};
