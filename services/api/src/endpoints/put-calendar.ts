import { CalendarBody } from '@xushi/protocol';
import { putCalendar } from '@xushi/registry';
import { endpoint, ok } from '../endpoint.js';
import { readYear } from '../query.js';

export const putCalendarEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/calendar/:year',
  tag: 'reference',
  act: 'setUp',
  summary: '载入放假安排 / Loads a year’s holidays and make-up days, or an org’s own days off',
  role: 'admin',
  body: CalendarBody,
  query: { org: 'key; the installation’s calendar where absent' },
  answers: { 200: 'the calendar’s version, and the deadlines it moved' },
  async handle({ unit, params, query, body }) {
    const year = readYear(params.year) ?? 0;
    return ok({ year, ...(await putCalendar(unit, { orgKey: query.org ?? 'all', year, body })) });
  },
});
