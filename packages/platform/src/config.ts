import { resolve } from 'node:path';
import { XushiError } from './errors.js';

/** What the environment says, checked. Read once per process; nothing else reads `process.env`. */
export interface Config {
  host: string;
  port: number;
  publicUrl: string;
  dataDir: string;
  database: { kind: 'embedded' } | { kind: 'external'; url: string; directUrl: string };
  queue: { kind: 'postgres' } | { kind: 'redis'; url: string };
  adminKey: string | null;
  secretKey: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  timeZone: string;
  clock: { kind: 'system' } | { kind: 'simulated'; start: Date };
  /** XUSHI_CLOCK was not set: the replay of the seeds moves the clock as it needs. */
  clockIsOurs: boolean;
  webhookAllow: string[];
  /** Requests a minute that one key may make of one process, and keys nobody holds that one address may try; 0: any. */
  rateLimit: number;
  failedKeyLimit: number;
  seed: 'demo' | 'none';
  logLevel: LogLevel;
}

/** `a@b` or `name <a@b>`, on one line. */
const MAIL_ADDRESS = /^(?:[^\p{Cc}<>@]*<[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+>|[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+)$/u;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where the business clock of a trial installation starts: before the first of the seeds' documents. */
export const DEMO_CLOCK_START = '2016-02-01T09:00:00+08:00';

/**
 * Reads the configuration from environment variables (the table in docs/operating.md). Throws `XushiError`
 * `configInvalid` whose message names every variable that is wrong.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const faults: string[] = [];
  const text = (name: string, fallback: string) => env[name]?.trim() || fallback;
  const optional = (name: string) => env[name]?.trim() || null;

  const port = Number(text('XUSHI_PORT', '8080'));
  if (!Number.isInteger(port) || port < 0 || port > 65535) faults.push('XUSHI_PORT must be a port number');
  const host = text('XUSHI_HOST', '127.0.0.1');

  const databaseUrl = optional('DATABASE_URL');
  const directUrl = optional('DATABASE_DIRECT_URL');
  for (const [name, url] of [
    ['DATABASE_URL', databaseUrl],
    ['DATABASE_DIRECT_URL', directUrl],
  ] as const) {
    if (url !== null && !hasProtocol(url, ['postgres:', 'postgresql:'])) {
      faults.push(`${name} must look like postgres://user:password@host:5432/database`);
    }
  }
  const redisUrl = optional('REDIS_URL');
  if (redisUrl !== null && !hasProtocol(redisUrl, ['redis:', 'rediss:'])) {
    faults.push('REDIS_URL must look like redis://host:6379');
  }
  const smtpUrl = optional('SMTP_URL');
  if (smtpUrl !== null && !hasProtocol(smtpUrl, ['smtp:', 'smtps:'])) {
    faults.push('SMTP_URL must look like smtp://user:password@host:587');
  }
  const givenUrl = optional('XUSHI_PUBLIC_URL');
  const publicUrl = givenUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (givenUrl !== null && !hasProtocol(givenUrl, ['http:', 'https:'])) {
    faults.push('XUSHI_PUBLIC_URL must be an http(s) address');
  } else if (givenUrl === null && Number.isInteger(port) && !URL.canParse(publicUrl)) {
    faults.push('XUSHI_HOST must be a host name or an address');
  }
  const mailFrom = text('XUSHI_MAIL_FROM', 'xushi@localhost');
  if (!MAIL_ADDRESS.test(mailFrom)) {
    faults.push('XUSHI_MAIL_FROM must be a mail address, e.g. 序时 <xushi@example.cn>');
  }

  const seed = text('XUSHI_SEED', 'demo');
  if (seed !== 'demo' && seed !== 'none') faults.push('XUSHI_SEED must be demo or none');
  const clockText = text('XUSHI_CLOCK', seed === 'demo' ? `simulated:${DEMO_CLOCK_START}` : 'system');
  const clock = readClock(clockText);
  if (!clock)
    faults.push(
      'XUSHI_CLOCK must be system or simulated:<ISO time>, e.g. simulated:2017-12-05T09:00:00+08:00',
    );

  const timeZone = text('XUSHI_TIMEZONE', 'Asia/Shanghai');
  if (!isTimeZone(timeZone)) faults.push(`XUSHI_TIMEZONE ${timeZone} is no time zone this machine knows`);
  const secretKey = optional('XUSHI_SECRET_KEY');
  if (secretKey !== null && secretKey.length < 16)
    faults.push('XUSHI_SECRET_KEY must have at least 16 characters');
  const adminKey = optional('XUSHI_ADMIN_KEY');
  if (adminKey !== null && !/^[\x21-\x7e]{16,200}$/.test(adminKey)) {
    faults.push(
      'XUSHI_ADMIN_KEY must have 16 to 200 ASCII characters without blanks: it travels in an HTTP header',
    );
  }
  const limit = (name: string, fallback: string) => {
    const given = Number(text(name, fallback));
    if (Number.isInteger(given) && given >= 0 && given <= 1_000_000) return given;
    faults.push(`${name} must be a whole number of requests a minute, 0 for any`);
    return 0;
  };
  const rateLimit = limit('XUSHI_RATE_LIMIT', '6000');
  const failedKeyLimit = limit('XUSHI_FAILED_KEY_LIMIT', '60');
  const logLevel = text('XUSHI_LOG_LEVEL', 'info');
  if (!LOG_LEVELS.includes(logLevel as LogLevel))
    faults.push(`XUSHI_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);

  if (faults.length > 0 || !clock) throw new XushiError('configInvalid', faults.join('; '));
  return {
    host,
    port,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    dataDir: resolve(text('XUSHI_DATA_DIR', './.xushi')),
    database:
      databaseUrl === null
        ? { kind: 'embedded' }
        : { kind: 'external', url: databaseUrl, directUrl: directUrl ?? databaseUrl },
    queue: redisUrl === null ? { kind: 'postgres' } : { kind: 'redis', url: redisUrl },
    adminKey,
    secretKey,
    smtpUrl,
    mailFrom,
    timeZone,
    clock,
    clockIsOurs: optional('XUSHI_CLOCK') === null,
    webhookAllow: text('XUSHI_WEBHOOK_ALLOW', '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    rateLimit,
    failedKeyLimit,
    seed: seed as 'demo' | 'none',
    logLevel: logLevel as LogLevel,
  };
}

function readClock(text: string): Config['clock'] | null {
  if (text === 'system') return { kind: 'system' };
  if (!text.startsWith('simulated:')) return null;
  const start = parseMoment(text.slice('simulated:'.length));
  return start === null ? null : { kind: 'simulated', start };
}

/**
 * A moment written in ISO 8601 with its zone, from the year 1 up to the end of 2100 (no period is later); null for anything else,
 * a day that its month does not have among it.
 */
export function parseMoment(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  const moment = new Date(text);
  const day = new Date(`${match?.[1]}T00:00:00Z`);
  if (!match?.[1] || Number.isNaN(moment.getTime()) || Number.isNaN(day.getTime())) return null;
  const year = moment.getUTCFullYear();
  return day.toISOString().startsWith(match[1]) && year >= 1 && year <= 2100 ? moment : null;
}

function hasProtocol(url: string, protocols: string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
