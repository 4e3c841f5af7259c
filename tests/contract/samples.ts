import type { County } from '../county.js';

/** A call that is answered with 2xx; `first` makes what it needs, and gives the id that its path names. */
export interface Sample {
  first?(ground: Ground): Promise<string | undefined>;
  /** Of the path, besides `id`. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** The file of a form, in place of a body. */
  file?: string;
  /** The body’s media type, where it is not JSON alone: it goes out as lines. */
  lines?: string;
  /** A body that is no JSON. */
  text?: { type: string; body: string };
  /** Whose key; an admin's where absent. */
  who?: 'wang' | 'li' | 'zhou';
}

/** What the samples stand on: a county with people, a warning, a report, deliveries. */
export interface Ground {
  county: County;
  alert: string;
  submission: string;
  report: string;
  /** With the key of 王. */
  wang: { key: string };
  /** Makes a receiver, and answers its id. */
  receiver(): Promise<string>;
  /** A sheet of `sister` that waits for its reviewer; its id. */
  reviewed(): Promise<string>;
}

const made = async ({ county }: Ground, url: string, body: unknown): Promise<string> =>
  String((await county.ask('POST', url, body)).id);

const KEY = { name: '过路', role: 'reporter', org: 'park' };
const UNDER = { under: 'county', period: '2017-06' };
const TARGET = { org: 'park', year: 2017, indicator: 'output', value: '120', reason: '调整' };
const MEASURE = { cause: '停产检修', measure: '加班赶产', owner: '王', due: '2017-08-31' };
const alert: Sample['first'] = async (ground) => ground.alert;

