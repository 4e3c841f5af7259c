import type { Among, StandingClause } from './clause.js';
import type { Language } from './language.js';
import { amount, decimal, points, roundsToZero, SENTENCE_DECIMALS } from './number-words.js';
import type { NamedIndicator } from './subject.js';

/**
 * Where an org stands among its peers (domain.md §6, §12): 低于全市平均1.8个百分点，居全市第7位，较上期上升2位;
 * while peers are missing 暂居全市第7位（已报8/12）.
 */
export function standingWords(
  clause: StandingClause,
  indicator: NamedIndicator,
  language: Language = 'zh',
): string {
  return language === 'zh' ? chinese(clause, indicator) : english(clause, indicator);
}

function chinese(clause: StandingClause, indicator: NamedIndicator): string {
  switch (clause.kind) {
    case 'peerGap': {
      const average = `${clause.published ? '公布的' : ''}${clause.scope}平均`;
      if (roundsToZero(clause.difference, SENTENCE_DECIMALS)) return `与${average}基本持平`;
      const side = clause.difference.sign < 0 ? '低于' : '高于';
      return `${side}${average}${points(clause.difference, SENTENCE_DECIMALS, 'zh')}`;
    }
    case 'peerMean': {
      const { value, reported, of } = clause.mean;
      const rate = `${decimal(value, SENTENCE_DECIMALS)}%`;
      const named = {
        own: () => amount(value, indicator, 'zh'),
        growth: () => `增速${rate}`,
        completion: () => `完成率${rate}`,
      };
      return `已报单位简单平均${named[clause.what]()}（已报${reported}/${of}）`;
    }
    case 'rank': {
      const place = `${clause.provisional ? '暂' : ''}居${clause.scope}第${clause.position}位`;
      const among = amongWords(clause.among, 'zh');
      return among === '' ? place : `${place}（${among}）`;
    }
    case 'rankChange': {
      const { places } = clause;
      if (places === 0) return '位次与上期持平';
      return `较上期${places > 0 ? '上升' : '下降'}${Math.abs(places)}位`;
    }
  }
}

function english(clause: StandingClause, indicator: NamedIndicator): string {
  switch (clause.kind) {
    case 'peerGap': {
      const average = `${clause.published ? 'published ' : ''}${clause.scope} average`;
      if (roundsToZero(clause.difference, SENTENCE_DECIMALS)) return `level with the ${average}`;
      const by = points(clause.difference, SENTENCE_DECIMALS, 'en');
      return `${by} ${clause.difference.sign < 0 ? 'below' : 'above'} the ${average}`;
    }
    case 'peerMean': {
      const { value, reported, of } = clause.mean;
      const rate = `${decimal(value, SENTENCE_DECIMALS)}%`;
      const named = {
        own: () => amount(value, indicator, 'en'),
        growth: () => `growth of ${rate}`,
        completion: () => `${rate} of the target`,
      };
      return `plain mean of those that reported ${named[clause.what]()} (${reported}/${of} reported)`;
    }
    case 'rank': {
      // A scope in English is a common noun.
      const scope = /^[a-z]/.test(clause.scope) ? `the ${clause.scope}` : clause.scope;
      const place = `${clause.provisional ? 'provisionally ' : ''}no. ${clause.position} in ${scope}`;
      const among = amongWords(clause.among, 'en');
      return among === '' ? place : `${place} (${among})`;
    }
    case 'rankChange': {
      const count = Math.abs(clause.places);
      if (count === 0) return 'the same place as before';
      return `${count} ${count === 1 ? 'place' : 'places'} ${clause.places > 0 ? 'up' : 'down'}`;
    }
  }
}

/** 已报8/12，口径不一; 共12个单位 where all have reported. */
function amongWords({ of, reported, mixedGrades }: Among, language: Language): string {
  const zh = language === 'zh';
  const counted =
    of === undefined
      ? null
      : reported !== undefined && reported < of
        ? zh
          ? `已报${reported}/${of}`
          : `${reported}/${of} reported`
        : zh
          ? `共${of}个单位`
          : `of ${of}`;
  const graded = mixedGrades ? (zh ? '口径不一' : 'on unequal bases') : null;
  return [counted, graded].filter((part) => part !== null).join(zh ? '，' : ', ');
}
