import type { Light } from '@xushi/domain';
import type { TableRow } from '@xushi/wording';

/**
 * The monthly dispatch-meeting report as every format lays it out (domain.md §12). All words are final, in
 * Chinese, and plain text. Formats number the sections and tables that are there, in this order.
 */
export interface ReportModel {
  /** 关于2017年1—11月…运行情况的汇报. */
  title: string;
  /** 数据截至…，其中初步统计N项. */
  asOf: string;
  sections: ReportSection[];
  notes: string[];
}

export type ReportSection = IndicatorsSection | LaggingSection | SubmissionsSection;

/** 主要指标完成情况: per org the sentences and table 1. */
export interface IndicatorsSection {
  kind: 'indicators';
  heading: string;
  groups: IndicatorGroup[];
}

export interface IndicatorGroup {
  orgName: string;
  sentences: string[];
  caption: string;
  /** 时间进度 91.67%. */
  timeProgress: string;
  rows: TableRow[];
}

/** 滞后指标分析: what is not green, the worst first. */
export interface LaggingSection {
  kind: 'lagging';
  heading: string;
  summary: string;
  groups: LaggingGroup[];
}

export interface LaggingGroup {
  orgName: string;
  items: LaggingItem[];
}

export interface LaggingItem {
  light: Light;
  /** 工业集中度 低于年度目标10.19个百分点. */
  heading: string;
  sentence: string;
  /** 计算, 责任单位, 预警: what is known of it. */
  facts: { term: string; text: string }[];
}

/** 报送情况: whose sheet came when. */
export interface SubmissionsSection {
  kind: 'submissions';
  heading: string;
  summary: string;
  caption: string;
  rows: { orgName: string; due: string; received: string; standing: string }[];
}
