import type { CheckParams } from '@xushi/domain';
import { derived, given, times } from './finding-numbers.js';
import type { Words } from './finding-subject.js';
import type { Language } from './language.js';
import { unitName } from './unit-name.js';

/** A figure that is off by a power of ten: by how much, from what, and in which unit it would fit. */
export function slipWords(params: CheckParams['unitSlip'], language: Language): Words {
  const { value, unit, months, likelyUnit } = params;
  const power = Number(params.power);
  const digit = Math.abs(power) === 1;
  const few = power < 0;
  const count = params.periods.split(' ').length;
  const [now, reference] = [given(value, unit, language), derived(params.reference, unit, language)];
  const perMonth = derived(params.perMonth, unit, language);
  const size = times(params.ratio, language);
  if (language === 'zh') {
    const each = months === '1' ? '' : `，折合每月${perMonth}`;
    const of = `${count === 1 ? '前一期' : `近${count === 2 ? '两' : '三'}期中位数`}${reference}`;
    const ratio = few ? `${of}的${size}分之一` : `${of}的${size}倍`;
    const which = likelyUnit ? `请核对所填数是否以${likelyUnit}为单位（本数按${unit}填报）` : '请核对单位';
    return [
      `${now}${each}，为${ratio}（接近${POWERS[power]}），疑似单位错误`,
      digit ? `${which}，或${few ? '少' : '多'}填了一位数` : which,
    ];
  }
  const each = months === '1' ? '' : `, ${perMonth} a month,`;
  const of =
    count === 1 ? `the figure before, ${reference}` : `the median of the last ${count}, ${reference}`;
  const ratio = few ? `one part in ${size} of ${of}` : `${size} times ${of}`;
  const which = likelyUnit
    ? `check whether the number is in ${unitName(likelyUnit, 'en')} (it was given in ${unitName(unit, 'en')})`
    : 'check the unit';
  return [
    `${now}${each} is ${ratio} (near 10^${power}), which looks like another unit`,
    digit ? `${which}, or has a digit too ${few ? 'few' : 'many'}` : which,
  ];
}

const POWERS: Readonly<Record<number, string>> = {
  1: '10倍',
  4: '1万倍',
  5: '10万倍',
  8: '1亿倍',
  [-1]: '十分之一',
  [-4]: '万分之一',
  [-5]: '十万分之一',
  [-8]: '亿分之一',
};
