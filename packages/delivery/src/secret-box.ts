import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveSecret, XushiError } from '@xushi/platform';

/**
 * Keeps receivers' secrets unreadable in the database: AES-256-GCM under a key derived from the installation's
 * secret key. A sealed secret is bound to its owner, so that a row copied onto another receiver does not open.
 */
export interface SecretBox {
  seal(secret: string, owner: string): Buffer;
  /** Throws `secretUnreadable` for what was not sealed for this owner with this installation's key. */
  open(sealed: Buffer, owner: string): string;
}

/** First byte of everything sealed; another cipher or key derivation takes the next number. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createSecretBox(options: { secretKey: string }): SecretBox {
  const key = Buffer.from(deriveSecret(options.secretKey, 'receiver secrets'), 'base64url');
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, owner) {
      const textStart = 1 + NONCE_BYTES + TAG_BYTES;
      if (sealed[0] !== VERSION || sealed.length < textStart) throw unreadable();
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(owner))
        .setAuthTag(sealed.subarray(1 + NONCE_BYTES, textStart));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(textStart)), decipher.final()]).toString(
          'utf8',
        );
      } catch (cause) {
        throw unreadable(cause);
      }
    },
  };
}

const unreadable = (cause?: unknown) =>
  new XushiError(
    'secretUnreadable',
    'a receiver secret cannot be opened: give the XUSHI_SECRET_KEY it was sealed with, or make the receiver anew',
    { cause },
  );
