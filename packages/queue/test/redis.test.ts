import t from 'tap';
import { openDoorbells } from '../src/index.js';
import { redisBackend } from './backends.js';
import { ringingTests } from './ringing.js';
import { createAnswers, newPrefix, open, routes } from './support.js';
import { troubleTests } from './trouble.js';

t.test('rings kept on Redis', async (t) => {
  const backend = await redisBackend(t);
  if (!backend) return;
  const { options } = backend;
  await ringingTests(t, backend);
  await troubleTests(t, backend);

  await t.test('one prefix does not hear another', async (t) => {
    const one = await open(t, { backend: options, prefix: newPrefix() });
    const other = await open(t, { backend: options, prefix: newPrefix() });
    const answers = createAnswers();
    await other.listen({ service: 'evaluator', reactors: ['judge', 'rank'], concurrency: 1, ...answers });
    one.ring('judge');
    const answered = answers.next('rank');
    other.ring('rank');
    await answered;
    t.equal(answers.count('judge'), 0);
    t.equal(await one.waiting('evaluator'), 1);
  });
});

t.test('a Redis that is not there is told', async (t) => {
  const log = () => undefined;
  const backend = { kind: 'redis', url: 'redis://127.0.0.1:1' } as const;
  await t.rejects(openDoorbells({ backend, prefix: newPrefix(), routes, log }), {
    code: 'queueUnreachable',
    message: /ECONNREFUSED.*check REDIS_URL/,
  });
});
