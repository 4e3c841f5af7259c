import type { ReportModel } from '../src/index.js';

const row = {
  unit: '亿元',
  target: '—',
  figure: '—',
  yoy: '—',
  change: '—',
  completionRate: '—',
  paceGap: '—',
  gap: '—',
  requiredMonthly: '—',
  light: '—',
  lightBefore: null,
  lightNow: null,
  responsible: '—',
};

/** 双牌工业集中区, 2017年1—11月, with a line of every kind. */
export const SAMPLE: ReportModel = {
  title: '关于2017年1—11月双牌工业集中区经济运行情况的汇报',
  asOf: '数据截至2017年12月8日18时，其中初步统计5项',
  sections: [
    {
      kind: 'indicators',
      heading: '主要指标完成情况',
      groups: [
        {
          orgName: '双牌工业集中区',
          sentences: [
            '初步统计，1—11月，双牌工业集中区完成规模以上工业总产值50.6亿元，同比增长45.2%，完成年度目标的92.0%，快于序时进度0.3个百分点。',
            '初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.19个百分点。',
          ],
          caption: '2017年1—11月双牌工业集中区主要指标完成情况',
          timeProgress: '时间进度91.67%',
          rows: [
            {
              ...row,
              indicator: '规模以上工业总产值',
              target: '55；21%',
              figure: '50.6',
              yoy: '45.2',
              change: '+1.20个百分点',
              completionRate: '92.00',
              paceGap: '+0.33',
              gap: '+24.20个百分点',
              requiredMonthly: '4.40',
              light: '黄灯→绿灯',
              lightBefore: 'yellow',
              lightNow: 'green',
              responsible: '县科工局',
            },
            {
              ...row,
              indicator: '工业集中度',
              unit: '%',
              target: '80',
              figure: '69.81',
              change: '−1.19个百分点',
              gap: '−10.19个百分点',
              light: '橙灯→红灯',
              lightBefore: 'orange',
              lightNow: 'red',
              responsible: '县科工局',
            },
            {
              ...row,
              indicator: '规模以上工业企业实缴税金',
              target: '—；20%',
              figure: '0.3（1—10月）',
              yoy: '12.5',
              gap: '−7.50个百分点',
              light: '橙灯',
              lightNow: 'orange',
            },
            { ...row, indicator: '新增规模以上工业企业', unit: '家', target: '12', light: '未报送' },
            { ...row, indicator: '主导产业占比', unit: '%', figure: '86.8' },
          ],
        },
      ],
    },
    {
      kind: 'lagging',
      heading: '滞后指标分析',
      summary: '滞后指标2项，其中红灯1项、橙灯1项。',
      groups: [
        {
          orgName: '双牌工业集中区',
          items: [
            {
              light: 'red',
              heading: '工业集中度 低于年度目标10.19个百分点',
              sentence: '初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.19个百分点。',
              facts: [
                { term: '计算', text: '69.81% − 80% = −10.19个百分点' },
                { term: '责任单位', text: '县科工局' },
                { term: '预警', text: '未签收，列入月调度，自1—11月起' },
              ],
            },
            {
              light: 'orange',
              heading: '规模以上工业企业实缴税金 低于年度目标7.5个百分点',
              sentence:
                '1—10月，双牌工业集中区完成规模以上工业企业实缴税金0.3亿元，同比增长12.5%，低于年度目标7.5个百分点。',
              facts: [{ term: '计算', text: '12.5% − 20% = −7.5个百分点' }],
            },
          ],
        },
      ],
    },
    {
      kind: 'submissions',
      heading: '报送情况',
      summary: '应报送1个单位，已报送1个，其中迟报1个。',
      caption: '2017年1—11月报送情况',
      rows: [
        {
          orgName: '双牌工业集中区',
          due: '12月8日18时',
          received: '12月12日9时',
          standing: '迟报2个工作日；缺报：新增规模以上工业企业',
        },
      ],
    },
  ],
  notes: ['注：部分数据因四舍五入，分项与差值可能略有出入。'],
};
