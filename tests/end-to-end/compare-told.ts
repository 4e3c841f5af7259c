import type { Test } from 'tap';
import type { Ears } from './channels.js';
import type { Subject } from './compare-api.js';
import { periodName, periodOf } from './days.js';
import type { Prediction } from './predict.js';
import { divisionFaults, explanationFaults, type Shown, wireOf, wordsOf } from './shown.js';
import { sheetsOf, type World } from './world.js';

/** What webhooks and mails tell, held against the oracle. */

interface AlertPayload extends Subject {
  org: string;
  period: string;
  title: string;
  message: string;
  explanation: string | null;
}

/** Numbers that an alert's event carries. */
const PAYLOAD_FIELDS = ['figure', 'yoy', 'completionRate', 'timeProgress', 'paceGap', 'gap'];

const picked = (shown: Shown, fields: string[]): Shown =>
  Object.fromEntries(Object.entries(shown).filter(([field]) => fields.includes(field)));

/** Webhooks: every transition once, in order, with its numbers; nothing else of lagging alerts. */
export function compareWebhooks(t: Test, of: { ears: Ears; world: World; predictions: Prediction[] }) {
  const { ears, world, predictions } = of;
  t.same(ears.refused, [], 'every webhook is signed as the library wants it');
  const told = ears.told.filter(
    ({ type, data }) =>
      type.startsWith('alert.') && (data.alert as { kind?: string }).kind === 'indicatorLagging',
  );
  let count = 0;
  for (const { park, one, verdicts, transitions, title } of predictions) {
    const mine = told.filter(({ data }) => {
      const alert = data.alert as AlertPayload;
      return alert.org === park.key && alert.indicator === one.key && alert.measure === one.goal?.measure;
    });
    count += transitions.length;
    t.equal(mine.length, transitions.length, `webhooks of ${title}`);
    for (const [index, { month, reasons, life, light }] of transitions.entries()) {
      const verdict = verdicts.get(month);
      const { type = '', data } = mine[index] ?? {};
      if (!verdict || !data) continue;
      t.ok(
        reasons.includes(type.replace('alert.', '')),
        `${type} is ${reasons} in month ${month} of ${title}`,
      );
      const numbers = picked(wireOf(one, month, verdict), PAYLOAD_FIELDS);
      const alert = data.alert as AlertPayload;
      t.match(
        alert,
        {
          ...numbers,
          ...(life.state === 'open' ? { light } : {}),
          ...{ unit: one.unit, target: one.goal?.value, consecutiveLag: verdict.consecutiveLag },
          ...{ state: life.state, verdict: life.verdict, period: periodOf(world.year, month) },
          ...{ periodName: periodName(world.year, month), orgName: park.name, indicatorName: one.name },
        },
        `${type} in month ${month} of ${title}`,
      );
      for (const word of wordsOf(one, month, verdict)) t.match(alert.message, word, `sentence of ${title}`);
      t.same(divisionFaults(alert.explanation ?? ''), [], `divisions of ${title}`);
      if (alert.explanation && verdict.fields.paceGap) {
        t.same(explanationFaults(alert.explanation, verdict), [], `${alert.explanation} of ${title}`);
      }
    }
  }
  t.equal(told.length, count, 'no webhook that the oracle does not know of');
}

/** `submission.evaluated`: every sheet once, with the lights of its period. */
export function compareSheets(t: Test, of: { ears: Ears; world: World; predictions: Prediction[] }) {
  const { ears, world, predictions } = of;
  const told = ears.told.filter(({ type }) => type === 'submission.evaluated');
  let count = 0;
  for (const park of world.parks) {
    for (const { month } of sheetsOf(world, park)) {
      count += 1;
      const period = periodOf(world.year, month);
      const mine = told.filter(({ data }) => data.org === park.key && data.period === period);
      const expected = predictions
        .filter((prediction) => prediction.park === park && prediction.verdicts.has(month))
        .map(({ one, verdicts }) => lineOf({ ...one, measure: one.goal?.measure }, verdicts.get(month)));
      const judged = (mine[0]?.data.evaluations ?? []) as (Subject & { light: string; state: string })[];
      const lines = judged.map((line) => lineOf({ key: line.indicator, measure: line.measure }, line));
      t.same(lines.sort(), expected.sort(), `the sheet of ${park.name} for ${period}`);
      t.equal(mine.length, 1, 'told once');
    }
  }
  t.equal(told.length, count);
}

const lineOf = (
  { key, measure = 'value' }: { key: string; measure?: string | undefined },
  verdict?: { light: string | null; state: string },
): string => `${key} ${measure} ${verdict?.state} ${verdict?.light}`;

const LIGHT_NAMES = { green: '绿灯', yellow: '黄灯', orange: '橙灯', red: '红灯' } as const;
const MOVES: Record<string, string> = {
  raised: '】',
  worsened: '·加重】',
  improved: '·好转】',
  persisted: '·持续】',
  resolved: '·解除】',
  settled: '·年终结转】',
};

/** Mails: one a transition; subject, numbers and sentence of the text. */
export async function compareMails(t: Test, of: { ears: Ears; world: World; predictions: Prediction[] }) {
  const { ears, world, predictions } = of;
  // What a forecast says is judged elsewhere.
  const mails = (await ears.mails()).filter(
    ({ text, subject }) => text.includes('\n指标：') && !subject.startsWith('【预计难以完成'),
  );
  let count = 0;
  for (const { park, one, verdicts, transitions, title } of predictions) {
    for (const { month, reasons, light } of transitions) {
      const verdict = verdicts.get(month);
      if (!verdict || !one.goal) continue;
      count += 1;
      const isGrowth = one.goal.measure === 'yoy';
      const { value, yoy } = one.figures.get(month) ?? {};
      const unit = isGrowth ? '%' : one.unit;
      const lines = [
        `单位：${park.name}`,
        `指标：${one.name}${isGrowth ? '（增速）' : ''}`,
        `期间：${periodName(world.year, month)}`,
        `目标：${one.goal.value}${unit}`,
        `实绩：${isGrowth ? yoy : value}${unit}`,
      ];
      const mine = mails.filter(({ text }) => lines.every((line) => text.split('\n').includes(line)));
      t.equal(mine.length, 1, `one mail with ${lines.join(' ')} of ${title}`);
      const { subject = '', text = '' } = mine[0] ?? {};
      const lamp = light === 'green' ? '【滞后指标预警' : `【${LIGHT_NAMES[light]}预警`;
      t.ok(
        reasons.some((reason) => subject.startsWith(lamp + MOVES[reason])),
        `${subject} is ${lamp} ${reasons} of ${title}`,
      );
      for (const word of wordsOf(one, month, verdict)) t.match(text, word, `mail text of ${title}`);
    }
  }
  t.equal(mails.length, count, 'no mail that the oracle does not know of');
}
