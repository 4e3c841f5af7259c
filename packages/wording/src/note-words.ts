import { type CheckFinding, type CheckNoteCode, type CheckParams, exactText, readExact } from '@xushi/domain';
import { apart, derived, given } from './finding-numbers.js';
import { type IndicatorNames, monthsOf, subjectOf, type Words } from './finding-subject.js';
import type { Language } from './language.js';
import { decimalsOf, SENTENCE_DECIMALS } from './number-words.js';
import { unitName } from './unit-name.js';

type Note = CheckFinding & { code: CheckNoteCode };

/** What is said beside a figure that counts all the same, the numbers that show it, and what to do. */
export function noteWords(finding: Note, nameOf: IndicatorNames, language: Language): string {
  const subject = subjectOf(finding, nameOf, language);
  const [what, check] = wordsOf(finding, language);
  return language === 'zh' ? `${subject}${what}：${check}` : `${subject}: ${what}: ${check}`;
}

function wordsOf(finding: Note, language: Language): Words {
  switch (finding.code) {
    case 'sumMismatch':
      return sumWords(finding.params, language);
    case 'formulaMismatch':
      return formulaWords(finding.params, language);
    case 'baseMismatch':
      return baseWords(finding.params, language);
    case 'coarse':
      return coarseWords(finding.params, language);
  }
}

function sumWords(params: CheckParams['sumMismatch'], language: Language): Words {
  const { unit, previousPeriod } = params;
  const [now, previous, month, sum] = [params.value, params.previous, params.monthValue, params.sum].map(
    (text) => given(text, unit, language),
  );
  const rounded = params.withinRounding === 'true';
  if (language === 'zh') {
    const parts = previousPeriod
      ? `${monthsOf(previousPeriod, 'zh')}累计${previous}加本月${month}为${sum}`
      : `本月${month}`;
    return [
      `累计${now}，${parts}，两者不等`,
      rounded
        ? '相差在四舍五入范围内，可不处理，多报几位小数即可消除'
        : '请核对本月数和累计数，有调整的请在备注说明',
    ];
  }
  const parts = previousPeriod
    ? `${previous} for ${monthsOf(previousPeriod, 'en')} and ${month} for the month make ${sum}`
    : `the month is ${month}`;
  return [
    `${now} cumulative, but ${parts}`,
    rounded
      ? 'rounding may be all of it; more decimals would settle it'
      : 'check month and cumulative figure; if something was adjusted, say so in the note',
  ];
}

function formulaWords(params: CheckParams['formulaMismatch'], language: Language): Words {
  const { value, unit } = params;
  const computed = given(apart(params.computed, value, Math.max(decimalsOf(value), 2)), unit, language);
  const [above, below] = [
    given(params.numerator, params.numeratorUnit, language),
    given(params.denominator, params.denominatorUnit, language),
  ];
  const scale = params.scale === '1' ? '' : ` × ${params.scale}`;
  const line = `${above} ÷ ${below}${scale}`;
  return language === 'zh'
    ? [
        `所报${given(value, unit, 'zh')}，按${line}计算为约${computed}`,
        '请核对所报数和分子、分母，口径不同的请在备注说明',
      ]
    : [
        `${given(value, unit, 'en')} was reported, ${line} comes to about ${computed}`,
        'check the figure and the two that are divided; if their scope differs, say so in the note',
      ];
}

function baseWords(params: CheckParams['baseMismatch'], language: Language): Words {
  const { unit } = params;
  const [now, growth] = [given(params.value, unit, language), given(params.yoy, '%', language)];
  const [base, lastYear] = [
    derived(params.impliedBase, unit, language),
    given(params.lastYear, unit, language),
  ];
  const difference = apart(exactText(readExact(params.difference).absolute()), '5', SENTENCE_DECIMALS);
  const ofSheet = params.lastYearFrom === 'sheet';
  return language === 'zh'
    ? [
        `${now}、同比${growth}，推算上年同期${base}，与${ofSheet ? '所报' : '上年已受理的'}上年同期数${lastYear}相差${difference}%`,
        '请核对同比和上年同期数，上年数有调整的请作口径说明',
      ]
    : [
        `${now} with growth of ${growth} implies ${base} a year before, ${difference}% off the ${lastYear} ${ofSheet ? 'reported for it' : 'in force for it'}`,
        'check growth and base; if last year was restated, explain it',
      ];
}

function coarseWords(params: CheckParams['coarse'], language: Language): Words {
  const { unit, finerUnit } = params;
  const [now, half, target] = [params.value, params.half, params.target].map((text) =>
    derived(text, unit, language),
  );
  const share = apart(params.share, '1', SENTENCE_DECIMALS);
  return language === 'zh'
    ? [
        `${now}末位取舍可差${half}，为年度目标${target}的${share}%，看不出进度`,
        finerUnit ? `请按${finerUnit}报送` : '请多保留几位小数报送',
      ]
    : [
        `the last digit of ${now} leaves ${half} open, ${share}% of the year's target of ${target}, too coarse to show its pace`,
        finerUnit ? `report it in ${unitName(finerUnit, 'en')}` : 'report it with more decimals',
      ];
}
