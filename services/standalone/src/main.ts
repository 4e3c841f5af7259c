import { readConfig, rootCause, stopOnSignals } from '@xushi/platform';
import { runStandalone } from './run.js';

const once = process.argv.includes('--once');
try {
  const standalone = await runStandalone({
    config: readConfig(),
    print: (line) => process.stdout.write(`${line}\n`),
  });
  if (once) {
    await standalone.stop();
    if (!standalone.complete)
      process.stderr.write('xushi: the main job was not done whole: see the lines above\n');
    process.exit(standalone.complete ? 0 : 1);
  }
  stopOnSignals(standalone, (fault) => process.stderr.write(`xushi: ${rootCause(fault).message}\n`));
} catch (fault) {
  process.stderr.write(`xushi: ${rootCause(fault).message}\n`);
  process.exit(1);
}
