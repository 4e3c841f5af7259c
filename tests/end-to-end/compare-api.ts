import type { Test } from 'tap';
import { periodOf } from './days.js';
import { alertsToSee, evaluationOf, type Prediction } from './predict.js';
import { ask, type Call, type World } from './world.js';

/** What the interface answers, held against the oracle. */

export interface Subject {
  indicator: string;
  measure: string;
}

type Row = Record<string, unknown> & Subject & { period: string; org: string };

/** GET /v1/evaluations: every month of every case, and nothing else. */
export async function compareEvaluations(
  t: Test,
  of: { call: Call; world: World; predictions: Prediction[] },
) {
  const { call, world, predictions } = of;
  const { data } = await ask<{ data: Row[] }>(
    call,
    'GET',
    `/v1/evaluations?under=${world.county.key}&limit=500`,
  );
  let count = 0;
  for (const prediction of predictions) {
    const { park, one, verdicts, title } = prediction;
    for (const month of verdicts.keys()) {
      count += 1;
      const rows = data.filter(
        (row) =>
          row.org === park.key &&
          row.indicator === one.key &&
          row.measure === (one.goal?.measure ?? 'value') &&
          row.period === periodOf(world.year, month),
      );
      t.match(rows, [evaluationOf(world, prediction, month)], `month ${month} of ${title}`);
      t.equal(rows.length, 1, 'once');
    }
  }
  t.equal(data.length, count, 'nothing is judged that was not reported');
}

/** GET /v1/alerts: the alerts of every case as they stand now. */
export async function compareAlerts(t: Test, of: { call: Call; world: World; predictions: Prediction[] }) {
  const { call, world, predictions } = of;
  const { data } = await ask<{ data: { subject: Subject & { org: string }; openedAt: string }[] }>(
    call,
    'GET',
    `/v1/alerts?under=${world.county.key}&kind=indicatorLagging&limit=500`,
  );
  for (const prediction of predictions) {
    const { park, one, title } = prediction;
    const mine = data
      .filter(({ subject }) => subject.org === park.key && subject.indicator === one.key)
      .filter(({ subject }) => subject.measure === one.goal?.measure)
      .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
    const expected = alertsToSee(world, prediction);
    t.match(mine, expected, `alerts of ${title}`);
    t.equal(mine.length, expected.length, `as many alerts of ${title}`);
  }
}
