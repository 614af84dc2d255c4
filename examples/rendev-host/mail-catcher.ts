import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { RequestHandler } from 'express';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  /** E-mail address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** An SMTP server on this machine that keeps every mail, and sends none on. */
export interface MailCatcher {
  readonly port: number;
  /** In the order of coming. */
  readonly mails: readonly CaughtMail[];
  /** A page that shows them. */
  readonly page: RequestHandler;
  close(): Promise<void>;
}

/** @param port 0 for any free one */
export async function startMailCatcher(port: number): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      read(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
  smtp.listen(port, 'localhost');
  await once(smtp.server, 'listening');
  return {
    port: (smtp.server.address() as AddressInfo).port,
    mails,
    page: (_request, response) => {
      const shown = mails.map(
        ({ to, subject, text }) => `To: ${to}\nSubject: ${subject}\n\n${text}`,
      );
      response.type('text/plain; charset=utf-8').send(shown.join('\n\n----\n\n'));
    },
    close: () =>
      new Promise((resolve) => {
        smtp.close(() => {
          resolve();
        });
      }),
  };
}

async function read(stream: NodeJS.ReadableStream): Promise<CaughtMail> {
  const mail = await PostalMime.parse(await buffer(stream));
  return {
    to: mail.to?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
  };
}
