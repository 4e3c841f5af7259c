import { XushiError } from './errors.js';

/** What a program that calls the interface is told by its environment. */
export interface CallerConfig {
  /** Where the interface is, without a slash at its end. */
  url: string;
  key: string;
}

/** Where an installation on this machine listens unless it is told otherwise. */
const HERE = 'http://127.0.0.1:8080';

/**
 * Reads `XUSHI_URL` and `XUSHI_KEY`; `given` goes before the environment. A key is never an argument of a program:
 * everybody on the machine could read it there. Throws `XushiError` `configInvalid`; its message never holds the key.
 */
export function readCallerConfig(
  given: { url?: string | undefined } = {},
  env: Record<string, string | undefined> = process.env,
): CallerConfig {
  const url = (given.url ?? env.XUSHI_URL?.trim()) || HERE;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new XushiError('configInvalid', 'XUSHI_URL / --url 应为 http(s) 地址 / must be an http(s) address');
  }
  const key = env.XUSHI_KEY?.trim() ?? '';
  if (key === '')
    throw new XushiError('configInvalid', '请在环境变量 XUSHI_KEY 中给出密钥 / XUSHI_KEY is not set');
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new XushiError(
      'configInvalid',
      'XUSHI_KEY 含有空格或非 ASCII 字符 / holds blanks or characters that no key has',
    );
  }
  return { url: url.replace(/\/+$/, ''), key };
}
