import { IndicatorBody } from '@xushi/protocol';
import { putIndicator } from '@xushi/registry';
import { endpoint, putAnswer } from '../endpoint.js';

export const putIndicatorEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/indicators/:key',
  tag: 'reference',
  act: 'setUp',
  summary: '建立或修改指标 / Creates or replaces a catalogue indicator',
  role: 'admin',
  wholeInstallation: true,
  body: IndicatorBody,
  answers: { 200: 'changed', 201: 'created' },
  async handle({ unit, params, body }) {
    const key = params.key ?? '';
    return putAnswer(await putIndicator(unit, key, body), { key, ...body });
  },
});
