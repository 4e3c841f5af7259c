/** What a run came to, from its closing line. */
export interface TapCounts {
  passed: number;
  failed: number;
  skipped: number;
  complete: boolean;
}

/**
 * Makes a TAP stream readable: one line a test file, the whole block of a file that failed, each skipped test with
 * its reason, and lines that a test prints for the reader (they begin with `# ›`).
 */
export function createTapPrinter(print: (line: string) => void) {
  let rest = '';
  let block: string[] = [];
  const counts: TapCounts = { passed: 0, failed: 0, skipped: 0, complete: false };

  function take(line: string): void {
    const totals = /^# \{ total: (\d+)(?:, pass: (\d+))?(?:, fail: (\d+))?(.*)\}/.exec(line);
    const file = /^(ok|not ok) \d+ - (\S+)(?: # time=([\d.]+)ms)?/.exec(line);
    if (totals) {
      counts.complete = true;
      counts.passed = Number(totals[2] ?? 0);
      counts.failed = Number(totals[3] ?? 0);
      counts.skipped = Number(/skip: (\d+)/.exec(totals[4] ?? '')?.[1] ?? 0);
      return;
    }
    if (!file) {
      block.push(line);
      return;
    }
    const [, verdict, name = '', time] = file;
    const seconds = time ? ` (${(Number(time) / 1000).toFixed(1)} s)` : '';
    print(
      `${verdict === 'ok' ? 'ok      ' : 'NOT OK  '}${name.replace('/dist/', '/').replace(/\.js$/, '')}${seconds}`,
    );
    if (verdict === 'ok') {
      for (const noted of block.filter((entry) => /# SKIP|^\s*# › /.test(entry)))
        print(`        ${noted.trim()}`);
    } else {
      for (const entry of block) print(`    ${entry}`);
    }
    block = [];
  }

  return {
    write(text: string): void {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    },
    end(): TapCounts {
      if (rest) take(rest);
      if (!counts.complete) for (const line of block) print(line);
      return counts;
    },
  };
}
