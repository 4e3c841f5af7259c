import { CalendarBody, CalendarVersion } from '@xushi/protocol';
import { putCalendar } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';
import { OTHER_CALENDAR } from '../parameters.js';
import { readYear } from '../query.js';

export const putCalendarEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/calendar/:year',
  operationId: 'putCalendar',
  tag: 'reference',
  act: 'setUp',
  summary: '载入放假安排 / Loads a year’s holidays and make-up days, or an org’s own days off',
  role: 'admin',
  body: CalendarBody,
  query: { org: OTHER_CALENDAR },
  answers: { 200: json('the calendar’s version, and the deadlines it moved', CalendarVersion) },
  async handle({ unit, params, query, body }) {
    const year = readYear(params.year) ?? 0;
    return ok({ year, ...(await putCalendar(unit, { orgKey: query.org ?? 'all', year, body })) });
  },
});
