import { runCli } from './run.js';

// A pipe whose reader has gone (`| head`) is no fault of the command.
process.stdout.on('error', () => undefined);
process.exitCode = await runCli({
  arguments: process.argv.slice(2),
  stdin: process.stdin,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
