import { IndicatorBody, PutIndicatorAnswer } from '@xushi/protocol';
import { putIndicator } from '@xushi/registry';
import { endpoint, json, putAnswer } from '../endpoint.js';

export const putIndicatorEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/indicators/:key',
  operationId: 'putIndicator',
  tag: 'reference',
  act: 'setUp',
  summary: '建立或修改指标 / Creates or replaces a catalogue indicator',
  role: 'admin',
  wholeInstallation: true,
  body: IndicatorBody,
  answers: { 200: json('changed', PutIndicatorAnswer), 201: json('created', PutIndicatorAnswer) },
  async handle({ unit, params, body }) {
    const key = params.key ?? '';
    return putAnswer(await putIndicator(unit, key, body), { key, ...body });
  },
});
