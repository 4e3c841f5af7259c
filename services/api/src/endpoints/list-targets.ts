import { PageOf, readPage, TargetAnswer } from '@xushi/protocol';
import { listTargets } from '@xushi/registry';
import { Type } from 'typebox';
import { endpoint, json, ok } from '../endpoint.js';
import { ORG, PAGE, UNDER, YEAR } from '../parameters.js';
import { readYear } from '../query.js';

export const listTargetsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/targets',
  operationId: 'listTargets',
  tag: 'reference',
  summary: '目标列表 / Targets, with all versions where history=true',
  query: {
    org: ORG,
    under: UNDER,
    year: YEAR,
    history: { schema: Type.Boolean(), description: '含全部版本 / with all versions' },
    ...PAGE,
  },
  answers: { 200: json('a page of targets', PageOf(TargetAnswer)) },
  handle: async ({ unit, query }) =>
    ok(
      await listTargets(unit.tx, {
        ...readPage(query),
        org: query.org ?? null,
        under: query.under ?? null,
        year: readYear(query.year),
        history: query.history === 'true',
      }),
    ),
});
