import type { Light } from '@xushi/domain';
import { lightName, shortLightName, type TableRow } from '@xushi/wording';
import { Html, html } from './html.js';
import type {
  IndicatorGroup,
  LaggingItem,
  ReportModel,
  ReportSection,
  SubmissionsSection,
} from './report-model.js';
import { REPORT_STYLE } from './report-style.js';

/** A shape per light, so that it is told from the others in black and white. */
const SHAPES: Readonly<Record<Light, string>> = { green: '●', yellow: '▲', orange: '◆', red: '■' };

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Numbers given out as tables appear. */
interface Counter {
  tables: number;
}

/**
 * The report as one page that needs nothing else: no script, no font, no picture, no address. The same model
 * gives the same bytes.
 */
export function renderReportHtml(model: ReportModel): string {
  const counter: Counter = { tables: 0 };
  const sections = model.sections.map(
    (section, index) => html`<section aria-labelledby="section-${index + 1}">
<h2 id="section-${index + 1}">${numeral(index)}、${section.heading}</h2>
${body(section, counter)}
</section>
`,
  );
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${model.title}</title>
<style>${new Html(REPORT_STYLE)}</style>
</head>
<body>
<main>
<h1>${model.title}</h1>
<p class="as-of">${model.asOf}</p>
${sections}${model.notes.map((note) => html`<p class="note">${note}</p>\n`)}</main>
</body>
</html>
`.text;
}

function body(section: ReportSection, counter: Counter): Html {
  switch (section.kind) {
    case 'indicators': {
      const several = section.groups.length > 1;
      return html`${section.groups.map((group, index) => indicatorGroup(group, { index, several, counter }))}`;
    }
    case 'lagging': {
      const several = section.groups.length > 1;
      return html`<p>${section.summary}</p>
${section.groups.map(
  (group, index) =>
    html`${subheading(group.orgName, { index, several })}${group.items.map((item, position) =>
      laggingItem(item, position),
    )}`,
)}`;
    }
    case 'submissions':
      return submissions(section, counter);
  }
}

function indicatorGroup(
  group: IndicatorGroup,
  { index, several, counter }: { index: number; several: boolean; counter: Counter },
): Html {
  return html`${subheading(group.orgName, { index, several })}${group.sentences.map((sentence) => html`<p>${sentence}</p>\n`)}${tableOne(group, counter)}`;
}

/** （一）双牌工业集中区, where a section speaks of several. */
function subheading(orgName: string, { index, several }: { index: number; several: boolean }): Html {
  return several ? html`<h3>（${numeral(index)}）${orgName}</h3>\n` : html``;
}

/** Columns of table 1: heading, which may break at `|`, and what of a row stands below it. */
const COLUMNS: readonly { heading: string; cell: (row: TableRow) => Html }[] = [
  { heading: '单位', cell: (row) => html`<td class="unit">${row.unit}</td>` },
  { heading: '年度目标（总量；|增速）', cell: (row) => html`<td class="number">${row.target}</td>` },
  { heading: '累计', cell: (row) => html`<td class="number">${breakable(row.figure)}</td>` },
  { heading: '同比%', cell: (row) => html`<td class="number">${row.yoy}</td>` },
  { heading: '较|上期', cell: (row) => html`<td class="number">${broken(row.change)}</td>` },
  { heading: '完成率%', cell: (row) => html`<td class="number">${row.completionRate}</td>` },
  { heading: '快慢（百分点）', cell: (row) => html`<td class="number">${row.paceGap}</td>` },
  { heading: '与目|标差', cell: (row) => html`<td class="number">${broken(row.gap)}</td>` },
  { heading: '月均|需完成', cell: (row) => html`<td class="number">${row.requiredMonthly}</td>` },
  { heading: '灯（上期→|本期）', cell: (row) => html`<td>${lightCell(row)}</td>` },
  { heading: '责任|单位', cell: (row) => html`<td class="words">${row.responsible}</td>` },
];

function tableOne(group: IndicatorGroup, counter: Counter): Html {
  const number = nextTable(counter);
  const headings = COLUMNS.map(({ heading }) => html`<th scope="col">${breakable(heading)}</th>`);
  const rows = group.rows.map(
    (row, index) =>
      html`<tr><td>${index + 1}</td><th scope="row">${row.indicator}</th>${COLUMNS.map(({ cell }) => cell(row))}</tr>\n`,
  );
  return html`<p class="aside">${group.timeProgress}</p>
<div class="table" role="region" tabindex="0" aria-label="表${number} ${group.caption}">
<table>
<caption>表${number} ${group.caption}</caption>
<thead><tr><th scope="col">序号</th><th scope="col">指标</th>${headings}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

/** A heading, or a figure with its own period, breaks before its bracket, and at `|` where space is short. */
function breakable(text: string): Html {
  const [name = '', bracket] = text.split('（');
  return bracket === undefined ? hinted(name) : html`${hinted(name)}<br>${hinted(`（${bracket}`)}`;
}

function hinted(text: string): Html {
  return html`${text.split('|').map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`))}`;
}

/** Two gaps stand below each other, and a unit goes below its number rather than widen the column. */
function broken(cell: string): Html {
  const lines = cell
    .split('；')
    .map(
      (part) =>
        html`${part.replace('个百分点', '')}${part.endsWith('个百分点') ? html`<wbr>个百分点` : html``}`,
    );
  return html`${lines.map((line, index) => (index === 0 ? line : html`<br>${line}`))}`;
}

function lightCell(row: TableRow): Html {
  if (!row.lightNow) return html`${row.light}`;
  const before = row.lightBefore
    ? html`<span class="before"><span aria-hidden="true">${SHAPES[row.lightBefore]}</span>${shortLightName(row.lightBefore)}→</span><wbr>`
    : html``;
  return html`<span class="light light-${row.lightNow}">${before}<span aria-hidden="true">${SHAPES[row.lightNow]}</span>${shortLightName(row.lightNow)}</span>`;
}

function laggingItem(item: LaggingItem, position: number): Html {
  return html`<div class="item">
<h4>${position + 1}. ${item.heading} <span class="light light-${item.light}"><span aria-hidden="true">${SHAPES[item.light]}</span>${lightName(item.light)}</span></h4>
<p>${item.sentence}</p>
<dl>${item.facts.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
</div>
`;
}

function submissions(section: SubmissionsSection, counter: Counter): Html {
  const number = nextTable(counter);
  const rows = section.rows.map(
    (row) =>
      html`<tr><th scope="row">${row.orgName}</th><td>${row.due}</td><td>${row.received}</td><td class="words">${row.standing}</td></tr>\n`,
  );
  return html`<p>${section.summary}</p>
<div class="table" role="region" tabindex="0" aria-label="表${number} ${section.caption}">
<table>
<caption>表${number} ${section.caption}</caption>
<thead><tr><th scope="col">单位</th><th scope="col">应报时间</th><th scope="col">报送时间</th><th scope="col">情况</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

function nextTable(counter: Counter): number {
  counter.tables += 1;
  return counter.tables;
}

/** 一, 二, … 十, 十一 … 九十九: how sections and their parts are numbered. */
function numeral(index: number): string {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
  const unit = ones === 0 ? '' : (NUMERALS[ones - 1] ?? '');
  if (tens === 0) return unit;
  return `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${unit}`;
}
