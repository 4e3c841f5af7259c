/** The parts of a mail and how they read as text and as HTML. Everything survives black-and-white print. */
export interface Content {
  subject: string;
  heading: string;
  paragraphs: string[];
  facts: [label: string, value: string][];
  table: { head: string[]; rows: string[][] } | null;
  link: { url: string; label: string } | null;
}

const FOOT = '本邮件由序时系统自动发出，请勿直接回复。';

/** Text on one line: no line break or other control character gets into a header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Reads the fields of a payload's object: a missing one, or one that is no text or number, reads as ''. */
export function wordsOf(value: unknown) {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const field = fields[name];
    return typeof field === 'string' || typeof field === 'number' ? oneLine(String(field)) : '';
  };
  return {
    text,
    /** Those of the facts that are given. */
    facts: (rows: [label: string, name: string][]) =>
      rows.map(([label, name]): [string, string] => [label, text(name)]).filter(([, given]) => given !== ''),
    /** The page of the matter, where the payload names its `path` on this installation. */
    link: (publicUrl: string, label: string): Content['link'] => {
      const path = text('path');
      return /^\/(?!\/)[\w\-./~%?=&]*$/.test(path) ? { url: publicUrl + path, label } : null;
    },
    list: (name: string): unknown[] => (Array.isArray(fields[name]) ? fields[name] : []),
  };
}

export function renderText(content: Content): string {
  const { table, link } = content;
  const blocks = [
    content.heading,
    ...content.paragraphs,
    content.facts.map(([label, value]) => `${label}：${value}`).join('\n'),
    table ? table.rows.map((row) => row.filter(Boolean).join('　')).join('\n') : '',
    link ? `${link.label}：${link.url}` : '',
    `-- \n${FOOT}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const CELL = 'border:1px solid #000;padding:4px 8px;text-align:left;vertical-align:top';

export function renderHtml(content: Content): string {
  const { table, link } = content;
  const cells = (tag: 'th' | 'td', row: string[]) =>
    `<tr>${row.map((cell) => `<${tag} style="${CELL}">${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const grid = (rows: string) =>
    `<table style="border-collapse:collapse;margin:12px 0;font-size:14px">${rows}</table>`;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(content.heading)}</title></head>`,
    "<body style=\"font-family:'Microsoft YaHei','Noto Sans SC',sans-serif;font-size:15px;line-height:1.6;color:#000;background:#fff;max-width:760px\">",
    `<h1 style="font-size:18px;margin:0 0 12px">${escapeHtml(content.heading)}</h1>`,
    ...content.paragraphs.map((paragraph) => `<p style="margin:0 0 8px">${escapeHtml(paragraph)}</p>`),
    content.facts.length > 0 ? grid(content.facts.map((fact) => cells('td', fact)).join('')) : '',
    table ? grid(cells('th', table.head) + table.rows.map((row) => cells('td', row)).join('')) : '',
    link ? `<p><a style="color:#000" href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>` : '',
    `<p style="font-size:12px;border-top:1px solid #000;margin-top:16px;padding-top:6px">${FOOT}</p>`,
    '</body></html>',
  ].join('\n');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
