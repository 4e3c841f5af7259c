import { type SetUpKind, setUpForm, setUpWorkbook } from '@xushi/registry';
import { writeWorkbook } from '@xushi/workbook';
import { attachment, DISPOSITION } from './attachment.js';
import { type Endpoint, endpoint } from './endpoint.js';
import { UNDER, YEAR } from './parameters.js';
import { readYear } from './query.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An endpoint that gives out the set-up workbook of one kind, with what is there filled in. */
export const setUpTemplateEndpoint = (
  kind: SetUpKind,
  declared: Pick<Endpoint, 'path' | 'operationId' | 'summary' | 'tag'>,
): Endpoint =>
  endpoint({
    ...declared,
    method: 'GET',
    query: {
      ...(kind === 'indicators' ? {} : { under: UNDER }),
      ...(kind === 'targets' ? { year: YEAR } : {}),
    },
    answers: { 200: { description: 'XLSX', contentType: XLSX, headers: DISPOSITION } },
    async handle({ unit, query }) {
      const workbook = await setUpWorkbook(unit, {
        kind,
        under: query.under ?? null,
        year: readYear(query.year),
      });
      return {
        status: 200,
        headers: {
          'content-type': XLSX,
          'content-disposition': attachment({ plain: `${kind}.xlsx`, name: `${setUpForm(kind).title}.xlsx` }),
          'x-content-type-options': 'nosniff',
        },
        body: writeWorkbook(workbook),
      };
    },
  });
