import { renderReportHtml } from '@xushi/documents';
import { canonicalJson } from './canonical-json.js';
import type { Snapshot } from './snapshot.js';

/** Every format of a report, in one place: how it is made of a snapshot and nothing else. */
const FORMATS = {
  json: {
    contentType: 'application/json; charset=utf-8',
    render: (snapshot: Snapshot) => Buffer.from(canonicalJson(snapshot)),
  },
  html: {
    contentType: 'text/html; charset=utf-8',
    render: (snapshot: Snapshot) => Buffer.from(renderReportHtml(snapshot.model)),
  },
} as const;

export type ReportFormat = keyof typeof FORMATS;
export const REPORT_FORMATS = Object.keys(FORMATS) as ReportFormat[];

export interface RenderedFile {
  format: ReportFormat;
  contentType: string;
  content: Buffer;
}

/** All formats of a report. A pure function of the snapshot: the same snapshot gives the same bytes. */
export function renderFiles(snapshot: Snapshot): RenderedFile[] {
  return REPORT_FORMATS.map((format) => ({
    format,
    contentType: FORMATS[format].contentType,
    content: FORMATS[format].render(snapshot),
  }));
}
