import type { DeliveryBody } from './channel.js';
import { alertMessage } from './message-alert.js';
import { type Content, oneLine, renderHtml, renderText, wordsOf } from './message-content.js';
import { listMessage } from './message-list.js';

export { oneLine } from './message-content.js';

/** A mail as people read it. The subject is one line, whatever names it was made of. */
export interface Message {
  subject: string;
  text: string;
  html: string;
}

/** Turns what a delivery says into a mail. */
export function buildMessage(body: DeliveryBody, options: { publicUrl: string }): Message {
  const content = contentOf(body, options.publicUrl);
  return {
    subject: oneLine(content.subject),
    text: renderText(content),
    html: renderHtml(content),
  };
}

function contentOf(body: DeliveryBody, publicUrl: string): Content {
  const { type, data } = body;
  if (type.startsWith('alert.')) return alertMessage(type.slice('alert.'.length), data, publicUrl);
  if (type === 'dispatch.list') return listMessage(data, publicUrl);
  if (type === 'report.ready') return reportMessage(data, publicUrl);
  return { subject: `【序时】${type}`, heading: type, paragraphs: [], facts: [], table: null, link: null };
}

function reportMessage(data: Record<string, unknown>, publicUrl: string): Content {
  const report = wordsOf(data.report);
  const title = report.text('title') || `${report.text('orgName')}${report.text('periodName')}月度调度会材料`;
  return {
    subject: `【材料已生成】${title}`,
    heading: title,
    paragraphs: ['月度调度会材料已生成，可以查阅。'],
    facts: report.facts([
      ['单位', 'orgName'],
      ['期间', 'periodName'],
      ['编号', 'id'],
    ]),
    table: null,
    link: report.link(publicUrl, '查看材料'),
  };
}
