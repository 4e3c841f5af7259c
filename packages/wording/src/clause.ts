import type { Fraction, MilestoneStatus, TargetGrade } from '@xushi/domain';
import type { DueWords } from './due-words.js';
import type { Members, PeerMean, WaitedFigure } from './subject.js';

/**
 * What the sentence on one evaluation says, clause by clause, with the exact numbers; the languages only print
 * them. A difference is above 0 where the figure is larger than what it is compared with, whatever is good.
 */
export type Clause = FigureClause | GapClause | AfterClause | StateClause;

/** What was reached. */
export type FigureClause =
  | {
      kind: 'figure';
      value: Fraction;
      /** Where 完成 goes: before the name (完成总产值50.6亿元), behind it (增加值完成14.1亿元), nowhere for a limit. */
      verb: 'before' | 'behind' | 'none';
    }
  /** 合计50.6亿元（2家汇总）: a view over the org's members, whole or not. */
  | { kind: 'rolledUp'; value: Fraction; members: Members | undefined; complete: boolean }
  /** `leads`: there is no figure before it, so that it names the indicator. */
  | { kind: 'growth'; growth: Fraction; leads: boolean }
  /** 推算同比增长: implied by last year's value, not reported. */
  | { kind: 'derivedGrowth'; growth: Fraction }
  | { kind: 'growthChange'; growth: Fraction; difference: Fraction; since: Since }
  | { kind: 'levelChange'; difference: Fraction; inPoints: boolean; since: Since };

/** The period that a change counts from; adjacent: it is the one just before. */
export interface Since {
  month: number;
  adjacent: boolean;
}

/** How far from the target it is: what a light goes by. */
export type GapClause =
  | { kind: 'pace'; difference: Fraction; path: 'time' | 'plan'; limit: boolean }
  | { kind: 'yearEnd'; difference: Fraction; grade: TargetGrade; limit: boolean }
  | { kind: 'node'; difference: Fraction; limit: boolean }
  | {
      kind: 'level';
      difference: Fraction;
      /** The year's target, or the value of the checkpoint that is due. */
      against: TargetGrade | 'stage';
      inPoints: boolean;
      /** What is compared is a growth, of whatever indicator. */
      growth: boolean;
      limit: boolean;
    }
  | { kind: 'checkpoint'; difference: Fraction; month: number; inPoints: boolean; growth: boolean };

/** What follows from the gap. */
export type AfterClause =
  | { kind: 'completion'; rate: Fraction; grade: TargetGrade; limit: boolean }
  | { kind: 'shortfall'; amount: Fraction }
  | { kind: 'remaining'; amount: Fraction; grade: TargetGrade; limit: boolean }
  | { kind: 'required'; amount: Fraction; month: number; limit: boolean }
  | { kind: 'multiple'; multiple: Fraction; from: number; month: number }
  | StandingClause;

/** Where it stands among its peers. */
export type StandingClause =
  | { kind: 'peerGap'; difference: Fraction; scope: string; published: boolean }
  /** `what`: growth and shares are their own; anything else is compared by how much of the target it has done. */
  | { kind: 'peerMean'; mean: PeerMean; what: 'own' | 'growth' | 'completion' }
  | { kind: 'rank'; position: number; scope: string; provisional: boolean; among: Among }
  /** Above 0: up the list. */
  | { kind: 'rankChange'; places: number };

/** Among whom a place is; what is not known is left out. */
export interface Among {
  of: number | undefined;
  reported: number | undefined;
  mixedGrades: boolean;
}

/** Why there is nothing to judge. */
export type StateClause =
  | { kind: 'notReported'; due: DueWords | undefined }
  | { kind: 'waiting'; for: readonly WaitedFigure[] }
  /** A roll-up with a member missing that has no figure. */
  | { kind: 'partial'; members: Members }
  /** What was reported and nobody has approved yet. */
  | { kind: 'underReview'; value: Fraction | null; growth: Fraction | null }
  | { kind: 'milestone'; status: MilestoneStatus; daysOverdue: Fraction | null }
  | { kind: 'state'; state: 'notDue' | 'waiting' | 'partial' | 'underReview' };
