import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { operation, queryService, type Service } from '../aws/wire.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { addressesOf, type MailEnvelope, readEnvelope } from './mail-envelope.ts';
import { feedbackEvents } from './mail-feedback.ts';
import { SendingSettings } from './sending-settings.ts';
import type { SentMail } from './sent-mail.ts';

/** SES v1's limit: 10 MB after base64 encoding. */
const largestMail = 10 * 2 ** 20;
const mostRecipients = 50;

const SendRawEmail = z.strictObject({
  RawMessage: z.strictObject({ Data: z.base64() }),
  Source: z.string().optional(),
  Destinations: z.array(z.string()).optional(),
  ConfigurationSetName: z.string().optional(),
  Tags: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).optional(),
});
type SendRawEmail = z.output<typeof SendRawEmail>;

function checkEnvelope({ from, recipients }: MailEnvelope): void {
  if (!from) throw new AwsError('InvalidParameterValue', "Missing required header 'From'.");
  if (recipients.length === 0)
    throw new AwsError('InvalidParameterValue', 'The message has no recipient');
  if (recipients.length > mostRecipients)
    throw new AwsError('MessageRejected', 'Recipient count exceeds 50.');
}

function decode({ RawMessage }: SendRawEmail): Buffer {
  const raw = Buffer.from(RawMessage.Data, 'base64');
  if (raw.length > largestMail)
    throw new AwsError('MessageRejected', `Message length is more than ${largestMail} bytes long`);
  return raw;
}

/** Lets aws-ses-v2-local parse and validate the message; returns its message id. */
async function validateAt(port: number, raw: Buffer): Promise<string> {
  const headers = { authorization: 'AWS local' };
  const origin = `http://127.0.0.1:${port}`;
  const form = { Action: 'SendRawEmail', 'RawMessage.Data': raw.toString('base64') };
  const body = new URLSearchParams(form);
  const response = await fetch(origin, { method: 'POST', headers, body });
  const text = await response.text();
  const [, messageId] = /<MessageId>(.+)<\/MessageId>/.exec(text) ?? [];
  if (!messageId) throw new AwsError('InvalidParameterValue', text);
  await fetch(`${origin}/clear-store`, { method: 'POST', headers });
  return messageId;
}

interface Sending {
  readonly store: Store;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly settings: SendingSettings;
  readonly validatorPort: number;
}

async function envelopeOf(input: SendRawEmail, raw: Buffer): Promise<MailEnvelope> {
  const envelope = await readEnvelope(raw);
  const explicit = (input.Tags ?? []).map(({ Name, Value }): [string, string[]] => [Name, [Value]]);
  return {
    ...envelope,
    recipients: input.Destinations ? addressesOf(input.Destinations) : envelope.recipients,
    configurationSet: input.ConfigurationSetName ?? envelope.configurationSet,
    tags: { ...envelope.tags, ...Object.fromEntries(explicit) },
  };
}

async function sendRawEmail(sending: Sending, input: SendRawEmail): Promise<string> {
  const { settings } = sending;
  const raw = decode(input);
  const envelope = await envelopeOf(input, raw);
  checkEnvelope(envelope);
  settings.requireIdentity(envelope.from);
  if (input.Source) settings.requireIdentity(addressesOf([input.Source])[0] ?? input.Source);
  if (envelope.configurationSet !== undefined) settings.requireSet(envelope.configurationSet);
  const messageId = await validateAt(sending.validatorPort, raw);
  keep(sending, messageId, envelope, raw);
  return messageId;
}

function keep(
  { store, clock, bus, settings }: Sending,
  messageId: string,
  envelope: MailEnvelope,
  raw: Buffer,
): void {
  const { from, recipients, subject, tags, configurationSet } = envelope;
  const mail: SentMail = { messageId, at: clock.now(), from, to: recipients, subject, tags };
  store.transaction(() => {
    store.put('mail', messageId, mail);
    store.put('mail-raw', messageId, raw.toString('base64'));
    for (const { type, event } of feedbackEvents(mail, configurationSet))
      if (settings.publishes(configurationSet, type)) bus.emit('default', event);
  });
}

function startValidator(): Promise<Server> {
  const load = createRequire(import.meta.url);
  const { default: start } = load('aws-ses-v2-local') as typeof import('aws-ses-v2-local');
  return start({ host: '127.0.0.1', port: 0 });
}

export interface EmailService {
  readonly service: Service;
  readonly settings: SendingSettings;
  readonly close: () => void;
}

/**
 * Amazon SES v1 in front of aws-ses-v2-local, which validates MIME but keeps mails in memory only: accepted
 * mails are stored here. The mailbox simulator's addresses publish their events on the default bus if the
 * mail's configuration set has that destination.
 */
export async function startSes(store: Store, clock: Clock, bus: EventBus): Promise<EmailService> {
  const settings = new SendingSettings(store);
  const validator = await startValidator();
  const { port: validatorPort } = validator.address() as AddressInfo;
  const sending: Sending = { store, clock, bus, settings, validatorPort };
  const service = queryService('http://ses.amazonaws.com/doc/2010-12-01/', {
    SendRawEmail: operation(SendRawEmail, async (input) => ({
      MessageId: await sendRawEmail(sending, input),
    })),
    VerifyEmailIdentity: operation(z.strictObject({ EmailAddress: z.email() }), (input) =>
      settings.verifyIdentity(input.EmailAddress),
    ),
    VerifyDomainIdentity: operation(z.strictObject({ Domain: z.hostname() }), (input) => {
      settings.verifyIdentity(input.Domain);
      return { VerificationToken: 'local' };
    }),
    CreateConfigurationSet: operation(
      z.strictObject({ ConfigurationSet: z.strictObject({ Name: z.string() }) }),
      (input) => settings.createConfigurationSet(input.ConfigurationSet.Name),
    ),
  });
  return { service, settings, close: () => validator.close() };
}
