import {
  type AlertState,
  decideLagging,
  type Evaluation,
  foldYear,
  type LaggingAlert,
  type LaggingObservation,
  offTarget,
} from '../../src/index.js';
import type { Step } from './alert-expectation.js';
import { multiply, q } from './arithmetic.js';
import { foldInput } from './boundary.js';
import type { Draw } from './draw.js';
import { type Decision, decisionAt, type Reported, type Year } from './fold.js';
import { drawGoal } from './goals.js';
import { RANK } from './lights.js';
import { handled } from './people.js';
import { drawPolicy } from './policies.js';
import { drawYear, restated } from './years.js';

/** In which states, and how often of ten, the alert's latest month is reported again rather than something else. */
const AGAIN: Partial<Record<AlertState, number>> = {
  closed: 5,
  closeRequested: 3,
  withdrawn: 6,
  resolved: 2,
};

/** A year as it happens: figures arrive, late ones too, are restated; targets are revised; people act. */
export class AlertYear {
  readonly steps: Step[] = [];
  alert: LaggingAlert | null = null;
  readonly #draw: Draw;
  readonly #goal;
  readonly #drawn: Year;
  readonly #first: Decision;
  readonly #historical: boolean;
  /** The month whose figures were there when the first target arrived. */
  readonly #targetArrives: number;
  #known: Year;
  #judged: Evaluation[] = [];

  constructor(draw: Draw) {
    this.#draw = draw;
    this.#goal = drawGoal(draw, draw.pick(['flow', 'count', 'stock', 'ratio', 'growth']));
    this.#drawn = { ...drawYear(draw, this.#goal), peerGaps: [], backJudgedThrough: null };
    this.#first = { appliesFrom: 1, version: 1, goal: this.#goal, policy: drawPolicy(draw, this.#goal) };
    this.#historical = draw.chance(0.1);
    this.#targetArrives = draw.chance(0.2) ? draw.whole(1, 9) : 0;
    const decisions = this.#targetArrives > 0 ? [] : [this.#first];
    this.#known = { ...this.#drawn, decisions, figures: [] };
  }

  /** Lets the year happen. */
  run(): void {
    for (let month = 1; month <= 12; month += 1) {
      if (this.#draw.chance(0.9)) this.#report(month, this.#drawn.figures[month - 1] ?? null);
      if (month === this.#targetArrives) this.#target(month);
      for (let more = this.#draw.whole(0, 3); more > 0; more -= 1) this.#happen(month);
    }
    if (this.alert?.state === 'settled' && this.#draw.chance(0.3)) this.#makeGood(this.alert.firstMonth);
  }

  /** After the year's end every month the alert stood for turns out to have been beyond its target. */
  #makeGood(firstMonth: number): void {
    const good = q(this.#goal.comparator === 'atLeast' ? 1_000_000 : -1_000_000);
    for (let month = firstMonth; month <= 12; month += 1) {
      if (this.#known.figures[month - 1]) this.#report(month, { value: good, yoy: good, grade: 'final' });
    }
  }

  #target(through: number): void {
    const reported = this.#known.figures.findLastIndex((figure) => figure !== null) + 1;
    const backJudgedThrough = Math.min(reported, through);
    this.#known = { ...this.#known, decisions: [this.#first], backJudgedThrough };
    this.#observe([]);
  }

  #happen(through: number): void {
    const month = this.#draw.whole(Math.max(1, through - 2), through);
    const way = this.#draw.whole(0, 9);
    const { alert } = this;
    const waits = alert ? (AGAIN[alert.state] ?? 0) : 0;
    if (alert && way < waits) this.#report(alert.latestMonth, this.#again(alert.latestMonth));
    else if (alert?.state === 'closed') this.#revise(alert.latestMonth);
    else if (way < 6) this.alert = handled(this.#draw, alert);
    else if (way < 7) this.#revise(this.#draw.whole(1, through));
    else this.#report(month, this.#again(month));
  }

  #again(month: number): Reported | null {
    const figure = this.#known.figures[month - 1] ?? this.#drawn.figures[month - 1] ?? null;
    return figure && restated(this.#draw, figure, this.#drawn.figures[this.#draw.whole(0, 11)] ?? figure);
  }

  #revise(appliesFrom: number): void {
    const latest = this.#known.decisions.at(-1);
    if (!latest) return;
    const target = multiply(latest.goal.target, q(this.#draw.pick([50, 90, 99, 101, 110, 200]), 100));
    if (latest.goal.plan.kind === 'cumulative' || latest.goal.plan.kind === 'quarterly') return;
    const revised = { ...latest, appliesFrom, version: latest.version + 1, goal: { ...latest.goal, target } };
    this.#known = { ...this.#known, decisions: [...this.#known.decisions, revised] };
    this.#observe([]);
  }

  #report(month: number, figure: Reported | null): void {
    const figures = Array.from({ length: 12 }, (_, index) =>
      index === month - 1 ? figure : (this.#known.figures[index] ?? null),
    );
    this.#known = { ...this.#known, figures };
    this.#observe([month]);
  }

  /** Judges the year again, and puts every month that is new or came out differently to the alert. */
  #observe(touched: readonly number[]): void {
    const before = this.#judged;
    const latest = this.#known.figures.findLastIndex((figure) => figure !== null) + 1;
    const lastMonth = Math.max(Math.min(latest + 1, 12), before.length);
    this.#judged = foldYear({ ...foldInput(this.#known, this.#goal), lastMonth });
    for (const now of this.#judged) {
      const was = before[now.month - 1];
      if (touched.includes(now.month) || !was || outcome(was) !== outcome(now)) this.#put(now, was);
    }
  }

  #put(now: Evaluation, was: Evaluation | undefined): void {
    const judgedBefore = was?.state === 'evaluated' ? was : null;
    const cause = judgedBefore && (judgedBefore.version === now.version ? 'restatement' : 'targetRevision');
    const observation: LaggingObservation = {
      month: now.month,
      state: now.state,
      light: now.decided?.light ?? null,
      offTarget: offTarget(now.fields),
      grade: now.grade,
      alertFrom: this.#alertFrom(now.month),
      isLatest: !this.#known.figures.slice(now.month).some((figure) => figure),
      backJudged: now.backJudged,
      cause: cause ?? 'report',
      was: judgedBefore ? { light: judgedBefore.decided?.light ?? null } : undefined,
      historical: this.#historical,
      laggedOtherwise: this.#judged.some((other) => this.#laggedOtherwise(other, now.month)),
      underEarlierTarget: now.underEarlierTarget,
    };
    const decision = decideLagging(this.alert, observation);
    this.steps.push({ previous: this.alert, observation, decision });
    this.alert = decision?.next ?? this.alert;
  }

  #alertFrom = (month: number) => decisionAt(this.#known.decisions, month)?.policy.alertFrom;

  #laggedOtherwise({ month, decided }: Evaluation, than: number): boolean {
    if (month === than || !this.alert || !decided) return false;
    if (month < this.alert.firstMonth || month > this.alert.latestMonth) return false;
    return RANK[decided.light] >= RANK[this.#alertFrom(month) ?? 'yellow'];
  }
}

function outcome({ state, decided, grade, fields, version }: Evaluation): string {
  const off = offTarget(fields);
  return [state, decided?.light, grade, version, off?.numerator, off?.denominator].join(' ');
}
