import {
  type ExplainedFinding,
  type FigureGrade,
  figureInForce,
  type Period,
  type Printed,
  period as periodOf,
} from '@xushi/domain';
import type { StoredDue } from './due.js';
import { printedOf } from './printed-of.js';
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
export interface KnownExplanation extends ExplainedFinding {
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

/** Identifies a figure: whose, of what, of which period. */
export const figureKey = (orgId: number, indicatorId: number, period: Period): string =>
  `${orgId}/${indicatorId}/${period}`;

/** Revisions of one month of an indicator: what of them is in force. */
interface Revision {
  grade: FigureGrade;
  withdrawn: boolean;
  value: string | null;
  /** As it was filled in, where that was another unit. */
  givenValue: string | null;
  givenUnit: string | null;
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

  /** Reads what `loadBook` packs: entries in order of arrival, `month grade value given unit`; grade + 10: withdrawn. */
  addSeries(orgId: number, indicatorId: number, year: number, packed: string): void {
    const series = this.#seriesOf(orgId, indicatorId);
    for (const entry of packed.split('\u001e')) {
      const [month = '', grade = '', value = '', givenValue = '', givenUnit = ''] = entry.split('\u001f');
      add(series, periodOf(year, Number(month)), {
        grade: GRADES[Number(grade) % 10] ?? 'estimate',
        withdrawn: Number(grade) >= 10,
        value: value === '' ? null : value,
        givenValue: givenUnit === '' ? null : givenValue,
        givenUnit: givenUnit === '' ? null : givenUnit,
      });
    }
  }

  /** The amounts in force of an indicator by period, those that report one, as they were filled in. */
  printedOf(orgId: number, { id, unit }: { id: number; unit: string }): ReadonlyMap<Period, Printed> {
    const amounts = new Map<Period, Printed>();
    for (const [period, revisions] of this.#seriesOf(orgId, id)) {
      const [only] = revisions;
      const inForce =
        revisions.length === 1 && only && !only.withdrawn
          ? only
          : figureInForce(revisions.map((revision, number) => ({ ...revision, id: number })));
      const printed = inForce && printedOf(inForce, unit);
      if (printed) amounts.set(period, printed);
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
      givenValue: figure.givenValue,
      givenUnit: figure.givenUnit,
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
