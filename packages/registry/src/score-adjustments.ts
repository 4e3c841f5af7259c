import { Fraction, readDecimal } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { refuse, type ScoreAdjustmentBody } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { recordAudit } from './audit.js';
import { findOrg } from './find.js';

/** The scale of a score: more at a time is a slip of the pen. */
const MOST_POINTS = 100;

/** Keeps hand-made plus or minus points of an appraisal year with their reason (domain.md §6). Throws `Problem`. */
export async function addScoreAdjustment(
  unit: Unit,
  { body, principal }: { body: ScoreAdjustmentBody; principal: Principal },
): Promise<{ id: number }> {
  const org = await findOrg(unit.tx, body.org);
  const reading = readDecimal(body.points);
  if (!reading.ok) {
    const params = { value: String(body.points).slice(0, 40) };
    refuse([{ pointer: '/points', code: reading.fault, params }]);
  }
  if (reading.ok && Fraction.of(MOST_POINTS).lessThan(reading.fraction.absolute())) {
    const message = `一次加减分不超过 ${MOST_POINTS} 分 / at most ${MOST_POINTS} points at a time`;
    refuse([{ pointer: '/points', code: 'ruleFault', params: { message } }]);
  }
  const [row] = await unit.tx
    .insert(tables.scoreAdjustment)
    .values({
      orgId: org.id,
      year: body.year,
      points: reading.ok ? reading.text : '0',
      reason: body.reason,
      personId: principal.personId,
      knownAt: unit.now,
    })
    .returning({ id: tables.scoreAdjustment.id });
  if (!row) throw new Error('the adjustment was not stored');
  await recordAudit(unit, {
    orgId: org.id,
    action: 'score.adjusted',
    subject: `${body.org}/${body.year}`,
    detail: body,
  });
  return { id: row.id };
}
