import { type CheckFinding, type CheckParams, exactText, type HoldCode, readExact } from '@xushi/domain';
import { apart, derived, given } from './finding-numbers.js';
import { type IndicatorNames, monthsOf, subjectOf, type Words } from './finding-subject.js';
import type { Language } from './language.js';
import { slipWords } from './slip-words.js';

type Hold = CheckFinding & { code: HoldCode };

/** What a figure is held for, the numbers that show it, what to check, and that it is confirmed where it is right. */
export function holdWords(finding: Hold, nameOf: IndicatorNames, language: Language): string {
  const subject = subjectOf(finding, nameOf, language);
  const [what, check] = wordsOf(finding, nameOf, language);
  return language === 'zh'
    ? `${subject}${what}：${check}；确属实际的，请说明理由确认`
    : `${subject}: ${what}: ${check}; if it is right, confirm it and say why`;
}

function wordsOf(finding: Hold, nameOf: IndicatorNames, language: Language): Words {
  switch (finding.code) {
    case 'cumulativeDecreased':
      return decreasedWords(finding.params, finding.params.otherPeriod > finding.period, language);
    case 'unitSlip':
      return slipWords(finding.params, language);
    case 'partExceedsWhole':
      return partWords(finding.params, nameOf, language);
    case 'jump':
      return jumpWords(finding.params, language);
  }
}

function decreasedWords(
  { value, unit, otherPeriod, otherValue }: CheckParams['cumulativeDecreased'],
  later: boolean,
  language: Language,
): Words {
  const [now, other] = [given(value, unit, language), given(otherValue, unit, language)];
  const months = monthsOf(otherPeriod, language);
  if (language === 'zh') {
    return [
      `累计${now}，${later ? '大于' : '小于'}${months}已受理的${other}，年内累计数不应减少`,
      later ? '请核对本数，后期数有误的请一并更正' : '请核对是否误填当月数，前期数有误的请先更正前期数',
    ];
  }
  return [
    `${now} is ${later ? 'above' : 'below'} the ${other} in force for ${months}, and a cumulative figure does not fall within a year`,
    later
      ? 'check it, and correct the later figure too if that is wrong'
      : 'check whether it is the month alone; correct the earlier figure first if that is wrong',
  ];
}

function partWords(
  { value, unit, role, other, otherValue }: CheckParams['partExceedsWhole'],
  nameOf: IndicatorNames,
  language: Language,
): Words {
  const [now, limit] = [given(value, unit, language), given(otherValue, unit, language)];
  if (language === 'zh') {
    if (role === 'share') return [`占比${now}，超过100%`, '请核对分子、分母是否填反，口径是否一致'];
    const than = role === 'part' ? `大于其总体${nameOf(other)}` : `小于其组成部分${nameOf(other)}`;
    return [`${now}，${than}同期的${limit}`, '请核对两项是否填反，单位、口径是否一致'];
  }
  if (role === 'share')
    return [`a share of ${now} is above 100%`, 'check whether the two amounts behind it were swapped'];
  const than = role === 'part' ? 'above its whole' : 'below its part';
  return [
    `${now} is ${than}, ${nameOf(other)}, with ${limit} for the same months`,
    'check whether the two were swapped, and that unit and scope are the same',
  ];
}

function jumpWords(params: CheckParams['jump'], language: Language): Words {
  const { value, unit, months, increment, count } = params;
  const now = given(value, unit, language);
  const [added, median, largest] = [increment, params.median, params.largest].map((text) =>
    derived(text, unit, language),
  );
  const ratio = apart(timesLargest(params), '3', 1);
  const joins = readExact(params.joined).sign !== 0;
  const joined = joins ? derived(params.joined, unit, language) : '';
  if (language === 'zh') {
    const since = params.previousPeriod ? `比${monthsOf(params.previousPeriod, 'zh')}` : '';
    const each = months === '1' ? '当月' : `平均每月`;
    return [
      `累计${now}，${joins ? `扣除新入库企业${joined}后` : ''}${since}${each}增加${added}，为可参照最大月${largest}的约${ratio}倍（此前${count}次月均增量的中位数${median}）`,
      '请核对是否错填；有新入库企业的，请随表填报',
    ];
  }
  const less = joins ? ` without the ${joined} of firms that joined` : '';
  return [
    `${now} adds ${added} ${months === '1' ? 'in the month' : 'a month'}${less}, about ${ratio} times the largest month to go by, ${largest} (the median of the ${count} increments before is ${median})`,
    'check the digits; report firms that joined with the sheet',
  ];
}

/** Months in which nothing was ever added are not judged: there is a largest one. */
function timesLargest({ increment, largest }: CheckParams['jump']): string {
  return exactText(readExact(increment).dividedBy(readExact(largest)));
}