/** A good call of every operation, in an order in which all of them may happen. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  health: {},
  ready: {},
  metrics: {},
  openapi: {},
  docs: {},
  listOrgs: { query: { under: 'city' } },
  listIndicators: {},
  listTargets: { query: { org: 'park', year: '2017', history: 'true' } },
  listFigures: { query: { org: 'park', indicator: 'output', from: '2017-01', to: '2017-12' } },
  listSubmissions: { query: { org: 'park', period: '2017-06', state: 'accepted' } },
  getSubmission: { first: async (ground) => ground.submission },
  listEvaluations: { query: UNDER },
  getScoreboard: { query: UNDER },
  getScoreboardCsv: { query: UNDER },
  getScoreboardXlsx: { query: UNDER },
  listScores: { query: UNDER },
  listTimeliness: { query: UNDER },
  listContributions: { query: { org: 'county', period: '2017-06', indicator: 'output' } },
  listAlerts: { query: { org: 'park', kind: 'indicatorLagging' } },
  getAlert: { first: alert },
  listEvents: { query: { types: 'submission.accepted' } },
  listAudit: { query: { under: 'county' } },
  listKeys: { query: { revoked: 'true' } },
  listReceivers: {},
  listDeliveries: { query: { state: 'pending' } },
  listReports: { query: { org: 'park', period: '2017-06' } },
  getReport: { first: async (ground) => ground.report },
  getReportFile: { first: async (ground) => ground.report, path: { format: 'json' } },
  getClock: {},
  putCalendar: {
    path: { year: '2019' },
    body: { daysOff: ['2019-01-01'], workdays: [], notice: { title: '放假通知', number: null, date: null } },
  },
  getCalendar: { path: { year: '2019' } },
  putAliases: {
    path: { system: 'statistics' },
    body: { orgs: { P1: 'park' }, indicators: { I1: 'output' } },
  },
  getAliases: { path: { system: 'statistics' } },
  getOrgsTemplate: { query: { under: 'county' } },
  getIndicatorsTemplate: {},
  getTargetsTemplate: { query: { under: 'county', year: '2017' } },
  getHistoryTemplate: { query: { under: 'county' } },
  loadOrgsFile: { file: '代码,名称,层级,上级代码\nfiled,新园区,园区,county\n' },
  loadIndicatorsFile: { file: '代码,名称,计量单位,类型\nfiled,新指标,亿元,流量\n' },
  loadTargetsFile: {
    file: '单位,年度,指标,目标值,调整原因\npark,2017,output,121,调整\n',
    query: { validate: 'true' },
  },
  loadHistoryFile: { file: '单位,指标,期次,累计\npark,firms,2015-11,12\n' },
  putOrg: {
    path: { key: 'new-park' },
    body: { name: '新园区', level: 'park', parent: 'county', activeFrom: '2017-01-01', activeTo: null },
  },
  putDuty: {
    path: { key: 'new-park' },
    body: {
      indicators: [{ indicator: 'output', from: '2018-01', to: null }],
      dueDay: 8,
      roll: 'nextWorkday',
    },
  },
  putIndicator: {
    path: { key: 'new-indicator' },
    body: { name: '新指标', unit: '亿元', type: 'flow', decimals: 2, dueMonths: [3, 6, 9, 12], order: 9 },
  },
  putPerson: {
    path: { key: 'zhao' },
    body: { name: '赵', org: 'park', phone: null, email: 'zhao@x.example' },
  },
  putPeerGroup: { path: { key: 'peers' }, body: { orgs: ['park', 'sister'] } },
  putPolicy: {
    path: { key: 'own' },
    body: {
      rules: [
        { light: 'red', when: { all: [{ field: 'paceGap', op: 'lt', value: '-10' }] } },
        { light: 'green' },
      ],
      fromMonth: 2,
    },
  },
  putPolicyScopes: { path: { key: 'own' }, body: [{ org: 'sister', indicator: 'output', from: '2018-01' }] },
  previewPolicy: { path: { key: 'own' }, body: { org: 'county', from: '2017-01', to: '2017-12' } },
  addReference: {
    body: {
      org: 'park',
      indicator: 'growth',
      period: '2017-06',
      average: '8.1',
      rank: 3,
      of: 9,
      source: '通报',
    },
  },
  setTarget: { body: TARGET },
  adjustScore: { body: { org: 'park', year: 2017, points: '-1.5', reason: '迟报' }, who: 'wang' },
  rerunEvaluations: { body: { org: 'park', year: 2017, reason: '核对' }, who: 'wang' },
  submit: {
    body: {
      org: 'park',
      period: '2017-06',
      source: 'estimate',
      values: [{ indicator: 'output', value: '50.1', yoy: '3.2', lastYear: '48', note: '快报' }],
      situations: [{ indicator: 'output', cause: '检修', measure: '赶产', owner: '王', due: '2017-08-31' }],
      requests: [{ text: '用电', needs: '协调', due: '2017-08-01' }],
      adjustments: [{ indicator: 'output', kind: 'leftRegister', firms: 1, base: '2' }],
      reason: '更正',
    },
  },
  validateSubmission: {
    body: { org: 'sister', period: '2017-06', values: [{ indicator: 'share', value: 12.5, unit: '%' }] },
  },
  submitBulk: {
    lines: 'application/x-ndjson',
    body: { org: 'sister', period: '2017-06', values: [{ indicator: 'firms', value: '12' }] },
  },
  getSubmissionTemplate: { query: { org: 'park', period: '2017-06' } },
  submitFile: {
    query: { validate: 'true' },
    text: {
      type: 'multipart/form-data; boundary=line',
      body: [
        '--line\r\ncontent-disposition: form-data; name="org"\r\n\r\nsister\r\n',
        '--line\r\ncontent-disposition: form-data; name="period"\r\n\r\n2017-06\r\n',
        '--line\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n指标,累计\r\nshare,12.5\r\n',
        '--line--\r\n',
      ].join(''),
    },
  },
  confirmSubmission: {
    // Half of what was there before: the cumulative figure fell.
    first: (ground) =>
      made(ground, '/v1/submissions', {
        ...{ org: 'park', period: '2017-06', reason: '更正' },
        values: [{ indicator: 'output', value: '20' }],
      }),
    body: { confirmations: [{ code: 'cumulativeDecreased', indicator: 'output', reason: '核减' }] },
    who: 'wang',
  },
  acceptSubmission: { first: (ground) => ground.reviewed(), who: 'li' },
  returnSubmission: { first: (ground) => ground.reviewed(), body: { reason: '请核实' }, who: 'li' },
  grantExtension: {
    body: { org: 'park', period: '2017-06', until: '2017-07-20', reason: '停电' },
    // Somebody who never reported.
    who: 'zhou',
  },
  acknowledgeAlert: { first: alert, body: { note: '收到' }, who: 'wang' },
  rectifyAlert: { first: alert, body: MEASURE, who: 'wang' },
  escalateAlert: { first: alert, body: { level: 'daily', reason: '进展慢' }, who: 'wang' },
  requestClose: { first: alert, body: { evidence: '已补齐' }, who: 'wang' },
  sendBack: { first: alert, body: { reason: '佐证不足' }, who: 'li' },
  closeAlert: {
    async first(ground) {
      await ground.county.call(
        'POST',
        `/v1/alerts/${ground.alert}/close-request`,
        { evidence: '附表' },
        ground.wang,
      );
      return ground.alert;
    },
    body: { note: '同意' },
    who: 'li',
  },
  requestReport: { body: { org: 'park', period: '2017-06' }, who: 'wang' },
  finalizeReport: { first: async (ground) => ground.report, who: 'wang' },
  createReceiver: {
    body: {
      name: '指挥部',
      channel: 'email',
      to: 'a@b.example',
      org: 'county',
      minLight: 'orange',
      levels: ['weekly'],
    },
  },
  redeliver: {
    async first({ county }) {
      const { data } = await county.ask<{ data: { id: string }[] }>('GET', '/v1/deliveries');
      return data[0]?.id;
    },
  },
  removeReceiver: { first: (ground) => ground.receiver() },
  issueKey: { body: { ...KEY, expiresAt: '2030-01-01T00:00:00Z' } },
  rotateKey: { first: (ground) => made(ground, '/v1/keys', KEY), body: { overlapHours: 1 } },
  revokeKey: { first: (ground) => made(ground, '/v1/keys', KEY) },
  setClock: { body: { now: '2017-07-06T09:00:00+08:00' } },
};
