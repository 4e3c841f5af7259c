import { readContributions } from '@xushi/judgement';
import { endpoint, ok } from '../endpoint.js';
import { neededPeriod, neededWord, readMoment } from '../query.js';

export const listContributionsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/contributions',
  tag: 'judgement',
  summary: '拉动、贡献率和退库留基影响 / What each member contributes to the growth of an org',
  query: {
    org: 'key',
    period: 'YYYY-MM',
    indicator: 'key',
    asOf: 'ISO moment: as it was known then',
  },
  answers: { 200: 'the members’ contributions' },
  handle: async ({ unit, query }) =>
    ok(
      await readContributions(unit.tx, {
        org: neededWord(query.org, 'org'),
        period: neededPeriod(query.period),
        indicator: neededWord(query.indicator, 'indicator'),
        asOf: readMoment(query.asOf, 'asOf'),
      }),
    ),
});
