import { type FigureGrade, Fraction, figureInForce, type Period, period as periodOf } from '@xushi/domain';
import type { StoredDue } from './due.js';
import type { SaidFigure } from './said.js';

/** A figure that counts, as far as a sheet is compared with it. */
export interface KnownFigure extends SaidFigure {
  id: number;
  submissionId: string;
}

/** A figure that does not count yet. One that came with an earlier sheet of the same batch has no number so far. */
export interface WaitingFigure extends SaidFigure {
  id: number | null;
  submissionId: string;
  holds: string[];
  unreviewed: boolean;
}

/** Why a finding of a figure is no mistake. */
export interface KnownExplanation {
  period: Period;
  code: string;
  params: Record<string, string>;
  reason: string;
}

/** The newest submission of an org's sheet. */
export interface LatestSubmission {
  id: string;
  revision: number;
  state: string;
  grade: string;
  dueAt: Date | null;
  late: boolean;
  receivedAt: Date;
  evaluatedAt: Date | null;
}

/** Identifies a sheet. */
export const sheetKey = (orgId: number, period: Period): string => `${orgId}/${period}`;
/** Identifies a figure: whose, of what, of which period. */
export const figureKey = (orgId: number, indicatorId: number, period: Period): string =>
  `${orgId}/${indicatorId}/${period}`;

/** Revisions of one month of an indicator: what of them is in force. */
interface Revision {
  grade: FigureGrade;
  withdrawn: boolean;
  value: string | null;
}

/**
 * What is known of some orgs while their sheets are taken in: what is in force, what waits, what was explained. A
 * sheet that is admitted is entered, so that the next one of the same batch is compared with it.
 */
export class IntakeBook {
  readonly latest = new Map<string, LatestSubmission>();
  readonly dues = new Map<string, StoredDue>();
  readonly waiting = new Map<string, WaitingFigure>();
  readonly #revisions = new Map<string, KnownFigure[]>();
  readonly #series = new Map<string, Map<Period, Revision[]>>();
  readonly #explanations = new Map<string, KnownExplanation[]>();
  /** Sorts what is entered behind what is stored. */
  #next = Number.MAX_SAFE_INTEGER / 2;

  /** What is in force of a figure that a sheet names. */
  inForce(key: string): KnownFigure | null {
    const revisions = this.#revisions.get(key);
    return revisions ? figureInForce(revisions) : null;
  }

  addRevision(key: string, figure: KnownFigure): void {
    add(this.#revisions, key, figure);
  }

  addExplanation(orgId: number, indicatorId: number, explanation: KnownExplanation): void {
    add(this.#explanations, `${orgId}/${indicatorId}`, explanation);
  }

  explanationsOf(orgId: number, indicatorId: number): readonly KnownExplanation[] {
    return this.#explanations.get(`${orgId}/${indicatorId}`) ?? [];
  }

  /** Reads `month,grade,value;…` in order of arrival, as `loadBook` asks for it; grade + 10 where withdrawn. */
  addSeries(orgId: number, indicatorId: number, year: number, packed: string): void {
    const series = this.#seriesOf(orgId, indicatorId);
    for (const entry of packed.split(';')) {
      const [month = '', grade = '', value = ''] = entry.split(',');
      const rank = Number(grade) % 10;
      add(series, periodOf(year, Number(month)), {
        grade: GRADES[rank] ?? 'estimate',
        withdrawn: Number(grade) >= 10,
        value: value === '' ? null : value,
      });
    }
  }

  /** The amounts in force of an indicator by period, those that report one. */
  amountsOf(orgId: number, indicatorId: number): Map<Period, Fraction> {
    const amounts = new Map<Period, Fraction>();
    for (const [period, revisions] of this.#seriesOf(orgId, indicatorId)) {
      const value = figureInForce(revisions.map((revision, id) => ({ ...revision, id })))?.value;
      if (value) amounts.set(period, Fraction.parse(value));
    }
    return amounts;
  }

  /** Enters a figure that counts from now on. */
  enter(of: { orgId: number; indicatorId: number; period: Period }, figure: Omit<KnownFigure, 'id'>): void {
    this.#next += 1;
    this.addRevision(figureKey(of.orgId, of.indicatorId, of.period), { ...figure, id: this.#next });
    add(this.#seriesOf(of.orgId, of.indicatorId), of.period, {
      grade: figure.grade as FigureGrade,
      withdrawn: figure.withdrawn,
      value: figure.value,
    });
  }

  #seriesOf(orgId: number, indicatorId: number): Map<Period, Revision[]> {
    const key = `${orgId}/${indicatorId}`;
    const known = this.#series.get(key) ?? new Map<Period, Revision[]>();
    this.#series.set(key, known);
    return known;
  }
}

const GRADES = ['estimate', 'statistical', 'final'] as const;

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
