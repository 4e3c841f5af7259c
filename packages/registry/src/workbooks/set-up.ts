import type { Unit } from '@xushi/events';
import { IndicatorBody, OrgBody, TargetBody } from '@xushi/protocol';
import type { Workbook } from '@xushi/workbook';
import type { Form, SetUpKind } from './form.js';
import { HISTORY_FORM } from './history-form.js';
import { INDICATORS_FORM } from './indicators-form.js';
import type { RowOutcome, ShapeOf } from './load.js';
import { indicatorFlats, loadIndicators } from './load-indicators.js';
import { loadOrgs, orgFlats } from './load-orgs.js';
import { loadTargets, targetFlats } from './load-targets.js';
import { ORGS_FORM } from './orgs-form.js';
import type { FormRow } from './rows.js';
import { TARGETS_FORM } from './targets-form.js';
import { type Codes, formWorkbook } from './write-form.js';

const FORMS: Readonly<Record<SetUpKind, Form>> = {
  orgs: ORGS_FORM,
  indicators: INDICATORS_FORM,
  targets: TARGETS_FORM,
  history: HISTORY_FORM,
};

export const setUpForm = (kind: SetUpKind): Form => FORMS[kind];

/** The bodies of single calls that rows become, and what takes them in. */
const LOADERS = {
  orgs: { body: OrgBody, load: loadOrgs },
  indicators: { body: IndicatorBody, load: loadIndicators },
  targets: { body: TargetBody, load: loadTargets },
} as const satisfies Record<
  Exclude<SetUpKind, 'history'>,
  {
    body: object;
    load(unit: Unit, rows: readonly FormRow[], shapeOf: ShapeOf): Promise<RowOutcome[]>;
  }
>;

export const setUpLoader = (kind: keyof typeof LOADERS) => LOADERS[kind];

/** The workbook of a kind with what is there filled in; history is empty, to be filled in. */
export async function setUpWorkbook(
  { tx }: Unit,
  of: { kind: SetUpKind; under: string | null; year: number | null },
): Promise<Workbook> {
  const form = setUpForm(of.kind);
  const orgs = of.kind === 'indicators' ? [] : await orgFlats(tx, of.under);
  const indicators = of.kind === 'orgs' ? [] : await indicatorFlats(tx);
  const codes: Codes = {
    org: orgs.map(({ key, name }) => ({ key: key ?? '', name: name ?? '' })),
    indicator: indicators.map(({ key, name }) => ({ key: key ?? '', name: name ?? '' })),
  };
  const rows = {
    orgs: async () => orgs,
    indicators: async () => indicators,
    targets: () => targetFlats(tx, of),
    history: async () => [],
  };
  return formWorkbook(form, { rows: await rows[of.kind](), codes });
}
