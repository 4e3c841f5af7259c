import type { Test } from 'tap';
import { periodOf } from './days.js';
import type { Prediction } from './predict.js';
import { cellsOf, divisionFaults, explanationFaults, printed, wireOf, wordsOf } from './shown.js';
import { ask, type Call, type World } from './world.js';

interface ReportJson {
  period: string;
  lines: {
    org: string;
    indicator: { key: string };
    entries: {
      measure: string;
      state: string;
      light: string | null;
      consecutiveLag: number;
      numbers: Record<string, unknown>;
      sentence: string;
      explanation: string | null;
    }[];
  }[];
}

/** The report of a park: its snapshot's numbers, its sentences, and table 1 as the page shows it. */
export async function compareReport(
  t: Test,
  of: { call: Call; id: string; world: World; predictions: Prediction[] },
) {
  const { call, id, world, predictions } = of;
  const json = await ask<ReportJson>(call, 'GET', `/v1/reports/${id}/report.json`);
  const page = await ask<string>(call, 'GET', `/v1/reports/${id}/report.html`);
  const rows = tableRows(page);
  const text = plain(page);
  t.equal(json.period, periodOf(world.year, world.month));
  const lights = predictions.map(({ verdicts }) => verdicts.get(world.month)?.light ?? 'green');
  const behind = lights.filter((light) => light !== 'green').length;
  t.ok(text.includes(behind > 0 ? `滞后指标${behind}项，` : '本期无滞后指标。'), `${behind} lag`);
  for (const { park, one, verdicts, title } of predictions) {
    // A line of two targets says both at once: only its numbers are held against the oracle.
    const isShared = predictions.filter((other) => other.one.key === one.key).length > 1;
    const verdict = verdicts.get(world.month);
    if (!verdict) continue;
    const entry = json.lines
      .find((line) => line.org === park.key && line.indicator.key === one.key)
      ?.entries.find(({ measure }) => measure === (one.goal?.measure ?? 'value'));
    const { state, light, consecutiveLag } = verdict;
    t.match(
      entry,
      {
        state,
        light,
        ...(state === 'evaluated' ? { consecutiveLag } : {}),
        numbers: wireOf(one, world.month, verdict),
      },
      `report.json: ${title}`,
    );
    for (const word of wordsOf(one, world.month, verdict))
      t.match(entry?.sentence, word, `sentence: ${title}`);
    t.same(divisionFaults(entry?.explanation ?? ''), [], `divisions of ${title}`);
    if (entry?.explanation && verdict.fields.paceGap) {
      t.same(explanationFaults(entry.explanation, verdict), [], `${entry.explanation}: ${title}`);
    }
    const row = rows.get(one.name);
    t.ok(row, `table 1 has ${one.name}`);
    if (isShared) continue;
    t.ok(text.includes(entry?.sentence ?? '?'), `the page says ${entry?.sentence}`);
    for (const [column, cell] of Object.entries(cellsOf(one, world.month, verdict))) {
      const shown = (row?.[column] ?? '').split('→').at(-1);
      t.equal(shown, cell, `${column} of ${title}`);
    }
    const yoy = one.figures.get(world.month)?.yoy;
    if (yoy !== undefined)
      t.equal(number(row?.yoy), number(printed(wireOf(one, world.month, verdict).yoy ?? '')));
  }
}

const number = (cell = ''): number => Math.round(Number(cell.replace('−', '-')) * 100) / 100;

const COLUMNS = [
  'unit',
  'target',
  'figure',
  'yoy',
  'change',
  'completionRate',
  'paceGap',
  'gap',
  'requiredMonthly',
  'light',
  'responsible',
];

/** The rows of table 1 by the indicator's name. */
function tableRows(page: string): Map<string, Record<string, string>> {
  const rows = [...page.matchAll(/<tr><td>\d+<\/td><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)];
  return new Map(
    rows.map(([, name = '', rest = '']) => {
      const cells = [...rest.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
        plain(cell.replaceAll('<br>', '；').replace(/<span aria-hidden="true">.<\/span>/g, '')),
      );
      return [plain(name), Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? '']))];
    }),
  );
}

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
