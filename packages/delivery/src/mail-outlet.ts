import type { SendMailOptions } from 'nodemailer';
import type { Outgoing, SendResult } from './channel.js';

/** Where finished mails go: a server, or files. */
export interface MailOutlet {
  send(mail: SendMailOptions, outgoing: Outgoing): Promise<SendResult>;
  close(): Promise<void>;
}
