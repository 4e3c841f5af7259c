/** A request to the interface, of a process or of an installation in this one. */
export type Call = (
  method: string,
  url: string,
  body?: unknown,
) => Promise<{ status: number; body: Record<string, unknown> }>;

/** Business time of these tests: November's sheets are open and not yet overdue. */
export const NOW = '2017-12-05T09:00:00+08:00';

export const YEAR = 2017;

/** What a county has before its first park: two indicators, one of them in shares. */
export async function setUpCounty(call: Call): Promise<void> {
  await mustBe(call, 'PUT', '/v1/orgs/county', { name: '县', level: 'county', activeFrom: '2000-01-01' });
  await mustBe(call, 'PUT', '/v1/indicators/output', {
    name: '工业总产值',
    unit: '亿元',
    type: 'flow',
    decimals: 2,
    noJanuary: true,
  });
  await mustBe(call, 'PUT', '/v1/indicators/concentration', {
    name: '工业集中度',
    unit: '%',
    type: 'ratio',
    decimals: 2,
    noJanuary: true,
  });
}

/** A park with an output that is to reach 55 and a concentration that is to stand at 80. */
export async function setUpPark(call: Call, org: string): Promise<void> {
  await mustBe(call, 'PUT', `/v1/orgs/${org}`, { name: '园区', level: 'park', parent: 'county' });
  for (const target of [
    { indicator: 'output', value: '55', plan: { kind: 'linear' } },
    { indicator: 'concentration', value: '80' },
  ]) {
    await mustBe(call, 'POST', '/v1/targets', { org, year: YEAR, ...target });
  }
}

/** A sheet in which the output is on time and the concentration more than ten points short: one warning. */
export const laggingSheet = (org: string, period = `${YEAR}-11`) => ({
  org,
  period,
  source: 'estimate',
  values: [
    { indicator: 'output', value: '50.6' },
    { indicator: 'concentration', value: '69.81' },
  ],
});

/** A webhook that hears of the park; its secret. */
export async function registerWebhook(
  call: Call,
  org: string,
  url: string,
): Promise<{ id: string; secret: string }> {
  return (await mustBe(call, 'POST', '/v1/receivers', { name: org, channel: 'webhook', url, org })) as {
    id: string;
    secret: string;
  };
}

/** Calls, and fails where the answer is a refusal. */
export async function mustBe(
  call: Call,
  ...request: [method: string, url: string, body?: unknown]
): Promise<Record<string, unknown>> {
  const { status, body } = await call(...request);
  if (status < 200 || status > 299)
    throw new Error(`${request[0]} ${request[1]}: ${status} ${JSON.stringify(body)}`);
  return body;
}
