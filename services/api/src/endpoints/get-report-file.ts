import { ReportFile } from '@xushi/protocol';
import { getReportFile } from '@xushi/reports';
import { endpoint } from '../endpoint.js';
import { readId } from '../query.js';

export const getReportFileEndpoint = endpoint({
  method: 'GET',
  path: '/v1/reports/:id/report.:format',
  operationId: 'getReportFile',
  tag: 'reports',
  summary: '下载材料（html、json） / A report’s rendered file',
  answers: {
    200: { description: 'the file', contentType: ['text/html', 'application/json'], body: ReportFile },
  },
  problems: [409],
  async handle({ unit, params }) {
    const file = await getReportFile(unit.tx, readId(params.id), params.format ?? '');
    return {
      status: 200,
      body: file.content,
      headers: {
        'content-type': file.contentType,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      },
    };
  },
});
