import { localDateOf, type Period } from '@xushi/domain';
import type { Unit } from '@xushi/events';
import { type Fault, Problem, type SubmissionBody } from '@xushi/protocol';
import { type Principal, planOnce } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { type Catalogue, readCatalogue } from './catalogue.js';
import type { ReadFigure } from './read-figure.js';
import { readSheetPeriod, readValues } from './reading.js';
import { type ReadRegisterChange, readRegisterChanges } from './register-changes.js';

/** A sheet as somebody sent it. */
export interface SheetRequest {
  body: SubmissionBody;
  /** The revision it means to change; null: whichever is there. */
  ifMatch: number | null;
}

export interface SheetOrg {
  id: number;
  key: string;
  name: string;
  activeTo: string | null;
  /** Figures count once a reviewer has accepted them. */
  reviewed: boolean;
}

/** A sheet in which nothing is wrong by itself. */
export interface ReadSheet extends SheetRequest {
  org: SheetOrg;
  period: Period;
  figures: ReadFigure[];
  changes: ReadRegisterChange[];
}

/**
 * Reads sheets by themselves, before anything they are compared with: each is read, or the problem with all of its
 * faults. One writer an org from here to the end of the transaction. One query, whatever the number of sheets.
 */
export async function readSheets(
  unit: Unit,
  principal: Principal,
  requests: readonly SheetRequest[],
): Promise<{ sheets: (ReadSheet | Problem)[]; catalogue: Catalogue }> {
  const [, orgs, catalogue] = await Promise.all([
    planOnce(unit.tx),
    lockedOrgs(unit, requests),
    readCatalogue(unit),
  ]);
  const today = localDateOf(unit.now, unit.timeZone);
  const sheets = requests.map((request) => {
    try {
      return readSheet(request, { principal, today, orgs, catalogue });
    } catch (fault) {
      if (fault instanceof Problem) return fault;
      throw fault;
    }
  });
  return { sheets, catalogue };
}

interface Surroundings {
  principal: Principal;
  today: string;
  orgs: ReadonlyMap<string, SheetOrg>;
  catalogue: Catalogue;
}

function readSheet(request: SheetRequest, of: Surroundings): ReadSheet {
  const { body } = request;
  const { principal, catalogue, today } = of;
  if (body.historical && principal.role !== 'admin') {
    throw new Problem('roleNotAllowed', { params: { role: principal.role, needed: 'admin' } });
  }
  const org = of.orgs.get(body.org);
  if (!org && principal.orgId !== 0) throw new Problem('orgNotFound', { params: { org: body.org } });
  const faults: Fault[] = [];
  if (!org || org.id === 0) faults.push({ pointer: '/org', code: 'unknownOrg', params: { org: body.org } });
  const { period, faults: periodFaults } = readSheetPeriod(body, today);
  faults.push(...periodFaults);
  if (org?.activeTo && period && org.activeTo < `${period}-01`) {
    faults.push({ pointer: '/org', code: 'orgNotActive', params: { org: org.name, until: org.activeTo } });
  }
  const values = period
    ? readValues(body, period, { indicators: catalogue, today })
    : { figures: [], faults: [] };
  const register = readRegisterChanges(body, catalogue);
  faults.push(...values.faults, ...namesFaults(body, catalogue), ...register.faults);
  if (faults.length > 0 || !org || !period) throw new Problem('invalid', { faults });
  return { ...request, org, period, figures: values.figures, changes: register.changes };
}

/** Situations and confirmations speak of indicators that there are. */
function namesFaults(body: SubmissionBody, catalogue: Catalogue): Fault[] {
  return (['situations', 'confirmations'] as const).flatMap((list) =>
    (body[list] ?? []).flatMap(({ indicator }, position): Fault[] => {
      if (catalogue.has(indicator)) return [];
      const pointer = `/${list}/${position}/indicator`;
      return [{ pointer, code: 'unknownIndicator', params: { indicator } }];
    }),
  );
}

/** What a key looks like: nothing else is looked for. */
const KEY = /^[a-z0-9][a-z0-9-]*$/;

/** The orgs that sheets name, each locked for this transaction: revisions are numbered and compared one by one. */
async function lockedOrgs(
  unit: Unit,
  requests: readonly SheetRequest[],
): Promise<ReadonlyMap<string, SheetOrg>> {
  const keys = [...new Set(requests.map(({ body }) => body.org))].filter((key) => KEY.test(key));
  const rows = await unit.tx.execute<SheetOrg & Record<string, unknown>>(sql`
    SELECT o.id, o.key, o.name, o.active_to::text AS "activeTo", o.review = 'required' AS reviewed,
           -- In the order of their numbers: two batches never wait for each other in a circle. The number 0 of an org
           -- is intake's; judging locks its years.
           pg_advisory_xact_lock(o.id, 0)
    FROM (SELECT * FROM org WHERE key IN (SELECT jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb)) ORDER BY id) o`);
  return new Map(
    rows.map(({ id, key, name, activeTo, reviewed }) => [key, { id, key, name, activeTo, reviewed }]),
  );
}
