import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type Mail, type Mailer, Undeliverable } from '../ports.ts';

interface Settings {
  /** An address, or `Name <address>`. */
  readonly MAIL_FROM: string;
  readonly CONFIGURATION_SET: string;
}

/** Made once for each warm function. */
const ses = new SESClient({});

/** Refused for what the mail is or where it goes; the same mail would be refused again. */
const PERMANENT = ['MessageRejected', 'InvalidParameterValue'];

/** SES by raw message, at most 10 MB with its attachments in base64. */
export const sesMailer = (settings: Settings): Mailer => ({
  send: async (mail) => {
    const command = new SendRawEmailCommand({
      RawMessage: { Data: await mimeOf(mail, settings.MAIL_FROM) },
      Destinations: [mail.to.address],
      ConfigurationSetName: settings.CONFIGURATION_SET,
      Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
    });
    await ses.send(command).catch(rethrow);
  },
});

function rethrow(error: unknown): never {
  const permanent = error instanceof SESServiceException && PERMANENT.includes(error.name);
  throw permanent ? new Undeliverable(error.name) : error;
}

/** RFC 5322 and MIME; `Auto-Submitted` keeps out-of-office replies away (RFC 3834). */
const mimeOf = ({ to, subject, html, text, attachments = [] }: Mail, from: string) =>
  new MailComposer({
    from,
    to: { name: to.name, address: to.address },
    subject,
    html,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map(({ fileName, contentType, bytes }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
