import type { Unit } from '@xushi/events';
import { type Fault, type Language, Problem, type SubmissionAnswer } from '@xushi/protocol';
import type { Principal } from '@xushi/store';
import { sql } from 'drizzle-orm';
import { readCatalogue } from '../catalogue.js';
import { submit, validate } from '../submit.js';
import { indicatorNames } from './names.js';
import type { OpenedFile } from './open-file.js';
import { cellOf, type IgnoredCell } from './places.js';
import { readFile, type SubmissionFile } from './read-file.js';

export interface FileRequest {
  principal: Principal;
  file: OpenedFile;
  /** Said beside the file, our keys; null: the file says it. */
  org: string | null;
  period: string | null;
  ifMatch: number | null;
  language: Language;
  /** False: only checks. */
  store: boolean;
  /** What of a body does not fit the shape of a submission. */
  shapeOf(body: unknown): Fault[];
}

/** What of a file was read, and what of it was passed over. */
export interface FileSummary {
  sheet: string;
  encoding: string | null;
  /** Figures. */
  read: number;
  ignored: IgnoredCell[];
}

export interface FileOutcome {
  created: boolean;
  answer: Omit<SubmissionAnswer, 'id'> & { id: string | null; file: FileSummary };
}

/**
 * Takes in what a file says, as `submit` does; pointers of faults and findings name its cells (`/sheets/报送表/C7`). Two
 * queries more than `submit`. Throws `Problem` with every fault, those of cells and those of figures.
 */
export async function submitFile(unit: Unit, request: FileRequest): Promise<FileOutcome> {
  const [catalogue, codes, orgs] = await Promise.all([
    readCatalogue(unit),
    unit.tx.execute<{ code: string; indicatorId: number }>(sql`
      SELECT DISTINCT code, means_indicator_id AS "indicatorId" FROM alias WHERE kind = 'indicator'`),
    unit.tx.execute<{ key: string; name: string }>(sql`SELECT key, name FROM org WHERE id <> 0`),
  ]);
  const { org, period, principal, ifMatch, language } = request;
  const names = indicatorNames(catalogue.values(), codes);
  const read = readFile(request.file, { catalogue, names, orgs, org, period });
  const sheet = { principal, ifMatch, language, body: read.body };
  const mayCheck = read.body.org !== '' && read.body.period !== '' && read.body.values.length > 0;
  const shape = mayCheck ? request.shapeOf(read.body).map((fault) => inFile(fault, read)) : [];
  const found = [...read.faults, ...shape];
  if (found.length > 0) {
    const further = mayCheck && shape.length === 0 ? await faultsOf(unit, sheet) : [];
    throw new Problem('invalid', { faults: [...found, ...further.map((fault) => inFile(fault, read))] });
  }
  try {
    const outcome = request.store
      ? await submit(unit, sheet)
      : { created: false, answer: await validate(unit, sheet) };
    const findings = outcome.answer.findings.map((finding) => inFile(finding, read));
    return {
      created: outcome.created,
      answer: { ...outcome.answer, findings, file: summaryOf(read, request) },
    };
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.faults.length === 0) throw problem;
    const { code, params, headers } = problem;
    const faults = problem.faults.map((fault) => inFile(fault, read));
    throw new Problem(code, { params, headers, faults });
  }
}

/** The faults of what could be read, beside those of cells that could not. */
async function faultsOf(unit: Unit, sheet: Parameters<typeof validate>[1]): Promise<Fault[]> {
  try {
    await validate(unit, sheet);
    return [];
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'invalid') return problem.faults;
    throw problem;
  }
}

const inFile = <T extends { pointer: string }>(said: T, { cells }: SubmissionFile): T => ({
  ...said,
  pointer: cellOf(said.pointer, cells),
});

const summaryOf = ({ sheet, body, ignored }: SubmissionFile, { file }: FileRequest): FileSummary => ({
  ...{ sheet, encoding: file.encoding, read: body.values.length },
  ignored: ignored.slice(0, 200),
});
