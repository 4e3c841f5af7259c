import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openInstallation } from '@xushi/testing';
import t from 'tap';
import { LINT_EXCEPTIONS } from './lint-exceptions.js';

t.test('/openapi.json passes the recommended rules of a linter, warnings included', async (t) => {
  const { call } = await openInstallation(t, { at: '2021-10-08T09:00:00+08:00' });
  const { status, body } = await call('GET', '/openapi.json');
  t.equal(status, 200);
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: JSON.stringify(body), config });
  const problems = found.map(({ ruleId, message, location }) => ({
    rule: ruleId,
    at: location[0]?.pointer ?? '',
    message,
  }));
  const isException = ({ rule, at }: { rule: string; at: string }) =>
    LINT_EXCEPTIONS.some((exception) => exception.rule === rule && exception.at === at);
  t.same(
    problems.filter((problem) => !isException(problem)),
    [],
  );
  t.same(
    LINT_EXCEPTIONS.filter(({ rule, at }) => !problems.some((one) => one.rule === rule && one.at === at)),
    [],
    'an exception that nothing needs any more',
  );
});

t.test('the linter finds what is wrong', async (t) => {
  const config = await createConfig({ extends: ['recommended'] });
  const source = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: { '/a/{id}': { get: { responses: { 200: { description: 'a' } } } } },
  });
  const found = (await lintFromString({ source, config })).map(({ ruleId }) => ruleId);
  for (const rule of ['path-parameters-defined', 'operation-operationId', 'security-defined'])
    t.ok(found.includes(rule), rule);
});
