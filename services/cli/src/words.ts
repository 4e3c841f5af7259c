import type { Language } from '@xushi/protocol';

/** What the command line says itself; all else is the interface's or the wording's. */
export const words = {
  zh: {
    colon: '：',
    comma: '，',
    revision: (number: number) => `第${number}版`,
    wouldBe: (state: string) => `报送后为“${state}”`,
    late: '迟报',
    hold: '待确认',
    note: '提示',
    valid: '校验通过',
    confirm: '待确认的数据尚未生效：请说明原因予以确认，或改报。',
    elsewhere: (is: string, wanted: string) => `已保存，但文件所报为 ${is}，与 ${wanted} 不符，请核对`,
    noAlerts: '没有预警',
    alerts: (count: number) => `预警 ${count} 条`,
    nothing: (period: string) => `${period}：没有应报或已报的单位`,
    statusHead: ['单位', '名称', '报送', '版次', '截止', '收到', '评价', '灯'],
    alertHead: ['灯', '状态', '单位', '预警', '期次'],
    onTime: '按时',
    missing: '未报送',
    lacking: (count: number) => `缺${count}项`,
    judged: '已评价',
    notJudged: '待评价',
    of: (period: string) => `${period}报送情况`,
  },
  en: {
    colon: ': ',
    comma: ', ',
    revision: (number: number) => `revision ${number}`,
    wouldBe: (state: string) => `would be ${state}`,
    late: 'late',
    hold: 'held',
    note: 'note',
    valid: 'no fault was found',
    confirm: 'Figures that are held do not count yet: confirm them with a reason, or replace them.',
    elsewhere: (is: string, wanted: string) =>
      `stored, but the file is of ${is}, not of ${wanted}: look at it`,
    noAlerts: 'no warnings',
    alerts: (count: number) => `warnings: ${count}`,
    nothing: (period: string) => `${period}: no org has to report, or did`,
    statusHead: ['org', 'name', 'report', 'revision', 'due', 'received', 'judged', 'lights'],
    alertHead: ['light', 'state', 'org', 'warning', 'period'],
    onTime: 'in time',
    missing: 'not reported',
    lacking: (count: number) => `${count} missing`,
    judged: 'judged',
    notJudged: 'not yet',
    of: (period: string) => `Reports of ${period}`,
  },
} as const satisfies Record<Language, unknown>;

const STATES: Record<string, Record<Language, string>> = {
  accepted: { zh: '已受理', en: 'accepted' },
  partlyHeld: { zh: '部分待确认', en: 'partly held' },
  held: { zh: '待确认', en: 'held' },
  underReview: { zh: '审核中', en: 'under review' },
  returned: { zh: '已退回', en: 'returned' },
  superseded: { zh: '已被替换', en: 'superseded' },
};

/** A submission's state by name; one that is newer than this program by its code. */
export const submissionStateName = (state: string, language: Language): string =>
  STATES[state]?.[language] ?? state;
