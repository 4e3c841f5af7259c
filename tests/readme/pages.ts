import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's root, from this file's place in dist. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export const pageOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The fenced blocks of a language, in order. */
export function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)]
    .filter(([, fence]) => fence === language)
    .map(([, , text = '']) => text);
}

/** Commands, and what the page shows of their output. */
export interface Step {
  commands: string;
  expected: string[];
}

const SHOWN = '# → ';

/** The steps of a block: commands up to the lines that show their output. */
export function stepsOf(block: string): Step[] {
  const steps: Step[] = [];
  let commands: string[] = [];
  let expected: string[] = [];
  const close = () => {
    if (commands.length > 0) steps.push({ commands: commands.join('\n'), expected });
    commands = [];
    expected = [];
  };
  for (const line of block.trimEnd().split('\n')) {
    if (line.startsWith(SHOWN)) {
      expected.push(line.slice(SHOWN.length));
      continue;
    }
    if (expected.length > 0) close();
    if (!line.startsWith('#')) commands.push(line);
  }
  close();
  return steps;
}

/** Whether output is what a page shows of it; `…` stands for anything on its line. */
export function isAsShown(output: string, expected: string[]): boolean {
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
  return (
    lines.length === expected.length &&
    expected.every((shown, index) => {
      const pattern = shown.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      return new RegExp(`^${pattern.join('.*')}$`, 'u').test(lines[index] ?? '');
    })
  );
}

/** The text of the section under a heading of the second level. */
export function sectionsOf(page: string): Map<string, string> {
  const sections = page.split(/^## /m).slice(1);
  return new Map(
    sections.map((text) => {
      const end = text.indexOf('\n');
      return [text.slice(0, end), text.slice(end)];
    }),
  );
}
