import type { AlertReason } from '@xushi/domain';
import { type Content, wordsOf } from './message-content.js';
import type { ALERT_KINDS } from './topics.js';

/** What stands in the subject's brackets after the light or the kind; empty for a first warning. */
const TRANSITIONS: Record<AlertReason, string> = {
  raised: '',
  worsened: '加重',
  improved: '好转',
  persisted: '持续',
  targetRevised: '目标调整',
  escalated: '升级',
  deEscalated: '降级',
  acknowledged: '已签收',
  rectificationFiled: '已报整改措施',
  closeRequested: '申请销号',
  sentBack: '退回整改',
  closed: '已销号',
  resolved: '解除',
  reopened: '再次预警',
  confirmed: '数据已核实',
  corrected: '数据已更正',
  withdrawn: '撤回',
  settled: '年终结转',
};

const KINDS: Record<(typeof ALERT_KINDS)[number], string> = {
  indicatorLagging: '滞后指标预警',
  forecastMiss: '预计难以完成',
  submissionDue: '报送提醒',
  submissionOverdue: '报送逾期',
  submissionHeld: '报送数据待核实',
  dispatchMissed: '调度缺失',
  milestoneDue: '节点将到期',
  milestoneOverdue: '节点逾期',
  projectStalled: '项目停滞',
  decisionDue: '议定事项将到期',
  decisionOverdue: '议定事项逾期',
  postVacant: '岗位空缺',
  calendarMissing: '工作日历缺失',
  yearSetup: '年度准备未完成',
  receiverFailing: '接收方故障',
};

const STATES: Record<string, string> = {
  open: '未签收',
  acknowledged: '已签收',
  rectifying: '整改中',
  closeRequested: '申请销号',
  closed: '已销号',
  resolved: '已解除',
  settled: '年终结转',
  withdrawn: '已撤回',
};

const LEVELS: Record<string, string> = { daily: '日调度', weekly: '周调度', monthly: '月调度' };

/** `【红灯预警·加重】单位 指标 情况（期间）`, and the numbers behind it. */
export function alertMessage(transition: string, data: Record<string, unknown>, publicUrl: string): Content {
  const alert = wordsOf(data.alert);
  const kind = alert.text('kind');
  const light = alert.text('lightName');
  const title = titled(alert.text);
  const subject = kind === 'indicatorLagging' && light ? `${light.split('（')[0]}预警` : nameOf(KINDS, kind);
  const what = nameOf(TRANSITIONS, transition);
  const points = alert.text('unit') === '%' || alert.text('measure') === 'yoy';
  const measured = (name: string, unit: string) => alert.text(name) && `${alert.text(name)}${unit}`;
  const unit = points ? '%' : alert.text('unit');
  const facts: [string, string][] = [
    ['单位', alert.text('orgName')],
    ['指标', alert.text('indicatorName')],
    ['期间', alert.text('periodName')],
    ['灯', light],
    ['完成', measured('figure', unit)],
    ['目标', measured('target', unit)],
    ['与目标差', measured('gap', points ? '个百分点' : unit)],
    ['快慢', measured('paceGap', '个百分点')],
    ['说明', alert.text('explanation')],
    ['状态', nameOf(STATES, alert.text('state'))],
    ['调度层级', nameOf(LEVELS, alert.text('level'))],
  ];
  return {
    subject: `【${[subject, what].filter(Boolean).join('·')}】${title}`,
    heading: title,
    paragraphs: [alert.text('message')].filter(Boolean),
    facts: facts.filter(([, given]) => given !== ''),
    table: null,
    link: alert.link(publicUrl, '查看并处理'),
  };
}

/** The alert's title, with whose it is and of which period where it does not say so itself. */
function titled(text: (name: string) => string): string {
  const title = text('title') || text('message') || text('indicatorName');
  const org = text('orgName');
  const period = text('periodName');
  return (
    (title.includes(org) ? '' : `${org} `) +
    title +
    (period && !title.includes(period) ? `（${period}）` : '')
  );
}

const nameOf = (names: Record<string, string>, key: string): string => names[key] ?? key;
