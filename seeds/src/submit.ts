import type { BodyOf, Client, JsonText, Operation } from '@xushi/client';
import { groupBy } from '@xushi/platform';
import type { FigureSeed, OutlookSeed, PlaceSeeds, RegisterSeed } from './read-seeds.js';

type SheetBody = Exclude<BodyOf<Operation<'/v1/submissions', 'post'>>, JsonText>;
type Value = SheetBody['values'][number];
type Change = NonNullable<SheetBody['adjustments']>[number];

/** What one org reports for one period in one go. */
interface Sheet {
  org: string;
  period: string;
  source: FigureSeed['grade'];
  historical: boolean;
  values: Value[];
  adjustments: Change[];
}

/**
 * Submits a place's figures as its parks would have, one sheet an org, period and grade, outlooks and register changes
 * with them. `asHistory` loads all of them as history: judged, and told to nobody. A sheet that is there already makes
 * no revision. Answers how many sheets there were.
 */
export async function submitFigures(
  client: Client,
  seeds: PlaceSeeds,
  options: { asHistory: boolean },
): Promise<number> {
  const sheets = sheetsOf(seeds);
  for (const { historical, adjustments, ...sheet } of sheets) {
    await client.post('/v1/submissions', {
      ...sheet,
      ...(historical || options.asHistory ? { historical: true } : {}),
      ...(adjustments.length > 0 ? { adjustments } : {}),
    });
  }
  return sheets.length;
}

function sheetsOf({ figures, outlooks, register }: PlaceSeeds): Sheet[] {
  const groups = groupBy(
    figures,
    ({ org, period, grade, historical }) => `${org} ${period} ${grade} ${historical}`,
  );
  const sheets = [...groups.values()].flatMap((rows): Sheet[] => {
    const [first] = rows;
    if (!first) return [];
    const { org, period, grade, historical } = first;
    return [{ org, period, source: grade, historical, values: rows.map(submittedValue), adjustments: [] }];
  });
  for (const outlook of outlooks) {
    // Of a period without figures an outlook is all that the sheet says.
    const sheet = sheets.find((each) => isOf(outlook, each)) ?? emptySheet(outlook);
    if (!sheets.includes(sheet)) sheets.push(sheet);
    const value = sheet.values.find(({ indicator }) => indicator === outlook.indicator);
    const { indicator, fullYear, reason, note } = outlook;
    const said = { ...(note === null ? {} : { note }), outlook: { fullYear, reason } };
    if (value) Object.assign(value, said);
    else sheet.values.push({ indicator, ...said });
  }
  for (const change of register) {
    const sheet = sheets.find((each) => isOf(change, each));
    if (!sheet)
      throw new RangeError(`no sheet of ${change.org} ${change.period} to send its register change with`);
    sheet.adjustments.push(submittedChange(change));
  }
  return sheets;
}

const isOf = (row: { org: string; period: string }, sheet: Sheet): boolean =>
  row.org === sheet.org && row.period === sheet.period;

const emptySheet = ({ org, period }: OutlookSeed): Sheet => ({
  org,
  period,
  source: 'estimate',
  historical: false,
  values: [],
  adjustments: [],
});

const submittedValue = ({ indicator, value, yoy, unit, note }: FigureSeed): Value => ({
  indicator,
  ...(value === null ? {} : { value }),
  ...(yoy === null ? {} : { yoy }),
  ...(unit === null ? {} : { unit }),
  ...(note === null ? {} : { note }),
});

const submittedChange = ({ indicator, kind, firms, base, value, note }: RegisterSeed): Change => ({
  indicator,
  kind,
  ...(firms === null ? {} : { firms }),
  ...(base === null ? {} : { base }),
  ...(value === null ? {} : { value }),
  ...(note === null ? {} : { note }),
});
