import { Type } from 'typebox';
import { closed, OneOf } from '../values.js';
import { Count, Whole } from './shapes.js';

/** What a set-up workbook came to, row by row. */
export const SetUpAnswer = Whole('SetUp', {
  created: Count,
  changed: Count,
  unchanged: Count,
  rows: Type.Array(
    Type.Object(
      {
        /** Sheet and cell of the row’s key. */
        cell: Type.String({ description: '/sheets/{sheet}/{cell}' }),
        key: Type.String({ description: 'what the row is of' }),
        result: OneOf(['created', 'changed', 'unchanged'] as const),
      },
      closed,
    ),
  ),
});
