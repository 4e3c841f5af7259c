import { open, rename, stat } from 'node:fs/promises';

/** A log larger than this is put aside at the next start; one older log is kept. */
const rotateBytes = 8 * 1024 * 1024;

export async function logSize(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  );
}

export async function rotateLog(file: string): Promise<void> {
  if ((await logSize(file)) > rotateBytes) await rename(file, `${file}.1`);
}

/** What was written since `from`, at most its last 8 kB. */
export async function readLogSince(file: string, from: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(from, size - 8192, 0);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(size - start, 0)), 0, null, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The last few lines of an output, on one line, for quoting in a sentence. */
export function lastLines(text: string, count = 4): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /, '').trim())
    .filter((line) => line !== '')
    .slice(-count)
    .join(' / ');
}
