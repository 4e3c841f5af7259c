import { type OpenedFile, openFile, submitFile } from '@xushi/intake';
import { type Fault, FileSubmission, refuse, SubmissionBody } from '@xushi/protocol';
import { withOurKeys } from '@xushi/registry';
import { Type } from 'typebox';
import { endpoint, json } from '../endpoint.js';
import { formWithFile, type UploadedForm } from '../multipart.js';
import { ETAG } from '../parameters.js';
import { readWord } from '../query.js';
import { shapeFaults, type Violation } from '../shape-faults.js';

const FORM = formWithFile(['org', 'period']);

/** A form with its file opened. As JSON it is the form alone: the same request is known again by it. */
interface FileBody {
  form: UploadedForm;
  file: OpenedFile;
  shapeOf(body: unknown): Fault[];
  toJSON(): unknown;
}

export const submitFileEndpoint = endpoint({
  method: 'POST',
  path: '/v1/submissions/file',
  operationId: 'submitFile',
  tag: 'submissions',
  act: 'submit',
  summary: '以 Excel 或 CSV 报送 / Reports what a workbook or CSV file says; faults name its cells',
  query: { validate: { schema: Type.Boolean(), description: '只校验，不保存 / true: only checks' } },
  ifMatch: true,
  answers: {
    200: { ...json('nothing new, or only checked', FileSubmission), headers: ETAG },
    201: { ...json('the new revision', FileSubmission), headers: ETAG },
  },
  takes: {
    ...FORM,
    async read(request, payload): Promise<FileBody> {
      const form = await FORM.read(request, payload);
      const validate = request.compileValidationSchema(SubmissionBody);
      return {
        form,
        file: await openFile(form.file.bytes),
        shapeOf: (body) => (validate(body) ? [] : shapeFaults((validate.errors ?? []) as Violation[])),
        toJSON: () => form,
      };
    },
  },
  async handle({ unit, principal, body, ifMatch, language, query }) {
    const { form, file, shapeOf } = body as unknown as FileBody;
    const { value: said, faults } = await withOurKeys(unit.tx, { ...form.fields });
    refuse(faults);
    const store = readWord(query.validate, { name: 'validate', words: ['true', 'false'] }) !== 'true';
    const { org = null, period = null } = said as Record<string, string | undefined>;
    const request = { principal, file, org, period, ifMatch, language, store, shapeOf };
    const { created, answer } = await submitFile(unit, request);
    return { status: created ? 201 : 200, body: answer, headers: { etag: `"${answer.revision}"` } };
  },
});
