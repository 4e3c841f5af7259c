import { type Static, Type } from 'typebox';

/**
 * Stable error codes with their status and their sentences, Chinese first. `{name}` is filled from the fault's
 * parameters. The list is published in docs/errors.md.
 */
export const PROBLEMS = {
  notAuthenticated: [
    401,
    '请在 Authorization 头中提供有效密钥',
    'Give a valid key in the Authorization header',
  ],
  roleNotAllowed: [
    403,
    '该密钥的角色（{role}）不能执行此操作，需要 {needed}',
    'The key’s role ({role}) may not do this: {needed} is needed',
  ],
  scopeNotAllowed: [
    403,
    '该操作只能由全辖范围的密钥执行',
    'Only a key of the whole installation may do this',
  ],
  personNeeded: [
    403,
    '未登记人员的密钥只能报送和查询，此操作须使用本人密钥',
    'A key without a person submits and reads only: this takes a key of a person',
  ],
  secondPersonRequired: [
    403,
    '须由申请人、填报人以外的人员办理，请使用本人密钥',
    'This takes a person other than the one who asked for it or reports, with a key of his own',
  ],
  notFound: [404, '没有这项内容，或不在该密钥的范围内', 'There is no such thing within the key’s subtree'],
  methodNotAllowed: [405, '该地址不支持 {method}，可用：{allowed}', '{method} is not served here: {allowed}'],
  requestTimeout: [408, '请求未在限定时间内发送完毕', 'The request did not arrive in time'],
  orgNotFound: [
    404,
    '没有单位 {org}，或不在该密钥的范围内',
    'There is no org {org} within the key’s subtree',
  ],
  revisionConflict: [
    409,
    '该期数据已是第 {revision} 版，请取回后再改',
    'The period is at revision {revision} now: read it again before changing it',
  ],
  idempotencyConflict: [
    409,
    '同一 Idempotency-Key 已用于另一内容',
    'This Idempotency-Key was used for another body',
  ],
  idempotencyInFlight: [
    409,
    '同一 Idempotency-Key 的请求仍在处理，请稍后重试',
    'The request with this Idempotency-Key is still being worked on: try again',
  ],
  clockNotSimulated: [
    409,
    '本系统使用真实时钟，不能拨动',
    'This installation lives by the system clock, which cannot be set',
  ],
  alertStateConflict: [
    409,
    '该预警处于 {state}（{level}），不能执行此操作',
    'The alert is {state} ({level}): this cannot be done now',
  ],
  nothingHeld: [409, '该次报送没有待确认的数据', 'Nothing of this submission is held'],
  notUnderReview: [
    409,
    '该次报送不在待审核状态（当前：{state}）',
    'The submission is not under review: it is {state}',
  ],
  notReturnable: [
    409,
    '该次报送不能退回（当前：{state}）',
    'The submission cannot be returned: it is {state}',
  ],
  reportNotReady: [409, '材料尚未生成完毕', 'The report is not ready yet'],
  lastAdminKey: [409, '这是最后一把管理密钥，不能吊销', 'This is the last admin key and cannot be revoked'],
  bodyNotJson: [400, '请求体不是有效的 JSON（UTF-8）', 'The body is not valid JSON in UTF-8'],
  bodyTooComplex: [400, '请求体超过上限：{limit}', 'The body goes beyond a limit: {limit}'],
  requestNotReadable: [400, '请求不符合 HTTP 格式', 'The request is not readable as HTTP'],
  formBroken: [
    400,
    '表单（multipart/form-data）不完整或格式有误',
    'The form (multipart/form-data) is cut off or broken',
  ],
  fileTooLarge: [413, '文件超过 10 MB', 'The file is larger than 10 MB'],
  lineTooLong: [413, '该行超过 1 MB', 'The line is longer than 1 MB'],
  bodyTooLarge: [413, '请求体超过上限', 'The body is larger than allowed'],
  urlTooLong: [414, '请求地址过长', 'The address of the request is too long'],
  headersTooLarge: [431, '请求头过大或过多', 'The headers are too large or too many'],
  tooManyRequests: [
    429,
    '请求过于频繁，请在 {seconds} 秒后重试',
    'Too many requests: try again in {seconds} seconds',
  ],
  mediaTypeNotSupported: [415, '该接口不接受这种类型的请求体', 'This is not a media type that is taken here'],
  encryptedWorkbook: [
    400,
    '文件设有打开密码，请去掉密码后重新保存',
    'The file asks for a password: save it without one',
  ],
  workbookBroken: [
    400,
    '文件已损坏或不完整，请重新保存后再上传',
    'The file is damaged or cut off: save it again and send that',
  ],
  quoteNotClosed: [400, '第 {line} 行起的引号没有闭合', 'A quotation mark in line {line} is never closed'],
  unknownEncoding: [400, '文本既非 UTF-8 也非 GB18030 编码', 'The text is neither UTF-8 nor GB18030'],
  workbookTooLarge: [
    413,
    '文件展开后超过上限（{what} {limit}）',
    'The file unpacks to more than is allowed ({what} {limit})',
  ],
  tooManyRows: [413, '工作表超过 {limit} 行', 'The sheet has more than {limit} rows'],
  tooManyColumns: [413, '工作表超过 {limit} 列', 'The sheet has more than {limit} columns'],
  tooManyCells: [413, '工作表超过 {limit} 个单元格', 'The sheet has more than {limit} cells'],
  textTooLong: [413, '单元格文字超过 {limit} 字', 'A cell has more than {limit} characters'],
  notAWorkbook: [
    415,
    '不是 Excel（.xlsx）或 CSV 文件（{found}）',
    'This is neither an XLSX workbook nor CSV ({found})',
  ],
  oldWorkbook: [
    415,
    '这是 2007 年以前的格式（.xls、.et），请另存为 .xlsx',
    'This is the format before 2007 (.xls): save it as .xlsx',
  ],
  invalid: [422, '提交内容有误，未保存任何数据', 'The request has faults; nothing was stored'],
  shape: [422, '{message}', '{message}'],
  unknownField: [422, '未知字段 {field}', 'Unknown field {field}'],
  notHeld: [422, '{indicator}没有待确认的{code}', 'No figure of {indicator} is held for {code}'],
  memberTwice: [422, '{field} 在同一对象中出现了两次', '{field} appears twice in one object'],
  fileNeeded: [422, '请在表单的 file 项中附上文件', 'Attach the file as the form’s field “file”'],
  oneFileOnly: [422, '每次只能上传一个文件', 'One file at a time'],
  headNotFound: [422, '没有找到表头行，表头应含：{columns}', 'There is no row of heads with {columns}'],
  columnTwice: [422, '列“{column}”出现了两次', 'The column {column} appears twice'],
  cellError: [422, '单元格显示错误值 {value}', 'The cell shows the error {value}'],
  cellNotNumber: [422, '“{value}”不是数字', '“{value}” is not a number'],
  cellAmbiguous: [
    422,
    '“{value}”的分隔符可作多种理解，请写成普通小数',
    'The separators of “{value}” could mean different numbers: write a plain decimal',
  ],
  cellScaled: [
    422,
    '该数字的格式隐去了位数（如以千计），请改用常规格式',
    'The cell’s format hides digits (thousands): give it a plain format',
  ],
  cellUnit: [
    422,
    '应按 {wanted} 填写，而此处写的是 {unit}',
    'The number is to be in {wanted}; here it says {unit}',
  ],
  cellNotWord: [422, '“{value}”不是可选项，应为：{words}', '“{value}” is none of: {words}'],
  formulaNotWorkedOut: [
    422,
    '公式没有计算结果，请在表格软件中打开并重新保存',
    'The formula has no result: open the file in a spreadsheet program and save it again',
  ],
  cellInPercent: [422, '此处不是百分数，而写的是 {value}%', 'This is no percentage; here it says {value}%'],
  indicatorNeeded: [422, '该行有数而没有指标名称', 'The row has figures and names no indicator'],
  indicatorTwiceIn: [
    422,
    '{indicator} 已在 {cell} 填过，同一指标只填一行',
    '{indicator} is in {cell} already: one row an indicator',
  ],
  situationIncomplete: [
    422,
    '{indicator} 的滞后情况须同时填写原因和措施',
    'Give both cause and measure for {indicator}',
  ],
  orgNeededBeside: [
    422,
    '文件中没有写明单位，请在表单的 org 项给出',
    'The file does not say whose it is: give org beside it',
  ],
  periodNeededBeside: [
    422,
    '文件中没有写明期次或写了多个，请在表单的 period 项给出（如 2017-11）',
    'The file names no period, or several: give period beside it, e.g. 2017-11',
  ],
  fileSaysOther: [422, '文件写的是 {file}，与 {said} 不一致', 'The file says {file}, which is not {said}'],
  nothingFilledIn: [422, '表中没有填写任何数据', 'Nothing is filled in'],
  textNotStorable: [
    422,
    '含有无法保存的字符（空字符或半个代理对）',
    'The text holds a character that cannot be stored: NUL or half a surrogate pair',
  ],
  unknownAlias: [
    422,
    '没有登记 {alias} 对应的单位或指标',
    'Nothing is known as {alias}: no org or indicator goes by it',
  ],
  unknownOrg: [422, '没有单位 {org}', 'There is no org {org}'],
  unknownParent: [
    422,
    '没有上级单位 {org}，或不在该密钥的范围内',
    'There is no parent {org} within the key’s subtree',
  ],
  orgNotActive: [
    422,
    '{org} 已于 {until} 撤并，不再报送该期',
    '{org} ended on {until} and does not report this period',
  ],
  orgCycle: [422, '单位不能隶属于自己或自己的下级', 'An org cannot belong to itself or to an org below it'],
  unknownIndicator: [422, '没有指标 {indicator}', 'There is no indicator {indicator}'],
  indicatorInUse: [
    422,
    '该指标已有数据或目标，计量单位和类型不能再改',
    'The indicator has figures or targets: its unit and type stay',
  ],
  indicatorTwice: [422, '指标 {indicator} 出现了两次', 'The indicator {indicator} appears twice'],
  unknownUnit: [
    422,
    '计量单位 {unit} 不能换算为 {wanted}',
    'The unit {unit} cannot be converted to {wanted}',
  ],
  notAPeriod: [422, '期次应写作 YYYY-MM，如 2017-11', 'A period reads YYYY-MM, e.g. 2017-11'],
  periodNotOpen: [
    422,
    '{period} 尚未开放填报，自 {opens} 起可报',
    '{period} is not open yet: it opens on {opens}',
  ],
  nothingDue: [422, '{org} 该期没有应报送的指标', '{org} has nothing to report for this period'],
  extensionNotLater: [
    422,
    '延期须晚于现行报送期限（{due}）和当前时间',
    'An extension must be later than the deadline in force ({due}) and than now',
  ],
  notDueMonth: [422, '{indicator} 在该月不报送', '{indicator} is not reported for this month'],
  notPlainDecimal: [422, '{value} 不是普通小数（如 50.6）', '{value} is not a plain decimal such as 50.6'],
  tooManyDigits: [422, '数字超过 30 位', 'The number has more than 30 digits'],
  fractionForCount: [
    422,
    '{indicator} 是计数，应为整数',
    '{indicator} is a count and must be a whole number',
  ],
  valueOrGrowthNeeded: [
    422,
    '{indicator} 应填 value 或 yoy，或只填 outlook',
    'Give value or yoy for {indicator}, or an outlook alone',
  ],
  reasonNeeded: [
    422,
    '该期已受理，修改须在 reason 中说明原因',
    'The period was accepted: a revision needs a reason',
  ],
  notTogether: [
    422,
    '{field} 不能与 {other} 同时填报，请去掉其中一项',
    '{field} cannot be given together with {other}: leave one of them out',
  ],
  nothingToWithdraw: [422, '{indicator} 本期没有可撤回的数', 'There is no figure of {indicator} to withdraw'],
  milestoneDoneNeeded: [
    422,
    '{indicator} 是节点指标，请以 done、doneOn 报送',
    '{indicator} is a milestone: report it with done and doneOn',
  ],
  doneInFuture: [
    422,
    '完成日期 {doneOn} 晚于今天（{today}），尚未完成的不能报为已完成',
    'doneOn {doneOn} is after today, {today}: what is still to come is not done',
  ],
  notAMilestone: [422, '{indicator} 不是节点指标', '{indicator} is not a milestone'],
  dueNeeded: [422, '节点目标须给出完成期限 due', 'A milestone needs the date by which it is due'],
  dueOutsideYear: [
    422,
    '完成期限 {due} 应在目标年度 {year} 年内',
    'due must lie within the target’s year: {due} is not in {year}',
  ],
  appliesFromNeeded: [
    422,
    '全年各期均已有数字，调整目标须写明自何期起适用 appliesFrom',
    'The year has its figures to December: a revision must say from when it applies (appliesFrom)',
  ],
  targetValueNeeded: [422, '请给出目标值', 'Give the target’s value'],
  computedIndicator: [
    422,
    '{indicator} 由系统计算，不接受报送',
    '{indicator} is computed: it cannot be reported',
  ],
  formulaOperand: [
    422,
    '{indicator} 本身由公式计算，不能再作公式的分子或分母',
    '{indicator} is computed itself and cannot be part of a formula',
  ],
  formulaNeeded: [
    422,
    '按比率汇总（ratioOfSums）须有公式',
    'ratioOfSums needs a formula to sum the parts of',
  ],
  formulaNotForType: [422, '该类指标不能设公式', 'An indicator of this type has no formula'],
  scaleNotPositive: [422, '公式的 scale 应大于 0', 'The scale of a formula must be above 0'],
  membershipOrder: [
    422,
    '隶属关系须按时间先后排列、互不重叠，且只有最后一段可不填 to',
    'Memberships go in order of time without overlap, and only the last may be open',
  ],
  referenceEmpty: [422, '请给出 average 或 rank', 'Give average or rank'],
  rankBeyondCount: [422, '位次不能大于参评数', 'The rank cannot be beyond the number ranked'],
  outlookNotForType: [
    422,
    '{indicator} 不是累计数，没有全年预计',
    '{indicator} is no cumulative figure and has no full-year outlook',
  ],
  periodsNotOrdered: [
    422,
    'from 应不晚于 to，且在同一跨度五年内',
    'from must not be after to, within five years',
  ],
  datesNotOrdered: [422, '结束日期不能早于开始日期', 'The end cannot be before the beginning'],
  neverDue: [422, '除 1 月外没有应报月份，而 1 月免报', 'January is not reported, and no other month is due'],
  notADate: [422, '日期应写作 YYYY-MM-DD', 'A date reads YYYY-MM-DD'],
  notAMoment: [
    422,
    '时间应写作 ISO 8601，如 2017-12-05T09:00:00+08:00',
    'A moment reads like 2017-12-05T09:00:00+08:00',
  ],
  clockGoesForward: [422, '业务时钟只能向前拨', 'The business clock only goes forward'],
  ruleFault: [422, '规则有误：{message}', '{message}'],
  planNotForType: [422, '这种计划不适用于该类指标', 'This kind of plan does not fit the indicator'],
  targetNotPositive: [
    422,
    '按进度考核的“不低于”目标应大于 0',
    'A phased target to be reached must be above 0',
  ],
  targetNegative: [422, '按进度考核的“不高于”目标不能为负', 'A phased limit cannot be negative'],
  targetNotWhole: [422, '计数指标的目标应为整数', 'The target of a count must be a whole number'],
  monthOutOfRange: [422, '月份应为 1—12', 'A month is 1 to 12'],
  notTwelve: [422, '应给出 12 个月的数', 'Give twelve months'],
  notDecimal: [422, '应为普通小数', 'Give a plain decimal'],
  weightNegative: [422, '月度权重不能为负', 'A month’s weight cannot be negative'],
  weightsNotOne: [
    422,
    '12 个月权重之和应恰为 1（或设 normalise）',
    'The twelve weights must sum to exactly 1, or set normalise',
  ],
  weightsAllZero: [422, '12 个月权重不能全为 0', 'At least one month’s weight must be above 0'],
  cumulativeNegative: [422, '累计计划不能为负', 'A cumulative value cannot be negative'],
  cumulativeFalls: [422, '累计计划不能下降', 'Cumulative values never fall'],
  cumulativeNotTarget: [
    422,
    '累计计划的 12 月数应等于目标',
    'The last cumulative value must equal the target',
  ],
  checkpointsEmpty: [422, '至少给出一个节点', 'Give at least one checkpoint'],
  monthsNotAscending: [422, '节点月份应递增且不重复', 'The months of checkpoints must ascend'],
  unknownPolicy: [422, '没有灯色规则 {policy}', 'There is no policy {policy}'],
  addressNotAllowed: [422, '该地址不允许作为接收端', 'Webhooks may not reach this address'],
  notACursor: [422, 'cursor 不是本接口给出的', 'The cursor was not given out by this interface'],
  expiryInPast: [422, 'expiresAt 应晚于现在', 'expiresAt must be after now'],
  roleAboveCaller: [422, '不能发放高于自己的角色', 'A key cannot be given a role above the caller’s'],
  unknownPerson: [422, '没有人员 {person}', 'There is no person {person}'],
  calendarFault: [422, '{message}', '{message}'],
  unknownColumn: [
    422,
    '不认识的列“{column}”，可用的列：{columns}',
    'There is no column {column}; there are: {columns}',
  ],
  cellWithoutHead: [
    422,
    '该列没有表头，内容不会读入，请移走',
    'This column has no head and would not be read: move it elsewhere',
  ],
  cellNeeded: [422, '请填写“{column}”', 'Fill in {column}'],
  cellNotWhole: [422, '“{value}”不是整数', '“{value}” is not a whole number'],
  cellNotClearable: [
    422,
    '“{column}”不能清除；保持不变请留空',
    '{column} cannot be cleared; leave it empty to keep what is there',
  ],
  monthsNotReadable: [422, '“{value}”不是月份，应写作 3、6、9、12', '“{value}” should read like 3、6、9、12'],
  pointsNotReadable: [
    422,
    '“{value}”不是节点，应写作 6月 50；11月 60',
    '“{value}” should read like 6月 50；11月 60',
  ],
  planKindNeeded: [
    422,
    '填了计划的 {cells} 个单元格，请先选“计划方式”',
    'There are {cells} cells of a plan: say which kind (计划方式)',
  ],
  planCellNotUsed: [422, '计划方式“{kind}”不用此项，请清空', 'A plan {kind} does not use this: empty it'],
  rowTwice: [422, '{key} 已在 {cell} 出现', '{key} is already in {cell}'],
  tooManyChanges: [
    422,
    '一次最多改动 {limit} 行，请分几个文件',
    'At most {limit} rows may change at once: send several files',
  ],
  internal: [
    500,
    '系统内部错误，已记录，请稍后重试',
    'Something went wrong here; it was recorded: try again',
  ],
  notReady: [503, '系统正在启动或数据库不可用', 'The system is starting or the database is away'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Language = 'zh' | 'en';

/** A fault of a request: where (JSON pointer into the body, or empty), what, and the words' parameters. */
export interface Fault {
  pointer: string;
  code: ProblemCode;
  params?: Record<string, string>;
}

/** A request that cannot be answered: its code decides status and sentence; `faults` lists every reason. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: Record<string, string>;
  readonly faults: Fault[];
  /** Response headers that belong to the refusal, such as Retry-After. */
  readonly headers: Record<string, string>;

  constructor(
    code: ProblemCode,
    options: {
      params?: Record<string, string>;
      faults?: Fault[];
      headers?: Record<string, string>;
      cause?: unknown;
    } = {},
  ) {
    super(
      sentence(code, options.params ?? {}, 'en'),
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.name = 'Problem';
    this.code = code;
    this.params = options.params ?? {};
    this.faults = options.faults ?? [];
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }
}

/** Refuses a request whose body has faults: 422 with all of them. */
export function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem('invalid', { faults });
}

/** The sentence of a code in one language. */
export function sentence(code: ProblemCode, params: Record<string, string>, language: Language): string {
  const template: string = PROBLEMS[code][language === 'zh' ? 1 : 2];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** RFC 9457 `application/problem+json`. */
export const ProblemBody = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  requestId: Type.String(),
  errors: Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Type.String() })),
});
export type ProblemBody = Static<typeof ProblemBody>;

/** The body that answers a problem. */
export function problemBody(problem: Problem, language: Language, requestId: string): ProblemBody {
  const title = sentence(problem.code, problem.params, language);
  const errors = problem.faults.map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    message: sentence(fault.code, fault.params ?? {}, language),
  }));
  return {
    type: `urn:xushi:problem:${problem.code}`,
    title,
    status: problem.status,
    detail:
      errors.length === 0 ? title : errors.map((error) => `${error.pointer}: ${error.message}`).join('; '),
    code: problem.code,
    requestId,
    errors,
  };
}
