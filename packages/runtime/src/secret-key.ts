import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, makeFolder, newSecret, toError, XushiError } from '@xushi/platform';

/**
 * The installation's secret key: given, or made once in the data directory (0600). With several processes it
 * must be given, since they may not share a disk. Throws `XushiError` where the directory cannot be written.
 */
export function secretKeyOf(config: Config): string {
  if (config.secretKey !== null) return config.secretKey;
  const path = join(config.dataDir, 'secret.key');
  try {
    makeFolder(config.dataDir);
    const kept = readIfThere(path);
    if (kept !== null) return kept;
    const draft = join(config.dataDir, `.secret.key.${process.pid}`);
    writeFileSync(draft, `${newSecret('key')}\n`, { mode: 0o600 });
    try {
      // Of two processes starting at once one links first; both then read the same key.
      linkSync(draft, path);
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'EEXIST') throw fault;
    } finally {
      rmSync(draft, { force: true });
    }
    return readFileSync(path, 'utf8').trim();
  } catch (fault) {
    const code = (fault as { code?: string }).code;
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new XushiError(
        'dataDirNotWritable',
        `the data directory ${config.dataDir} is a file, or lies below one: set XUSHI_DATA_DIR to a folder`,
        { cause: fault },
      );
    }
    throw new XushiError(
      'dataDirNotWritable',
      `cannot write to the data directory ${config.dataDir} (${toError(fault).message}): give it write permission or set XUSHI_DATA_DIR`,
      { cause: fault },
    );
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return null;
    throw fault;
  }
}
