import type {
  AlertKind,
  AlertReason,
  AlertState,
  Comparator,
  EvaluationState,
  FigureGrade,
  Level,
  OrgLevel,
  PlanFallback,
  TargetGrade,
} from '@xushi/domain';
import type { Language, Named } from './language.js';

/** The field's closed vocabularies by name (domain.md §4–§7, §10). */

const STATES: Readonly<Record<EvaluationState, Named>> = {
  evaluated: { zh: '已评价', en: 'judged' },
  notReported: { zh: '未报送', en: 'not reported' },
  notDue: { zh: '未到期', en: 'not due' },
  noTarget: { zh: '未设目标', en: 'no target' },
  waiting: { zh: '待计算', en: 'waiting for its operands' },
  partial: { zh: '部分单位未报送', en: 'partly reported' },
  underReview: { zh: '审核中', en: 'under review' },
};

export const stateName = (state: EvaluationState, language: Language = 'zh'): string =>
  STATES[state][language];

const LEVEL_NAMES: Readonly<Record<Level, Named>> = {
  daily: { zh: '日调度', en: 'daily dispatch' },
  weekly: { zh: '周调度', en: 'weekly dispatch' },
  monthly: { zh: '月调度', en: 'monthly dispatch' },
};

/** Dispatch levels 日周月. */
export const levelName = (level: Level, language: Language = 'zh'): string => LEVEL_NAMES[level][language];

const ORG_LEVEL_NAMES: Readonly<Record<OrgLevel, Named>> = {
  province: { zh: '省', en: 'province' },
  prefecture: { zh: '市', en: 'prefecture' },
  county: { zh: '县（区、市）', en: 'county' },
  park: { zh: '园区', en: 'park' },
  cluster: { zh: '组团', en: 'cluster' },
  enterprise: { zh: '企业', en: 'enterprise' },
};

export const orgLevelName = (level: OrgLevel, language: Language = 'zh'): string =>
  ORG_LEVEL_NAMES[level][language];

const FIGURE_GRADE_NAMES: Readonly<Record<FigureGrade, Named>> = {
  estimate: { zh: '初步统计', en: 'estimate' },
  statistical: { zh: '统计反馈', en: 'statistical' },
  final: { zh: '年报核定', en: 'final' },
};

export const figureGradeName = (grade: FigureGrade, language: Language = 'zh'): string =>
  FIGURE_GRADE_NAMES[grade][language];

const TARGET_GRADE_NAMES: Readonly<Record<TargetGrade, Named>> = {
  annual: { zh: '年度目标', en: 'annual target' },
  suggested: { zh: '建议目标', en: 'suggested target' },
  own: { zh: '自定目标', en: 'own target' },
  stretch: { zh: '奋斗目标', en: 'stretch target' },
};

export const targetGradeName = (grade: TargetGrade, language: Language = 'zh'): string =>
  TARGET_GRADE_NAMES[grade][language];

const COMPARATOR_NAMES: Readonly<Record<Comparator, Named>> = {
  atLeast: { zh: '不低于', en: 'at least' },
  atMost: { zh: '不超过', en: 'at most' },
};

export const comparatorName = (comparator: Comparator, language: Language = 'zh'): string =>
  COMPARATOR_NAMES[comparator][language];

const PLAN_FALLBACKS: Readonly<Record<PlanFallback, Named>> = {
  lastYearMissing: { zh: '无上年数据，按序时计算', en: 'no figures of last year: linear instead' },
  lastYearFullYearMissing: {
    zh: '无上年全年数，按序时计算',
    en: 'no full year of last year: linear instead',
  },
  lastYearMonthMissing: { zh: '无上年同期数，按序时计算', en: 'no such month of last year: linear instead' },
  lastYearFullYearNotPositive: {
    zh: '上年全年数不为正，按序时计算',
    en: 'last year is not above zero: linear instead',
  },
  lastYearExceedsFullYear: {
    zh: '上年同期数超过全年数，按序时计算',
    en: 'last year exceeds its full year: linear instead',
  },
};

