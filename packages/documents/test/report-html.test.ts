import t from 'tap';
import { type ReportModel, renderReportHtml } from '../src/index.js';
import { REPORT_STYLE } from '../src/report-style.js';
import { SAMPLE } from './sample-model.js';

/** Every string of a value, wherever it stands. */
function strings(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => strings(inner, name));
}

/** The words of a page as a reader sees them. */
function wordsOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

t.test('says everything that the model says, sections numbered as they come', async (t) => {
  const page = renderReportHtml(SAMPLE);
  t.equal(page, renderReportHtml(structuredClone(SAMPLE)), 'the same model, the same bytes');
  const words = wordsOf(page);
  const hidden = new Set(['kind', 'light', 'lightBefore', 'lightNow', 'orgName', 'gap']);
  for (const { key, text } of strings(SAMPLE)) if (!hidden.has(key)) t.ok(words.includes(text), text);
  t.match(words, /一、主要指标完成情况[\s\S]*二、滞后指标分析[\s\S]*三、报送情况/);
  t.match(words, /表1 2017年1—11月双牌[\s\S]*表2 2017年1—11月报送情况/);
  const [indicators, , submissions] = SAMPLE.sections;
  const short = renderReportHtml({ ...SAMPLE, sections: [indicators!, submissions!] });
  t.match(short, '二、报送情况', 'a section that is not there takes no number');
});

t.test('lights are shapes and words before they are colours', async (t) => {
  const page = renderReportHtml(SAMPLE);
  const lights = [...page.matchAll(/<span class="light light-(\w+)">(.*?)<\/span>(?=<\/td>|<\/h4>)/g)];
  t.equal(lights.length, 5);
  const words: Record<string, RegExp> = { green: /绿灯/, orange: /橙灯/, red: /红灯/ };
  for (const [, light, said] of lights) t.match(said, words[light!]);
  t.match(wordsOf(page), '◆橙灯→■红灯');
});

t.test('whatever a name holds stays text', async (t) => {
  const hostile = `"'><script>alert(1)</script>&amp;<img src=x onerror=alert(1)>`;
  const poisoned = JSON.parse(JSON.stringify(SAMPLE), (key, value) =>
    typeof value === 'string' && !/^(kind|light)/.test(key) ? `${value}${hostile}` : value,
  ) as ReportModel;
  const page = renderReportHtml(poisoned);
  t.notMatch(page, /<script|<img|onerror=alert\(1\)>/);
  t.notMatch(page, /="[^"]*'><script/);
  t.ok(wordsOf(page).includes(`${SAMPLE.title}${hostile}`));
});

t.test('a table is read by those who do not see it', async (t) => {
  const page = renderReportHtml(SAMPLE);
  t.match(page, '<html lang="zh-CN">');
  t.equal(page.match(/<table>/g)?.length, 2);
  t.equal(page.match(/<caption>/g)?.length, 2);
  t.notMatch(page, /<th>/, 'every header cell has a scope');
  t.equal(page.match(/<th scope="row">/g)?.length, 6);
  for (const line of page.match(/<tr>.*?<\/tr>/g) ?? []) {
    const cells = line.match(/<t[hd][ >]/g)?.length;
    t.ok(cells === 13 || cells === 4, `${cells} cells`);
  }
});

t.test('needs nothing from elsewhere', async (t) => {
  const page = renderReportHtml(SAMPLE);
  t.notMatch(page, /https?:|url\(|@import|<link|<script|src=/);
});

t.test('colours of text have a contrast of 4.5 at least (WCAG AA)', async (t) => {
  const colours = [...REPORT_STYLE.matchAll(/[ {;]color: (#[0-9a-f]{3,6})/g)].map((match) => match[1]!);
  t.ok(colours.length >= 6);
  for (const colour of new Set(colours)) t.ok(contrast(colour, '#eee') >= 4.5, `${colour} on #eee`);
});

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
