import { formTitle, readSubmissionForm, submissionWorkbook } from '@xushi/intake';
import { writeWorkbook } from '@xushi/workbook';
import { attachment, DISPOSITION } from '../attachment.js';
import { endpoint } from '../endpoint.js';
import { needed, ORG, PERIOD } from '../parameters.js';
import { neededPeriod, neededWord } from '../query.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const getSubmissionTemplateEndpoint = endpoint({
  method: 'GET',
  path: '/v1/templates/submission.xlsx',
  operationId: 'getSubmissionTemplate',
  tag: 'submissions',
  summary: '报送表（XLSX） / The sheet of an org and a period, to be filled in and sent back',
  query: { org: needed(ORG), period: needed(PERIOD) },
  answers: { 200: { description: 'XLSX to fill in', contentType: XLSX, headers: DISPOSITION } },
  async handle({ unit, query }) {
    const [org, period] = [neededWord(query.org, 'org'), neededPeriod(query.period)];
    const form = await readSubmissionForm(unit, { org, period });
    const plain = `submission-${form.org.key}-${period}.xlsx`;
    return {
      status: 200,
      headers: {
        ...{ 'content-type': XLSX, 'x-content-type-options': 'nosniff' },
        'content-disposition': attachment({ plain, name: `${formTitle(form)}.xlsx` }),
      },
      body: writeWorkbook(submissionWorkbook(form)),
    };
  },
});
