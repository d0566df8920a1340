import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { type Mailer, Undeliverable } from '../../ports/messages.ts';
import { mimeOf } from './mime-message.ts';

interface Settings {
  /** The bare address; each mail has its own display name. */
  readonly MAIL_FROM: string;
  readonly CONFIGURATION_SET: string;
}

/** Module-scope client, shared by the calls of a warm function. */
const ses = new SESClient({});

/** Errors caused by the mail or its address, which would recur. */
const PERMANENT = ['MessageRejected', 'InvalidParameterValue'];

/** SES SendRawEmail: at most 10 MB including base64 attachments. */
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
