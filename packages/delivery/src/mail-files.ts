import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { localDateOf, localTimeOf } from '@xushi/domain';
import { toError } from '@xushi/platform';
import { createTransport } from 'nodemailer';
import type { MailOutlet } from './mail-outlet.js';

/**
 * Mails as files, where no mail server is named: `<dataDir>/mail/<when it was planned>-<delivery>.eml`. A file
 * appears whole or not at all; another attempt at the same delivery replaces it.
 */
export function createMailFiles(options: { dataDir: string; timeZone: string }): MailOutlet {
  const folder = join(options.dataDir, 'mail');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail, outgoing) {
      try {
        const { message } = await composer.sendMail(mail);
        const name = `${stamp(outgoing.createdAt, options.timeZone)}-${outgoing.id}.eml`;
        await mkdir(folder, { recursive: true });
        const unfinished = join(folder, `.${name}.tmp`);
        const file = await open(unfinished, 'w');
        try {
          await file.writeFile(message as Buffer);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, join(folder, name));
        return { outcome: 'delivered', code: null, reason: null, response: name, retryAfterMs: null };
      } catch (fault) {
        const reason = toError(fault).message;
        return { outcome: 'retry', code: null, reason, response: null, retryAfterMs: null };
      }
    },
    async close() {
      composer.close();
    },
  };
}

/** `yyyymmdd-hhmmss` on the installation's clocks. No zone in use is off by seconds. */
function stamp(moment: Date, timeZone: string): string {
  const date = localDateOf(moment, timeZone).replaceAll('-', '');
  const time = localTimeOf(moment, timeZone).replace(':', '');
  return `${date}-${time}${String(moment.getUTCSeconds()).padStart(2, '0')}`;
}
