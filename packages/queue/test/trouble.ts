import { performance } from 'node:perf_hooks';
import type { Test } from 'tap';
import type { TestBackend } from './backends.js';
import { createAnswers, newPrefix, open, ringUntil, until } from './support.js';

/** What becomes of rings when the server they are kept on is lost, for a while or with all it kept. */
export async function troubleTests(t: Test, backend: TestBackend): Promise<void> {
  const { options, outage } = backend;

  await t.test('a queue that loses everything while it runs goes on', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    const answers = createAnswers();
    await bells.listen({ service: 'evaluator', reactors: ['judge'], concurrency: 2, ...answers });
    for (let n = 0; n < 3; n += 1) {
      await ringUntil(() => bells.ring('judge'), answers.next('judge'));
      await backend.lose();
    }
    await ringUntil(() => bells.ring('judge'), answers.next('judge'));
    await bells.ping();
    await until(async () => (await bells.waiting('evaluator')) === 0);
  });

  await t.test('a queue that loses what is being answered goes on', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    let finish: () => void = () => undefined;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const answers = createAnswers(() => work);
    await bells.listen({ service: 'evaluator', reactors: ['judge'], concurrency: 1, ...answers });
    await ringUntil(() => bells.ring('judge'), answers.next('judge'));
    await backend.lose();
    const again = answers.next('judge');
    finish();
    await ringUntil(() => bells.ring('judge'), again);
    t.ok(answers.count('judge') >= 2);
  });

  const skip = outage ? false : 'the server is not ours to stop';
  await t.test('rings during an outage cost nothing, and after it answers go on', { skip }, async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    const answers = createAnswers();
    await bells.listen({ service: 'evaluator', reactors: ['judge'], concurrency: 2, ...answers });
    await ringUntil(() => bells.ring('judge'), answers.next('judge'));

    await outage?.begin();
    const begin = performance.now();
    for (let n = 0; n < 1_000; n += 1) bells.ring('judge');
    t.ok(performance.now() - begin < 100, 'a ring never waits');
    await t.rejects(bells.ping());
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    t.ok(bells.logged.length > 0, 'it is written down');
    t.ok(bells.logged.length < 30, `but not over and over: ${bells.logged.length}`);
    await outage?.end();

    const back = performance.now();
    await ringUntil(() => bells.ring('judge'), answers.next('judge'));
    t.comment(`answers again ${Math.round(performance.now() - back)} ms after the end of the outage`);
    await bells.ping();
  });

  await t.test(
    'listening and stopping during an outage ends, and leaves nothing behind',
    { skip },
    async (t) => {
      const bells = await open(t, { backend: options, prefix: newPrefix() });
      const before = await bells.listen({
        service: 'evaluator',
        reactors: ['judge'],
        concurrency: 1,
        answer: async () => undefined,
      });
      await outage?.begin();
      const during = await bells.listen({
        service: 'notifier',
        reactors: ['plan'],
        concurrency: 1,
        answer: async () => undefined,
      });
      const begin = performance.now();
      await Promise.all([before.stop(), during.stop()]);
      await bells.close();
      t.ok(performance.now() - begin < 8_000, `stopped after ${Math.round(performance.now() - begin)} ms`);
      await outage?.end();
    },
  );

  await t.test('a worker that began during an outage answers after it', { skip }, async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    await outage?.begin();
    const answers = createAnswers();
    await bells.listen({ service: 'evaluator', reactors: ['judge'], concurrency: 1, ...answers });
    await outage?.end();
    await ringUntil(() => bells.ring('judge'), answers.next('judge'));
    t.equal(answers.count('judge') > 0, true);
  });

  await t.test('rings nobody answers do not pile up', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    let most = 0;
    for (let round = 0; round < 400; round += 1) {
      bells.ring('judge');
      bells.ring('rank');
      await new Promise((resolve) => setTimeout(resolve, 6));
      if (round % 50 === 0) most = Math.max(most, await bells.waiting('evaluator'));
    }
    t.ok(most <= 1_300, `at most ${most}`);
  });
}
