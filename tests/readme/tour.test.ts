import { ADMIN_KEY, findProgram, temporaryFolder } from '@xushi/testing';
import t from 'tap';
import { startInstance } from './instance.js';
import { blocksOf, isAsShown, pageOf, type Step, stepsOf } from './pages.js';
import { openShell, type Shell } from './shell.js';

const missing = ['bash', 'curl'].filter((name) => !findProgram(name));

t.test(
  'the tour of the README does what it shows',
  { skip: missing.length > 0 && `the tour needs ${missing.join(' and ')}, which this machine has not` },
  async (t) => {
    const url = await startInstance(t);
    const shell = openShell({ cwd: temporaryFolder(t), env: { XUSHI_URL: url, XUSHI_KEY: ADMIN_KEY } });
    t.teardown(() => shell.close());
    const steps = blocksOf(pageOf('README.md'), 'sh').flatMap(stepsOf);
    t.ok(steps.length > 30, 'the README has a tour');
    for (const step of steps) {
      const { code, output, complaints } = await attempt(shell, step);
      const name = step.commands.split('\n').at(-1)?.slice(0, 90) ?? '';
      if (step.expected.length > 0 && isAsShown(output, step.expected)) t.pass(name);
      else t.equal(output.trimEnd(), step.expected.join('\n'), name);
      t.equal(code, 0, `${name}: exit code`);
      t.equal(complaints, '', `${name}: nothing on standard error`);
    }
  },
);

const TRIES = 50;
const PAUSE_MS = 200;

/** Runs a step. One that only reads is read again until it shows what it should: what it reads of comes a moment later. */
async function attempt(shell: Shell, step: Step) {
  const reads = step.commands.startsWith('get ') || step.commands.startsWith('XUSHI_KEY=$CENTRE_KEY get ');
  const changes = step.commands.includes('-X DELETE');
  for (let tries = 1; ; tries += 1) {
    const ran = await shell.run(step.commands);
    if (!reads || changes || tries === TRIES || isAsShown(ran.output, step.expected)) return ran;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
