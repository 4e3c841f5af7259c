import { CalendarAnswer } from '@xushi/protocol';
import { readCalendar } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { OTHER_CALENDAR } from '../parameters.js';
import { readYear } from '../query.js';

export const getCalendarEndpoint = endpoint({
  method: 'GET',
  path: '/v1/calendar/:year',
  operationId: 'getCalendar',
  tag: 'reference',
  summary: '查询放假安排 / A year’s calendar',
  query: { org: OTHER_CALENDAR },
  answers: { 200: json('the calendar', CalendarAnswer) },
  handle: async ({ unit, params, query }) =>
    ok(await readCalendar(unit.tx, { orgKey: query.org ?? 'all', year: readYear(params.year) ?? 0 })),
});
