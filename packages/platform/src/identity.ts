import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/** A secret for people and machines to hold: a prefix that says what it is and 32 random bytes. */
export const newSecret = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

export const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** A secret of its own for one purpose, derived from the installation's secret key. */
export const deriveSecret = (secretKey: string, purpose: string): string =>
  createHmac('sha256', secretKey).update(purpose).digest('base64url');
