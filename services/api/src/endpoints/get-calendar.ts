import { readCalendar } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';
import { readYear } from '../query.js';

export const getCalendarEndpoint = endpoint({
  method: 'GET',
  path: '/v1/calendar/:year',
  tag: 'reference',
  summary: '查询放假安排 / A year’s calendar',
  query: { org: 'key; the installation’s calendar where absent' },
  answers: { 200: 'the calendar' },
  handle: async ({ unit, params, query }) =>
    ok(await readCalendar(unit.tx, { orgKey: query.org ?? 'all', year: readYear(params.year) ?? 0 })),
});
