import { ALERT_REASONS } from '@xushi/domain';
import { STEPS } from './webhooks.js';

/** One webhook as it comes: 双牌工业集中区 in November 2017. */
export interface WebhookSample {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

const TIMESTAMP = '2017-12-05T01:00:00.000Z';
const ALERT_ID = '0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11';
const SUBMISSION_ID = '7d9a3f52-8f0b-4f5e-9a57-1c8b1f6d2e33';
const PLACE = { org: 'shuangpai-park', orgName: '双牌工业集中区' };
const PERIOD = { period: '2017-11', periodName: '2017年1—11月' };
const TITLE = '双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）';

const ALERT = {
  id: ALERT_ID,
  kind: 'indicatorLagging',
  ...PLACE,
  ...{
    indicator: 'industrial-concentration',
    indicatorName: '工业集中度',
    measure: 'value',
    grade: 'annual',
  },
  ...{ light: 'red', lightName: '红灯', state: 'open', level: 'monthly', levelName: '月调度' },
  ...PERIOD,
  title: TITLE,
  message: '初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。',
  ...{ unit: '%', figure: '69.81', yoy: null },
  openedAt: TIMESTAMP,
  changedAt: TIMESTAMP,
  verdict: null,
  historical: false,
};

const NUMBERS = {
  ...{ completionRate: '87.26', timeProgress: '91.67', paceGap: null, gap: '-10.19', consecutiveLag: 1 },
};

const JUDGED = {
  ...ALERT,
  gapText: '低于年度目标10.2个百分点',
  explanation: '69.81% − 80% = −10.19个百分点',
  target: '80',
  ...NUMBERS,
  forecast: null,
  outlook: null,
};

const alertSample = (reason: string): WebhookSample => ({
  type: `alert.${reason}`,
  timestamp: TIMESTAMP,
  data: STEPS.includes(reason)
    ? {
        alert: { ...ALERT, ...NUMBERS, state: 'acknowledged' },
        transition: {
          ...{ reason, reasonName: '签收', from: 'open', to: 'acknowledged' },
          ...{ light: 'red', lightName: '红灯' },
          ...{ latestPeriod: PERIOD.period, latestPeriodName: PERIOD.periodName },
          ...{ actor: 'wang', note: null, evidence: null },
        },
      }
    : {
        alert: JUDGED,
        transition: {
          ...{ reason, reasonName: '首次', from: null, to: 'open', light: 'red', lightName: '红灯' },
          ...{ latestPeriod: PERIOD.period, latestPeriodName: PERIOD.periodName, replacedBy: null },
        },
      },
});

const SHEET = {
  org: PLACE.org,
  period: PERIOD.period,
  submission: SUBMISSION_ID,
  revision: 1,
  historical: false,
};

/** One sample of every event that webhooks carry. */
export const WEBHOOK_SAMPLES: readonly WebhookSample[] = [
  ...ALERT_REASONS.map(alertSample),
  {
    type: 'dispatch.list',
    timestamp: '2017-12-11T01:00:00.000Z',
    data: {
      list: {
        id: '5a1de6b0-91c2-4f0e-8d5b-3e0b7a9f4c77',
        ...{ cadence: 'monthly', on: '2017-12-11' },
        ...PLACE,
        ...PERIOD,
        ...{ backfilled: false, covers: [] },
        lines: [
          {
            ...PLACE,
            ...{ reason: 'red', reasonName: '红灯', alert: ALERT_ID, indicatorName: '工业集中度' },
            ...{ light: 'red', lightName: '红灯', message: TITLE, openedAt: TIMESTAMP },
          },
        ],
      },
    },
  },
  {
    type: 'report.ready',
    timestamp: '2017-12-11T01:00:00.000Z',
    data: {
      report: {
        id: 'c2f6a9d4-0e3b-4b57-8f43-9b7d2e5a6c88',
        ...PLACE,
        ...PERIOD,
        title: '关于2017年1—11月双牌工业集中区运行情况的汇报',
        draft: true,
        hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    },
  },
  { type: 'submission.accepted', timestamp: TIMESTAMP, data: { ...SHEET, years: [2017] } },
  {
    type: 'submission.evaluated',
    timestamp: TIMESTAMP,
    data: {
      ...SHEET,
      evaluations: [
        {
          ...{ indicator: 'industrial-concentration', measure: 'value', grade: 'annual' },
          ...{ light: 'red', state: 'evaluated' },
        },
      ],
      alerts: [ALERT_ID],
    },
  },
];
