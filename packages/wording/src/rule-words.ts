import { conditionsOf, type DecidedLight, Fraction, fieldsOf, type Light, type Policy } from '@xushi/domain';
import type { Language } from './language.js';
import { shortLightName } from './light-name.js';
import { conditionWords, policyFieldName, type RuleSubject, seenWords } from './policy-words.js';

/** What a rule's words are made from. */
interface Question {
  decided: DecidedLight;
  policy: Policy;
  of: RuleSubject;
  language: Language;
}

/** What decided: a condition in words, the light it gives, and what it saw. */
interface Ruling {
  /** 1-based; null where no rule of the list decided. */
  number: number | null;
  when: string;
  light: Light;
  actual: string;
}

/**
 * Which rule of which policy version decided a light and what it saw (domain.md §7):
 * 按“gap-5-10”第1版规则1：差距（与目标差）≤ −10个百分点 → 红灯，实际 −10.19个百分点. Numbers have as many
 * decimals as keep them on their side of every bound of the policy. Throws RangeError for a policy other than
 * the one that decided.
 */
export function ruleWords(
  decided: DecidedLight,
  policy: Policy,
  of: RuleSubject,
  language: Language = 'zh',
): string {
  if (policy.key !== decided.policy || policy.version !== decided.policyVersion) {
    throw new RangeError(`${policy.key} ${policy.version} did not decide this light`);
  }
  const { number, when, light, actual } = rulingOf({ decided, policy, of, language });
  const name = shortLightName(light, language);
  const held = decided.clearedThrough ? heldWords(decided.light, language) : '';
  if (language === 'en') {
    const rule = number === null ? 'By' : `By rule ${number} of`;
    const saw = actual === '' ? '' : `; actual: ${actual}`;
    return `${rule} “${policy.key}” version ${policy.version}: ${when} → ${name}${saw}${held}`;
  }
  const rule = number === null ? '' : `规则${number}`;
  const saw = actual === '' ? '' : `，实际${actual}`;
  return `按“${policy.key}”第${policy.version}版${rule}：${when} → ${name}${saw}${held}`;
}

function rulingOf(question: Question): Ruling {
  const { decided, policy, language } = question;
  if (decided.rule === null) return bySign(question) ?? noRule(question);
  const rule = policy.rules[decided.rule];
  if (!rule) throw new RangeError(`${policy.key} ${policy.version} has no rule ${decided.rule}`);
  const number = decided.rule + 1;
  const { light } = rule;
  if (!rule.when) {
    const when = language === 'zh' ? '其余情形' : 'none of the rules above';
    return { number, when, light, actual: namedActuals(question) };
  }
  const conditions = conditionsOf(rule).map((condition) => conditionWords(condition, question.of, language));
  const joint =
    language === 'zh' ? ('all' in rule.when ? ' 且 ' : ' 或 ') : 'all' in rule.when ? ' and ' : ' or ';
  const alone = conditions.length === 1;
  return {
    number,
    when: conditions.join(joint),
    light,
    actual: alone ? actuals(question, false) : namedActuals(question),
  };
}

function noRule(question: Question): Ruling {
  const when = question.language === 'zh' ? '其余情形' : 'no rule matched';
  return { number: null, when, light: unheld(question.decided), actual: namedActuals(question) };
}

/** None of the policy's fields existed, and the sign of the gap decided; null where a rule could have. */
function bySign(question: Question): Ruling | null {
  const { decided, policy, of, language } = question;
  const fields = fieldsOf(policy);
  const light = unheld(decided);
  const blind = fields.length > 0 && fields.every((field) => decided.saw[field] === undefined);
  const [field] = Object.keys(decided.saw) as (keyof DecidedLight['saw'])[];
  // Without a rule only the sign gives red; green without anything seen is the else.
  if (!blind || (field === undefined && light === 'green')) return null;
  // A shortfall grows as the gap falls.
  const short = field === 'shortfall';
  const sign = light === 'red' ? (short ? '> 0' : '< 0') : short ? '= 0' : '≥ 0';
  if (language === 'en') {
    const name = field ? policyFieldName(field, of, { language, full: true }) : 'the gap';
    const when = `no rule has its figures, so the sign of the gap decides: ${name} ${sign}`;
    return { number: null, when, light, actual: actuals(question, false) };
  }
  const name = field ? policyFieldName(field, of, { full: true }) : '差距';
  const when = `规则所列各项均无数值，按差距正负判定：${name}${name.endsWith('）') ? '' : ' '}${sign}`;
  return { number: null, when, light, actual: actuals(question, false) };
}

/** Only what would be better than the light red clears through is held back, and without a rule that is green. */
function unheld(decided: DecidedLight): Light {
  return decided.clearedThrough ? 'green' : decided.light;
}

function namedActuals(question: Question): string {
  return actuals(question, true);
}

/** −10.19个百分点; named: 进度差 −3个百分点、欠进度 2家. */
function actuals({ decided, policy, of, language }: Question, named: boolean): string {
  const conditions = policy.rules.flatMap(conditionsOf);
  const words = Object.entries(decided.saw) as [keyof DecidedLight['saw'], Fraction][];
  const said = words.map(([field, value]) => {
    const bounds = conditions
      .filter((condition) => condition.field === field)
      .map((condition) => Fraction.parse(condition.value));
    // What only the sign decided has 0 for its bound.
    const text = seenWords(
      { field, value, bounds: bounds.length > 0 ? bounds : [Fraction.ZERO] },
      of,
      language,
    );
    return named ? `${policyFieldName(field, of, { language })} ${text}` : text;
  });
  if (said.length === 0) return '';
  if (language === 'en') return said.join(', ');
  return `${named ? '' : ' '}${said.join('、')}`;
}

/** 补齐: red clears through another light for one period. */
function heldWords(light: Light, language: Language): string {
  const name = shortLightName(light, language);
  return language === 'zh'
    ? `；补齐：红灯转出须经${name}一期，本期为${name}`
    : `; made up: red clears through ${name} for one period, so ${name} now`;
}
