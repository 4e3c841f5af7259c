import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

/** One bash that runs a page's commands one after the other, as a reader's terminal would. */
export interface Shell {
  /** Runs commands in the same shell; answers what they wrote and the last one's exit code. */
  run(commands: string): Promise<{ code: number; output: string; complaints: string }>;
  close(): Promise<void>;
}

export function openShell(options: { cwd: string; env: Record<string, string> }): Shell {
  const bash = spawn('bash', ['-s'], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(bash, 'close');
  let output = '';
  let complaints = '';
  let heard: () => void = () => undefined;
  bash.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    heard();
  });
  bash.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  bash.on('close', () => heard());

  return {
    async run(commands) {
      output = '';
      complaints = '';
      const mark = randomUUID();
      bash.stdin.write(`${commands}\nprintf '\\n${mark} %s\\n' "$?"\n`);
      for (;;) {
        const [, before, code] = new RegExp(`^([\\s\\S]*)\\n${mark} (\\d+)\\n$`).exec(output) ?? [];
        if (before !== undefined) return { code: Number(code), output: before, complaints };
        if (bash.exitCode !== null) throw new Error(`bash ended with ${bash.exitCode}: ${complaints}`);
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
    async close() {
      bash.stdin.end();
      await ended;
    },
  };
}
