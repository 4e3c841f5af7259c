import { performance } from 'node:perf_hooks';
import type { Test } from 'tap';
import type { TestBackend } from './backends.js';
import { createAnswers, newPrefix, open, until } from './support.js';

/** What ringing and answering promise, whatever keeps the rings. */
export async function ringingTests(t: Test, backend: TestBackend): Promise<void> {
  const { options } = backend;

  await t.test('a ring of one process is answered in another', async (t) => {
    const prefix = newPrefix();
    const api = await open(t, { backend: options, prefix });
    const evaluator = await open(t, { backend: options, prefix });
    const answers = createAnswers();
    await evaluator.listen({ service: 'evaluator', reactors: ['judge', 'rank'], concurrency: 2, ...answers });
    const judged = answers.next('judge');
    api.ring('judge');
    await judged;
    const ranked = answers.next('rank');
    api.ring('rank');
    await ranked;
    await until(async () => (await api.waiting('evaluator')) === 0);
    t.same([answers.count('judge'), answers.count('rank')], [1, 1], 'each once');
    t.same([...api.logged, ...evaluator.logged], []);
  });

  await t.test('rings within five milliseconds are two at most, and the last is never lost', async (t) => {
    const api = await open(t, { backend: options, prefix: newPrefix() });
    for (let n = 0; n < 1_000; n += 1) api.ring('plan');
    await until(async () => (await api.waiting('notifier')) > 0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    t.ok((await api.waiting('notifier')) <= 2, 'the first at once, one for all the others');

    const answers = createAnswers();
    await api.listen({ service: 'notifier', reactors: ['plan'], concurrency: 1, ...answers });
    await until(async () => (await api.waiting('notifier')) === 0);
    t.ok(answers.count('plan') >= 1, 'what was rung before anybody listened is answered');
  });

  await t.test('an answer that fails is written down, and the next ring tries again', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    let failures = 1;
    const answers = createAnswers(async () => {
      if (failures-- > 0) throw new Error('no luck');
    });
    await bells.listen({ service: 'evaluator', reactors: ['judge'], concurrency: 1, ...answers });
    for (let n = 0; n < 2; n += 1) {
      const answered = answers.next('judge');
      bells.ring('judge');
      await answered;
    }
    await until(async () => (await bells.waiting('evaluator')) === 0);
    t.equal(answers.count('judge'), 2);
    t.same(bells.logged, ['reactor judge: no luck']);
  });

  await t.test('what nobody here answers is written down, not thrown', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    bells.ring('unheard-of');
    t.match(bells.logged, [/unheard-of/]);
    await t.rejects(
      bells.listen({
        service: 'notifier',
        reactors: ['judge'],
        concurrency: 1,
        answer: async () => undefined,
      }),
      { code: 'queueMisnamed', message: /its rings go to evaluator/ },
    );
    await bells.listen({
      service: 'evaluator',
      reactors: ['rank'],
      concurrency: 1,
      answer: async () => undefined,
    });
    bells.ring('judge');
    await until(() => bells.logged.length === 2);
    t.match(bells.logged[1], /rung for judge, which is not answered here/);
  });

  await t.test('as many answers at once as was asked for', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    let running = 0;
    let most = 0;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answers = createAnswers(async () => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
    });
    for (let rung = 1; rung <= 4; rung += 1) {
      bells.ring(rung % 2 ? 'judge' : 'rank');
      await until(async () => (await bells.waiting('evaluator')) === rung);
    }
    await bells.listen({ service: 'evaluator', reactors: ['judge', 'rank'], concurrency: 2, ...answers });
    await until(() => running === 2);
    release();
    await until(async () => (await bells.waiting('evaluator')) === 0);
    t.equal(most, 2);
    t.same([answers.count('judge'), answers.count('rank')], [2, 2]);
  });

  await t.test('stopping waits for what is being answered, and is prompt where nothing is', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    let finish: () => void = () => undefined;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const answers = createAnswers(() => work);
    const listener = await bells.listen({
      service: 'evaluator',
      reactors: ['judge'],
      concurrency: 1,
      ...answers,
    });
    const answered = answers.next('judge');
    bells.ring('judge');
    await answered;
    let stopped = false;
    const stopping = listener.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    t.notOk(stopped);
    finish();
    await stopping;
    await listener.stop();
    t.equal(await bells.waiting('evaluator'), 0);

    bells.ring('judge');
    await until(async () => (await bells.waiting('evaluator')) === 1);
    t.equal(answers.count('judge'), 1, 'a stopped listener answers nothing');

    const idle = await bells.listen({ service: 'notifier', reactors: ['plan'], concurrency: 4, ...answers });
    const begin = performance.now();
    await idle.stop();
    t.ok(performance.now() - begin < 1_000, 'prompt');
    t.same(bells.logged, []);
  });

  await t.test('closing stops listeners, and may be done twice', async (t) => {
    const bells = await open(t, { backend: options, prefix: newPrefix() });
    await bells.ping();
    await bells.listen({
      service: 'notifier',
      reactors: ['plan'],
      concurrency: 1,
      answer: async () => undefined,
    });
    await Promise.all([bells.close(), bells.close()]);
    await bells.close();
    bells.ring('plan');
    await t.rejects(bells.ping());
    await t.rejects(
      bells.listen({
        service: 'notifier',
        reactors: ['plan'],
        concurrency: 1,
        answer: async () => undefined,
      }),
      { code: 'queueClosed' },
    );
    t.same(bells.logged, []);
  });
}
