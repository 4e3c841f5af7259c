import { LIGHTS } from '@xushi/domain';
import { Id, OneOf, Period, Slug } from '@xushi/protocol';
import { Type } from 'typebox';
import type { QueryParameter } from './endpoint.js';

/** Parameters that several endpoints take. What a text of them says is read in query.ts and `readPage`. */
export const ORG: QueryParameter = { schema: Slug, description: '单位 / key of an org' };
export const UNDER: QueryParameter = {
  schema: Slug,
  description: '单位及其下级 / key of an org: all of its subtree',
};
export const INDICATOR: QueryParameter = { schema: Slug, description: '指标 / key of an indicator' };
export const PERIOD: QueryParameter = {
  schema: Period,
  description: '期次 / YYYY-MM, January to that month',
};
export const YEAR: QueryParameter = {
  schema: Type.Integer({ minimum: 1900, maximum: 2100 }),
  description: '年份 / YYYY',
};
export const LIGHT: QueryParameter = { schema: OneOf(LIGHTS), description: '灯色 / the light' };
export const AS_OF: QueryParameter = {
  schema: Type.String({ format: 'date-time' }),
  description: '截至该时刻所知 / as it was known at this moment',
};
export const OTHER_CALENDAR: QueryParameter = {
  schema: Slug,
  description: '单位；不填为全辖 / key of an org; the installation’s calendar where absent',
};

/** A list’s page. */
export const PAGE = {
  limit: {
    schema: Type.Integer({ minimum: 1, maximum: 500 }),
    description: '每页条数，默认 100 / rows of a page; 100 where absent',
  },
  cursor: { schema: Type.String(), description: '上一页的 nextCursor / nextCursor of the page before' },
} satisfies Record<string, QueryParameter>;

/** A short list’s page: without `limit` all of it. */
export const WHOLE_PAGE = {
  ...PAGE,
  limit: { ...PAGE.limit, description: '每页条数，不填为全部 / rows of a page; all where absent' },
} satisfies Record<string, QueryParameter>;

export const needed = (parameter: QueryParameter): QueryParameter => ({ ...parameter, required: true });

/** What a path may hold, by the name of its part. */
export const PATH_PARTS: Readonly<Record<string, QueryParameter>> = {
  id: { schema: Id, description: '编号 / the id' },
  key: { schema: Slug, description: '代码 / the key' },
  year: YEAR,
  format: { schema: OneOf(['html', 'json'] as const), description: '格式 / the format' },
};
