import { type ParseArgsConfig, parseArgs } from 'node:util';
import { createClient } from '@xushi/client';
import { readCallerConfig, XushiError } from '@xushi/platform';
import type { Language } from '@xushi/protocol';
import { type Command, type Said, UsageFault } from './command.js';
import { alertsCommand } from './commands/alerts.js';
import { statusCommand } from './commands/status.js';
import { submitCommand, validateCommand } from './commands/submit.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { saidOf } from './faults.js';
import { usage } from './usage.js';

const COMMANDS: Record<string, Command> = {
  submit: submitCommand,
  validate: validateCommand,
  status: statusCommand,
  alerts: alertsCommand,
};

/** What all commands take. */
const COMMON = ['url', 'lang', 'timeout'] as const;

/** What the process lends: its arguments and its three streams. */
export interface Process {
  arguments: string[];
  stdin: AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** Runs one command to its end. Throws nothing: whatever goes wrong is said, and has its exit code. */
export async function runCli(process: Process): Promise<ExitCode> {
  const [name = '', ...rest] = process.arguments;
  // Said before anything can go wrong, so that what goes wrong is said in it.
  const language = languageIn(rest);
  if (['', 'help', '--help', '-h'].includes(name) || rest.includes('--help')) {
    const asked = name !== '';
    (asked ? process.out : process.err)(usage(language));
    return asked ? EXIT.done : EXIT.usage;
  }
  const isJson = rest.includes('--json');
  const said = await run(name, rest, { language, stdin: process.stdin }).catch((fault: unknown) =>
    saidOf(fault, language),
  );
  if (isJson) process.out(JSON.stringify(said.json));
  else {
    // Results go out, complaints do not mix with them.
    const say = [EXIT.done, EXIT.held, EXIT.some].includes(said.exit as 0) ? process.out : process.err;
    if (said.lines.length > 0) say(said.lines.join('\n'));
  }
  return said.exit;
}

async function run(
  name: string,
  rest: string[],
  { language, stdin }: { language: Language; stdin: Process['stdin'] },
): Promise<Said> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageFault(`没有命令 ${name} / there is no command ${name}\n\n${usage(language)}`);
  const { options, operands } = argumentsOf(command, rest);
  const config = settings(options.url);
  const client = createClient({ ...config, language, patience: patienceOf(options.timeout) });
  return command.run({ client, language, operands, options, stdin });
}

function argumentsOf(
  command: Command,
  rest: string[],
): { options: Record<string, string | undefined>; operands: string[] } {
  const names: ParseArgsConfig['options'] = { json: { type: 'boolean' } };
  for (const name of [...COMMON, ...command.options]) names[name] = { type: 'string' };
  try {
    const { values, positionals } = parseArgs({ args: rest, options: names, allowPositionals: true });
    if (positionals.length !== command.operands) throw new Error('FILE');
    const { json, ...options } = values as Record<string, string>;
    return { options, operands: positionals };
  } catch (fault) {
    const told = (fault as Error).message.split(/[.\n]/)[0];
    throw new UsageFault(`参数有误 / wrong arguments: ${told}`);
  }
}

function settings(url: string | undefined) {
  try {
    return readCallerConfig({ url });
  } catch (fault) {
    if (fault instanceof XushiError) throw new UsageFault(fault.message);
    throw fault;
  }
}

/** How long a command may take in all, in seconds. */
function patienceOf(timeout: string | undefined): { totalMs?: number } {
  if (timeout === undefined) return {};
  if (!/^[1-9]\d{0,4}$/.test(timeout)) throw new UsageFault('--timeout：秒 / seconds, 1 to 99999');
  return { totalMs: Number(timeout) * 1000 };
}

function languageIn(rest: string[]): Language {
  const at = rest.findIndex((argument) => argument === '--lang' || argument === '--lang=en');
  return at >= 0 && (rest[at] === '--lang=en' || rest[at + 1] === 'en') ? 'en' : 'zh';
}
