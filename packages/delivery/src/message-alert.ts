import { ALERT_KINDS, ALERT_REASONS, ALERT_STATES, isActive, LEVELS } from '@xushi/domain';
import { alertKindName, alertReasonName, alertStateName, gaveWayName, levelName } from '@xushi/wording';
import { type Content, wordsOf } from './message-content.js';

/** `【红灯预警·加重】单位 指标 情况（期间）`, and the numbers behind it. */
export function alertMessage(transition: string, data: Record<string, unknown>, publicUrl: string): Content {
  const alert = wordsOf(data.alert);
  const kind = alert.text('kind');
  const moved = wordsOf(data.transition);
  // An earlier month that is put right is told of by its own light; how the warning stands is said beside it.
  const earlier = moved.text('latestPeriod') > alert.text('period');
  const light = earlier ? moved.text('lightName') : alert.text('lightName');
  const isGreen = (earlier ? moved : alert).text('light') === 'green';
  const title = titled(alert.text);
  const subject =
    // One that has recovered is green, and a green warning is none.
    kind === 'indicatorLagging' && light && !isGreen
      ? `${light.split('（')[0]}预警`
      : named(kind, { words: ALERT_KINDS, nameOf: alertKindName });
  // One whose place another took has not recovered.
  const replaced = moved.text('replacedBy') !== '';
  const what = replaced ? gaveWayName('reason') : reasonWords(transition);
  const state = ALERT_STATES.find((word) => word === alert.text('state'));
  const listed = state === undefined || isActive(state);
  const growth = alert.text('measure') === 'yoy';
  const unit = growth ? '%' : alert.text('unit');
  const actual = growth ? alert.text('yoy') || alert.text('figure') : alert.text('figure');
  const facts: [string, string][] = [
    ['单位', alert.text('orgName')],
    ['指标', alert.text('indicatorName') + (growth ? '（增速）' : '')],
    ['期间', alert.text('periodName')],
    ['灯', light],
    ['目标', alert.text('target') && `${alert.text('target')}${unit}`],
    ['实绩', actual && `${actual}${unit}`],
    ['差距', alert.text('gapText')],
    [
      '缺报',
      alert
        .list('missing')
        .map((figure) => wordsOf(figure).text('name'))
        .join('、'),
    ],
    ['说明', alert.text('explanation')],
    ['现状', earlier ? `${moved.text('latestPeriodName')}${alert.text('lightName')}` : ''],
    [
      '状态',
      replaced
        ? gaveWayName('state')
        : named(alert.text('state'), { words: ALERT_STATES, nameOf: alertStateName }),
    ],
    ['调度层级', listed ? named(alert.text('level'), { words: LEVELS, nameOf: levelName }) : ''],
  ];
  return {
    subject: `【${[subject, what].filter(Boolean).join('·')}】${title}`,
    heading: title,
    paragraphs: [alert.text('message')].filter(Boolean),
    facts: facts.filter(([, given]) => given !== ''),
    table: null,
    link: alert.link(publicUrl, '查看并处理'),
  };
}

/** A first warning needs no word for what happened. */
const reasonWords = (transition: string): string =>
  transition === 'raised' ? '' : named(transition, { words: ALERT_REASONS, nameOf: alertReasonName });

/** The alert's title, with whose it is and of which period where it does not say so itself. */
function titled(text: (name: string) => string): string {
  const title = text('title') || text('message') || text('indicatorName');
  const org = text('orgName');
  const period = text('periodName');
  return (
    (title.includes(org) ? '' : `${org} `) +
    title +
    (period && !title.includes(period) ? `（${period}）` : '')
  );
}

/** The name of a word of a closed vocabulary; a word this release does not know, as it is. */
function named<W extends string>(
  word: string,
  of: { words: readonly W[]; nameOf: (known: W) => string },
): string {
  const known = of.words.find((entry) => entry === word);
  return known === undefined ? word : of.nameOf(known);
}
