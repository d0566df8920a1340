import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../ports/messages.ts';

/** Suppresses automatic replies: RFC 3834, and Exchange's own header. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** A mail as RFC 5322 and MIME; SES adds the Message-ID. */
export const mimeOf = (
  { to, fromName, replyTo, subject, html, text, attachments = [] }: Mail,
  fromAddress: string,
): Promise<Buffer> =>
  new MailComposer({
    from: { name: fromName, address: fromAddress },
    ...(replyTo && { replyTo: { ...replyTo } }),
    to: { name: to.name, address: to.address },
    subject,
    html,
    text,
    headers: AUTOMATIC,
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
