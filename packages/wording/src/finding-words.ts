import type { CheckFinding, FigureGrade, Period } from '@xushi/domain';
import { momentWords } from './due-words.js';
import { given } from './finding-numbers.js';
import { type IndicatorNames, subjectOf } from './finding-subject.js';
import { holdWords } from './hold-words.js';
import type { Language } from './language.js';
import { noteWords } from './note-words.js';
import { figureGradeName } from './term-names.js';

/** The parts of a figure that may be reported apart. */
export type FigurePart = 'value' | 'yoy' | 'monthValue' | 'lastYear' | 'lastYearMonth' | 'outlook';

/** What a sheet is told besides the checks of its figures. */
export type SheetFinding =
  /** Nothing differs from what is in force. */
  | { code: 'unchanged' }
  /** It came after its due instant, local. */
  | { code: 'late'; params: { date: string; time: string } }
  /** A figure that is kept and does not count: a higher grade is in force. */
  | {
      code: 'lowerGrade';
      indicator: string;
      period: Period;
      params: { grade: FigureGrade; inForce: FigureGrade; value: string | null; unit: string };
    }
  /** Parts that the sheet does not speak of stay as they are. */
  | {
      code: 'carriedOver';
      indicator: string;
      period: Period;
      params: { unit: string; parts: readonly { part: FigurePart; value: string }[] };
    };

/** Every code that a sheet's answer may carry. */
export type AnyFinding = CheckFinding | SheetFinding;

/**
 * What a finding says: what was found, the numbers that show it, in the unit that the park filled in, and what to do.
 * One sentence, without a full stop.
 */
export function findingWords(finding: AnyFinding, nameOf: IndicatorNames, language: Language = 'zh'): string {
  const zh = language === 'zh';
  switch (finding.code) {
    case 'unchanged':
      return zh
        ? '本次所报与已受理数据一致，未产生新版本，无需再报'
        : 'nothing differs from what is in force: no revision was made, nothing is left to do';
    case 'late': {
      const due = momentWords(finding.params, language);
      return zh
        ? `应于${due}前报送，本次为迟报，已照常受理；下期请按时报送`
        : `it was due by ${due}: accepted as late; report the next one in time`;
    }
    case 'lowerGrade': {
      const { value, unit } = finding.params;
      const subject = subjectOf(finding, nameOf, language);
      const number = value === null ? '' : given(value, unit, language);
      const [grade, inForce] = [finding.params.grade, finding.params.inForce].map((one) =>
        figureGradeName(one, language),
      );
      return zh
        ? `${subject}本次所报${number}为${grade}，已有${inForce}数在用，本次存档，不作为有效数；确需更正的，请以${inForce}数重报`
        : `${subject}: ${number ? `${number} is` : 'this is'} of the grade “${grade}” while one of the grade “${inForce}” is in force: it is kept and does not count; to correct the figure, report it as ${inForce}`;
    }
    case 'carriedOver': {
      const parts = finding.params.parts.map(({ part, value }) => {
        const number = given(value, part === 'yoy' ? '%' : finding.params.unit, language);
        return zh ? `${PARTS[part].zh}${number}` : `${PARTS[part].en} ${number}`;
      });
      const subject = subjectOf(finding, nameOf, language);
      return zh
        ? `${subject}本次未填的项沿用原数：${parts.join('，')}；如已变化，请一并更正`
        : `${subject}: what the sheet leaves out stays as it was: ${parts.join(', ')}; correct it too if it has changed`;
    }
    case 'sumMismatch':
    case 'formulaMismatch':
    case 'baseMismatch':
    case 'coarse':
      return noteWords(finding, nameOf, language);
    default:
      return holdWords(finding, nameOf, language);
  }
}

const PARTS: Record<FigurePart, Record<Language, string>> = {
  value: { zh: '累计', en: 'cumulative' },
  yoy: { zh: '同比', en: 'growth' },
  monthValue: { zh: '本月', en: 'month' },
  lastYear: { zh: '上年同期累计', en: "last year's cumulative" },
  lastYearMonth: { zh: '上年同期本月', en: "last year's month" },
  outlook: { zh: '全年预计', en: 'outlook on the full year' },
};
