import type { Unit } from '@xushi/events';
import { type Confirmation, type Fault, type Language, Problem, refuse } from '@xushi/protocol';
import { type Principal, tables } from '@xushi/store';
import { eq, inArray } from 'drizzle-orm';
import { countWaiting } from './count-waiting.js';
import type { StoredFinding } from './findings.js';
import { type OpenSubmission, openSubmission, recordStep, type WaitingRow } from './open-submission.js';
import { type ShownSubmission, showSubmission } from './read.js';

const { explanation, indicator, pendingFigure, submission } = tables;

/**
 * Says of held figures why they are no mistake: a figure whose last hold is confirmed counts from this moment, unless it
 * is still under review. Throws `Problem`: 404, 409 `nothingHeld`, 422 with every confirmation that answers no hold.
 */
export async function confirmHolds(
  unit: Unit,
  of: { id: string; principal: Principal; confirmations: Confirmation[]; language: Language },
): Promise<ShownSubmission> {
  const open = await openSubmission(unit, of.id);
  const held = open.waiting.filter(({ holds }) => holds.length > 0);
  if (held.length === 0) throw new Problem('nothingHeld');
  const keys = await indicatorKeys(unit, held);
  const answers = held.map((row) => ({ row, said: saidOf(of.confirmations, row, keys) }));
  refuse(idleFaults(of.confirmations, held, keys));
  for (const { row, said } of answers) {
    const holds = row.holds.filter((code) => !said.some((confirmation) => confirmation.code === code));
    if (said.length === 0) continue;
    row.holds = holds;
    await unit.tx.update(pendingFigure).set({ holds }).where(eq(pendingFigure.id, row.id));
  }
  await keepExplanations(unit, open, { ...of, answers });
  await recordStep(unit, open, {
    ...{ principal: of.principal, step: 'confirmed', reason: null },
    detail: { confirmations: of.confirmations },
  });
  const free = answers.flatMap(({ row, said }) =>
    said.length > 0 && row.holds.length === 0 && !row.unreviewed ? [row] : [],
  );
  await countWaiting(unit, open, free);
  return showSubmission(unit.tx, of.id, of.language);
}

async function indicatorKeys(unit: Unit, rows: readonly WaitingRow[]): Promise<Map<number, string>> {
  const found = await unit.tx
    .select({ id: indicator.id, key: indicator.key })
    .from(indicator)
    .where(
      inArray(
        indicator.id,
        rows.map((row) => row.indicatorId),
      ),
    );
  return new Map(found.map(({ id, key }) => [id, key]));
}

const saidOf = (confirmations: Confirmation[], row: WaitingRow, keys: ReadonlyMap<number, string>) =>
  confirmations.filter(
    ({ code, indicator: key }) => keys.get(row.indicatorId) === key && row.holds.includes(code),
  );

function idleFaults(
  confirmations: Confirmation[],
  held: readonly WaitingRow[],
  keys: ReadonlyMap<number, string>,
): Fault[] {
  return confirmations.flatMap((confirmation, position): Fault[] => {
    if (held.some((row) => saidOf([confirmation], row, keys).length > 0)) return [];
    const { code, indicator: key } = confirmation;
    return [{ pointer: `/confirmations/${position}`, code: 'notHeld', params: { code, indicator: key } }];
  });
}

/** The explanations last; the findings of the submission say that they were explained. */
async function keepExplanations(
  unit: Unit,
  { row: of }: OpenSubmission,
  said: { principal: Principal; answers: { row: WaitingRow; said: Confirmation[] }[] },
): Promise<void> {
  const findings = of.findings as StoredFinding[];
  const reasons = new Map(
    said.answers.flatMap((answer) =>
      answer.said.map(({ code, indicator: key, reason }) => [`${code}/${key}`, reason] as const),
    ),
  );
  const paramsOf = (code: string, key: string) =>
    findings.find((finding) => finding.code === code && finding.indicator === key)?.params ?? {};
  await unit.tx.insert(explanation).values(
    said.answers.flatMap(({ row, said: confirmations }) =>
      confirmations.map(({ code, indicator: key, reason }) => ({
        submissionId: of.id,
        orgId: of.orgId,
        indicatorId: row.indicatorId,
        year: row.year,
        month: row.month,
        code,
        params: paramsOf(code, key),
        reason,
        personId: said.principal.personId,
        keyId: said.principal.keyId,
        knownAt: unit.now,
      })),
    ),
  );
  const explained = findings.map((finding) => {
    const reason = reasons.get(`${finding.code}/${finding.indicator}`);
    return finding.severity === 'hold' && reason !== undefined
      ? { ...finding, severity: 'note' as const, params: { ...finding.params, explanation: reason } }
      : finding;
  });
  await unit.tx.update(submission).set({ findings: explained }).where(eq(submission.id, of.id));
}
