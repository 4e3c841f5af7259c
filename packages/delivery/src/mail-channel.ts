import type { WallClock } from '@xushi/platform';
import type { SendMailOptions } from 'nodemailer';
import type { Channel } from './channel.js';
import { createMailFiles } from './mail-files.js';
import type { MailOutlet } from './mail-outlet.js';
import { buildMessage, oneLine } from './message.js';
import { createSmtp } from './smtp.js';

export interface MailChannelOptions {
  /** None: mails become files under `dataDir`. */
  smtpUrl: string | null;
  dataDir: string;
  from: string;
  publicUrl: string;
  timeZone: string;
  wall: WallClock;
  /** Of a whole SMTP delivery; below the sender's lease. */
  timeoutMs?: number;
}

/** Mail in text and HTML. Message-ID stays the same on every attempt; Date is the wall's. */
export function createMailChannel(options: MailChannelOptions): Channel {
  const outlet: MailOutlet =
    options.smtpUrl === null
      ? createMailFiles({ dataDir: options.dataDir, timeZone: options.timeZone })
      : createSmtp({ url: options.smtpUrl, ...(options.timeoutMs && { timeoutMs: options.timeoutMs }) });
  const host = new URL(options.publicUrl).hostname;
  return {
    name: 'email',
    send(outgoing) {
      const { id, receiver, body } = outgoing;
      const message = buildMessage(body, { publicUrl: options.publicUrl });
      const mail: SendMailOptions = {
        messageId: `<${id}@${host}>`,
        date: options.wall.now(),
        from: options.from,
        to: { name: oneLine(receiver.name), address: receiver.address },
        subject: message.subject,
        text: message.text,
        html: message.html,
        headers: { 'X-Xushi-Delivery': id, 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      };
      return outlet.send(mail, outgoing);
    },
    close: () => outlet.close(),
  };
}