export const planFallbackName = (fallback: PlanFallback, language: Language = 'zh'): string =>
  PLAN_FALLBACKS[fallback][language];

const ALERT_KIND_NAMES: Readonly<Record<AlertKind, Named>> = {
  indicatorLagging: { zh: '滞后指标预警', en: 'lagging indicator' },
  forecastMiss: { zh: '预计难以完成', en: 'target likely to be missed' },
  submissionDue: { zh: '报送提醒', en: 'report due' },
  submissionOverdue: { zh: '逾期未报', en: 'report overdue' },
  submissionHeld: { zh: '数据待确认', en: 'figures held for confirmation' },
  dispatchMissed: { zh: '调度缺失', en: 'dispatch missed' },
  milestoneDue: { zh: '节点临期', en: 'milestone due' },
  milestoneOverdue: { zh: '节点逾期', en: 'milestone overdue' },
  projectStalled: { zh: '项目停滞', en: 'project stalled' },
  decisionDue: { zh: '议定事项临期', en: 'decision due' },
  decisionOverdue: { zh: '议定事项逾期', en: 'decision overdue' },
  postVacant: { zh: '岗位空缺', en: 'post vacant' },
  calendarMissing: { zh: '缺工作日历', en: 'calendar missing' },
  yearSetup: { zh: '新年度设置未完成', en: 'new year not set up' },
  receiverFailing: { zh: '接收方投递失败', en: 'receiver failing' },
};

export const alertKindName = (kind: AlertKind, language: Language = 'zh'): string =>
  ALERT_KIND_NAMES[kind][language];

const ALERT_STATE_NAMES: Readonly<Record<AlertState, Named>> = {
  open: { zh: '未签收', en: 'open' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  rectifying: { zh: '整改中', en: 'rectifying' },
  closeRequested: { zh: '申请销号', en: 'close requested' },
  closed: { zh: '已销号', en: 'closed' },
  resolved: { zh: '已解除', en: 'resolved' },
  settled: { zh: '年终结转', en: 'settled at year end' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
};

export const alertStateName = (state: AlertState, language: Language = 'zh'): string =>
  ALERT_STATE_NAMES[state][language];

const ALERT_REASON_NAMES: Readonly<Record<AlertReason, Named>> = {
  raised: { zh: '新增预警', en: 'raised' },
  worsened: { zh: '加重', en: 'worsened' },
  improved: { zh: '好转', en: 'improved' },
  persisted: { zh: '持续', en: 'persisted' },
  targetRevised: { zh: '目标调整', en: 'target revised' },
  escalated: { zh: '升级调度', en: 'escalated' },
  deEscalated: { zh: '降级调度', en: 'de-escalated' },
  acknowledged: { zh: '签收', en: 'acknowledged' },
  rectificationFiled: { zh: '填报整改措施', en: 'rectification filed' },
  closeRequested: { zh: '申请销号', en: 'close requested' },
  sentBack: { zh: '退回', en: 'sent back' },
  closed: { zh: '销号', en: 'closed' },
  resolved: { zh: '解除', en: 'resolved' },
  reopened: { zh: '重新列入', en: 'reopened' },
  confirmed: { zh: '核实无误', en: 'confirmed' },
  corrected: { zh: '更正', en: 'corrected' },
  withdrawn: { zh: '撤销', en: 'withdrawn' },
  settled: { zh: '年终结转', en: 'settled at year end' },
};

const GAVE_WAY = {
  reason: { zh: '转为滞后预警', en: 'became a lagging warning' },
  state: { zh: '已转为滞后预警', en: 'has become a lagging warning' },
} as const satisfies Record<string, Named>;

/** What became of a `forecastMiss` warning once the indicator lags: it is over, and nothing has recovered. */
export const gaveWayName = (as: keyof typeof GAVE_WAY, language: Language = 'zh'): string =>
  GAVE_WAY[as][language];

/** Why an alert changed (`alert.<reason>`). */
export const alertReasonName = (reason: AlertReason, language: Language = 'zh'): string =>
  ALERT_REASON_NAMES[reason][language];
