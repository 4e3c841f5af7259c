import type { Readable } from 'node:stream';
import { LineAnswer, SubmissionBody } from '@xushi/protocol';
import { Type } from 'typebox';
import { BOUNDS, piecesInTime, takeYourTime } from '../bounds.js';
import { answersAsTheyCome, answersToAll } from '../bulk/answer-lines.js';
import type { BulkCaller } from '../bulk/caller.js';
import { openEndpoint } from '../endpoint.js';
import { readWord } from '../query.js';
import { shapeFaults, type Violation } from '../shape-faults.js';

export const submitBulkEndpoint = openEndpoint<Readable>({
  method: 'POST',
  path: '/v1/submissions/bulk',
  operationId: 'submitBulk',
  tag: 'submissions',
  act: 'submit',
  summary: '批量报送，每行一份 / Many sheets, one a line of NDJSON; one answer a line, in order',
  query: {
    atomic: { schema: Type.Boolean(), description: '全部或全不 / true: all lines or none' },
  },
  answers: {
    200: {
      description: 'one line of JSON (LineAnswer) for each line that was sent, in order',
      contentType: 'application/x-ndjson',
      body: LineAnswer,
    },
  },
  takes: {
    types: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
    async read(request, payload) {
      takeYourTime(request);
      return payload;
    },
  },
  async handleOpen({ context, principal, cause, language, query, request, idempotencyKey, body }) {
    const validate = request.compileValidationSchema(SubmissionBody);
    const caller: BulkCaller = {
      ...{ context, principal, cause, language, idempotencyKey, requestId: request.id },
      shapeOf: (given) => (validate(given) ? [] : shapeFaults((validate.errors ?? []) as Violation[])),
    };
    const pieces = piecesInTime(body, BOUNDS.requestMs);
    const whole = readWord(query.atomic, { name: 'atomic', words: ['true', 'false'] }) === 'true';
    const answers = whole ? await answersToAll(caller, pieces) : answersAsTheyCome(caller, pieces);
    return {
      status: 200,
      body: answers,
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
    };
  },
});
