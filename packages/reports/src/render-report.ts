import { type Period, period as periodOf } from '@xushi/domain';
import { owesAnything, owesBelow, Postponed, type Reactor, type Unit } from '@xushi/events';
import { toError, XushiError } from '@xushi/platform';
import { tables } from '@xushi/store';
import { periodName } from '@xushi/wording';
import { and, eq } from 'drizzle-orm';
import { canonicalJson, contentHash } from './canonical-json.js';
import { composeSnapshot } from './compose-snapshot.js';
import { readMaterial } from './read-material.js';
import { type RenderedFile, renderFiles } from './render-files.js';
import type { Snapshot } from './snapshot.js';

const { report, reportFile } = tables;

/** Renders the reports that were asked for. */
export const renderReport: Reactor = {
  name: 'render-report',
  service: 'reporter',
  types: ['report.requested'],
  batch: 5,
  async react(unit, events) {
    for (const event of events) await renderOne(unit, String(event.payload.report));
  },
};

/**
 * Takes the snapshot and renders it. Faults of the database are left to the reactor's retries; composing and
 * rendering are pure, so that what fails there fails each time: the report says so and is failed.
 */
async function renderOne(unit: Unit, id: string): Promise<void> {
  const [row] = await unit.tx
    .select({ orgId: report.orgId, year: report.year, month: report.month, draft: report.draft })
    .from(report)
    .where(and(eq(report.id, id), eq(report.state, 'rendering')))
    .for('update');
  if (!row) return;
  // Figures that were accepted before the report was asked for belong into it: their judgement comes first.
  if (await owesBelow(unit.tx, { reactor: 'evaluate', orgId: row.orgId })) throw new Postponed('judgement');
  // What follows from judgements elsewhere, a parent's figure or a member's, is soon done.
  if (await owesAnything(unit.tx, ['reevaluate', 'standings'])) throw new Postponed('standings');
  const period = periodOf(row.year, row.month);
  const material = await readMaterial(unit, { orgId: row.orgId, period });
  const made = attempt(() => {
    // What is rendered is what is stored: a snapshot that has been through its own text.
    const snapshot = JSON.parse(canonicalJson(composeSnapshot(material))) as Snapshot;
    return { snapshot, files: renderFiles(snapshot) };
  });
  if (made instanceof Error) {
    const error = made instanceof XushiError ? `${made.code}: ${made.message}` : made.message;
    await unit.tx
      .update(report)
      .set({ state: 'failed', error, snapshotAt: unit.now })
      .where(eq(report.id, id));
    return;
  }
  await store(unit, { id, period, ...row, ...made });
}

async function store(
  unit: Unit,
  of: {
    id: string;
    orgId: number;
    period: Period;
    draft: boolean;
    snapshot: Snapshot;
    files: RenderedFile[];
  },
): Promise<void> {
  const { id, orgId, period, snapshot } = of;
  const hash = contentHash(snapshot);
  await unit.tx
    .update(report)
    .set({ state: 'ready', snapshot, snapshotAt: unit.now, contentHash: hash, error: null })
    .where(eq(report.id, id));
  await unit.tx.insert(reportFile).values(of.files.map((file) => ({ reportId: id, orgId, ...file })));
  await unit.append([
    {
      type: 'report.ready',
      orgId,
      payload: {
        report: {
          id,
          org: snapshot.org.key,
          orgName: snapshot.org.name,
          period,
          periodName: periodName(period),
          title: snapshot.model.title,
          draft: of.draft,
          hash,
        },
      },
    },
  ]);
}

function attempt<T>(run: () => T): T | Error {
  try {
    return run();
  } catch (thrown) {
    return toError(thrown);
  }
}
