import type { Evaluation } from '@xushi/domain';
import { chineseGap } from './chinese-gap.js';
import { englishGap } from './english-gap.js';
import { explanationOf } from './explanation.js';
import { gapClauseOf } from './gap-clause.js';
import type { Language } from './language.js';
import { lightName, shortLightName } from './light-name.js';
import { milestoneWords } from './milestone-words.js';
import { sentenceOf } from './sentence.js';
import type { WordingContext } from './subject.js';
import { stateName } from './term-names.js';

/**
 * The title of an `indicatorLagging` alert as its latest evaluation stands, whatever its light:
 * 双牌工业集中区 工业集中度 低于年度目标10.19个百分点（红灯）. A gap too small for its usual decimals gets more. `gap`:
 * its `gapWords`, where they are known already.
 */
export function alertTitle(
  evaluation: Evaluation,
  context: WordingContext,
  language: Language = 'zh',
  gap: string = gapWords(evaluation, context, language),
): string {
  const { org, indicator } = context;
  const words = [org.name, indicator.name, gap];
  const title = words.filter((word) => word !== '').join(' ');
  const light = evaluation.decided?.light;
  if (!light) return title;
  const name = shortLightName(light, language);
  return language === 'zh' ? `${title}（${name}）` : `${title} (${name})`;
}

/**
 * The text below the title: the sentence, how its light comes about, and for how many periods it has lagged.
 * `explained`: its `explanationOf`, where it is known already.
 */
export function alertMessage(
  evaluation: Evaluation,
  context: WordingContext,
  language: Language = 'zh',
  explained: string | null = explanationOf(evaluation, context, language),
): string {
  const sentence = sentenceOf(evaluation, context, language);
  const light = evaluation.decided && lightName(evaluation.decided.light, language);
  const lag = evaluation.consecutiveLag;
  if (language === 'en') {
    const said = [explained, light, lag > 1 ? `behind for ${lag} periods in a row` : null];
    return [sentence, ...ended(said, '; ', '.')].join(' ');
  }
  return [sentence, ...ended([explained, light, lag > 1 ? `已连续${lag}期落后` : null], '；', '。')].join('');
}

/** How far from its target, as titles say it; the state's name where nothing is judged. */
export function gapWords(evaluation: Evaluation, context: WordingContext, language: Language = 'zh'): string {
  const { milestone, fields } = evaluation;
  if (milestone) return milestoneWords({ status: milestone, daysOverdue: fields.daysOverdue }, language);
  const gap = gapClauseOf(evaluation, context);
  if (!gap) return stateName(evaluation.state, language);
  return language === 'zh'
    ? chineseGap(gap, context.indicator, true)
    : englishGap(gap, context.indicator, true);
}

function ended(parts: (string | null)[], separator: string, end: string): string[] {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? [] : [`${said.join(separator)}${end}`];
}
