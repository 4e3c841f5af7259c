import type { Unit } from '@xushi/events';
import { takeIn } from '@xushi/intake';
import { type Fault, Problem, refuse, SetUpAnswer, SubmissionBody } from '@xushi/protocol';
import {
  atCell,
  type FormRow,
  HISTORY_FORM,
  type HistorySheet,
  historySheets,
  keyOf,
  type RowOutcome,
  readRows,
  type SetUpKind,
  type ShapeOf,
  setUpForm,
  setUpLoader,
} from '@xushi/registry';
import type { Principal } from '@xushi/store';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Answer, type Endpoint, json, openEndpoint } from './endpoint.js';
import { once } from './idempotency.js';
import { formWithFile, type UploadedForm } from './multipart.js';
import { readWord } from './query.js';
import { shapeFaults, type Violation } from './shape-faults.js';
import { readUploadedSheets } from './uploaded-sheets.js';

const MOST_FAULTS = 1000;

/** An endpoint that takes a set-up workbook of one kind: all of its rows or none, in one transaction. */
export const setUpFileEndpoint = (
  kind: SetUpKind,
  declared: Pick<Endpoint, 'path' | 'operationId' | 'summary' | 'wholeInstallation' | 'tag'>,
): Endpoint =>
  openEndpoint<UploadedForm>({
    ...declared,
    method: 'POST',
    act: 'setUp',
    role: 'admin',
    query: {
      validate: { schema: Type.Boolean(), description: '只检查，不保存 / true: checks only' },
    },
    answers: { 200: json('what became of every row', SetUpAnswer) },
    problems: [400, 413, 415],
    takes: formWithFile([]),
    async handleOpen({ context, principal, cause, query, request, idempotencyKey, body }) {
      const onlyChecks = readWord(query.validate, { name: 'validate', words: ['true', 'false'] }) === 'true';
      const { rows, faults } = readRows(await readUploadedSheets(body.file), setUpForm(kind));
      refuse(faults.slice(0, MOST_FAULTS));
      const work = async (unit: Unit): Promise<Answer> => {
        const outcomes =
          kind === 'history'
            ? await takeHistory(unit, { rows, principal, request })
            : await loadRows(unit, { kind, rows, request });
        return { status: 200, body: answerOf(outcomes) };
      };
      try {
        return await context.scoped(principal, cause, async (unit) => {
          if (onlyChecks) throw new OnlyChecked(await work(unit));
          if (idempotencyKey === null) return work(unit);
          const route = `POST ${request.url}`;
          return once(unit, { principal, route, idempotencyKey, body }, () => work(unit));
        });
      } catch (thrown) {
        if (thrown instanceof OnlyChecked) return thrown.answer;
        throw thrown instanceof Problem ? atMost(thrown) : thrown;
      }
    },
  });

/** Takes everything back that a check has written, and carries its answer out. */
class OnlyChecked extends Error {
  constructor(readonly answer: Answer) {
    super('only checked');
  }
}

const atMost = (problem: Problem): Problem =>
  problem.faults.length <= MOST_FAULTS
    ? problem
    : new Problem(problem.code, { faults: problem.faults.slice(0, MOST_FAULTS) });

function answerOf(rows: readonly RowOutcome[]) {
  const count = (wanted: RowOutcome['result']) => rows.filter(({ result }) => result === wanted).length;
  return { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), rows };
}

const shapeOfWith = (request: FastifyRequest, schema: object): ShapeOf => {
  const validate = request.compileValidationSchema(schema as Record<string, unknown>);
  return (given) => (validate(given) ? [] : shapeFaults((validate.errors ?? []) as Violation[]));
};

function loadRows(
  unit: Unit,
  of: { kind: Exclude<SetUpKind, 'history'>; rows: readonly FormRow[]; request: FastifyRequest },
): Promise<RowOutcome[]> {
  const { body, load } = setUpLoader(of.kind);
  return load(unit, of.rows, shapeOfWith(of.request, body));
}

/** So many sheets are compared with what is known at a time. */
const SHEETS_AT_ONCE = 200;

/** History comes in by the door of all figures: a sheet an org and month, all of them or none. */
async function takeHistory(
  unit: Unit,
  of: { rows: readonly FormRow[]; principal: Principal; request: FastifyRequest },
): Promise<RowOutcome[]> {
  const shapeOf = shapeOfWith(of.request, SubmissionBody);
  const sheets = await historySheets(unit, of.rows);
  refuse(sheets.flatMap((sheet) => shapeOf(sheet.body).map((fault) => inSheet(fault, sheet))));
  const results = new Map<FormRow, RowOutcome['result']>();
  const faults: Fault[] = [];
  for (let start = 0; start < sheets.length; start += SHEETS_AT_ONCE) {
    const part = sheets.slice(start, start + SHEETS_AT_ONCE);
    const requests = part.map(({ body }) => ({ body, ifMatch: null }));
    const taken = await takeIn(unit, requests, { principal: of.principal, store: true });
    for (const [position, outcome] of taken.entries()) {
      const sheet = part[position];
      if (!sheet) throw new Error('a sheet has an outcome');
      if (outcome instanceof Problem) faults.push(...faultsOf(outcome, sheet));
      else {
        const made = outcome.submission.revision === 1 ? 'created' : 'changed';
        for (const row of sheet.rows) results.set(row, outcome.created ? made : 'unchanged');
      }
    }
    if (faults.length > MOST_FAULTS) break;
  }
  refuse(faults);
  return sheets
    .flatMap((sheet) => sheet.rows)
    .map((row) => ({
      cell: row.at('org'),
      key: keyOf(row, HISTORY_FORM),
      result: results.get(row) ?? 'unchanged',
    }));
}

const faultsOf = ({ faults, code, params }: Problem, sheet: HistorySheet): Fault[] =>
  (faults.length > 0 ? faults : [{ pointer: '', code, params }]).map((fault) => inSheet(fault, sheet));

/** A fault of a sheet's body at the row of its value, else at the sheet's first row. */
function inSheet(fault: Fault, { rows }: HistorySheet): Fault {
  const [, position, rest = ''] = /^\/values\/(\d+)(.*)$/s.exec(fault.pointer) ?? [];
  const row = rows[Number(position ?? 0)];
  if (!row) throw new Error('a sheet has rows');
  return atCell(
    position === undefined ? fault : { ...fault, pointer: rest === '' ? '/indicator' : rest },
    row,
    HISTORY_FORM,
  );
}
