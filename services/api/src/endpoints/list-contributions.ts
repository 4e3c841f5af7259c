import { readContributions } from '@xushi/judgement';
import { ContributionsAnswer } from '@xushi/protocol';
import { endpoint, json, ok } from '../endpoint.js';
import { AS_OF, INDICATOR, needed, ORG, PERIOD } from '../parameters.js';
import { neededPeriod, neededWord, readMoment } from '../query.js';

export const listContributionsEndpoint = endpoint({
  method: 'GET',
  path: '/v1/contributions',
  operationId: 'listContributions',
  tag: 'judgement',
  summary: '拉动、贡献率和退库留基影响 / What each member contributes to the growth of an org',
  query: { org: needed(ORG), period: needed(PERIOD), indicator: needed(INDICATOR), asOf: AS_OF },
  answers: { 200: json('the members’ contributions', ContributionsAnswer) },
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
