import { randomBytes } from 'node:crypto';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateKeyCommand, type KeySpec, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateConfigurationSetCommand,
  SESClient,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMail, type SentMail } from '../../../infra/local/mail/sent-mail.ts';
import type { SentText } from '../../../infra/local/messaging/sns.ts';
import type { SigilloEvent } from '../../../shared/contract/events.ts';
import {
  type Mail,
  type Mailer,
  type TextMessages,
  Undeliverable,
} from '../../../shared/ports/messages.ts';
import { type AwsTarget, startAws } from '../../fixtures/aws-target.ts';
import { uniqueName } from '../../local/conformance/target.ts';

let aws: AwsTarget;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.stop());

async function createKey(KeySpec: KeySpec) {
  const { KeyMetadata } = await new KMSClient(aws.config).send(
    new CreateKeyCommand({ KeySpec, KeyUsage: 'SIGN_VERIFY' }),
  );
  return KeyMetadata!.KeyId!;
}

describe('a signing key', () => {
  it('that could not be reached is asked again', async () => {
    const { kmsSigningKey } = await import('../../../shared/aws/keys/kms-signing-key.ts');
    const { kms } = await import('../../../shared/aws/keys/kms-client.ts');
    const key = kmsSigningKey(await createKey('ECC_NIST_P256'));
    const send = kms.send.bind(kms);
    kms.send = (() => Promise.reject(new Error('unreachable'))) as never;
    await expect(key.publicKey()).rejects.toThrow('unreachable');
    kms.send = send;
    expect((await key.publicKey()).length).toBeGreaterThan(80);
  });
});

describe('mail', () => {
  let mailer: Mailer;
  const domain = `${uniqueName('company')}.example`;
  const set = uniqueName('mails');
  const mail: Mail = {
    to: { name: 'Ζωή Παπαδοπούλου, "Z"', address: 'zoe@example.com' },
    fromName: 'Giulia Niccolò, "G" (Società Rossi)',
    replyTo: { name: 'Giulia Niccolò, "G"', address: 'giulia@elsewhere.example' },
    subject: 'Da firmare: perché no, Žofie?',
    html: '<p>Città</p>',
    text: 'Città',
    attachments: [
      { fileName: 'Contratto però.pdf', contentType: 'application/pdf', bytes: randomBytes(5000) },
    ],
    tags: { envelope: 'E1', party: 'c1' },
  };

  beforeAll(async () => {
    const ses = new SESClient(aws.config);
    await ses.send(new VerifyDomainIdentityCommand({ Domain: domain }));
    await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: set } }));
    const { sesMailer } = await import('../../../shared/aws/messages/ses-mailer.ts');
    mailer = sesMailer({ MAIL_FROM: `firma@${domain}`, CONFIGURATION_SET: set });
  });

  const kept = () => aws.target.own.store.list<SentMail>('mail');

  async function sendAndRead(what: Mail) {
    const before = new Set(kept().map(({ messageId }) => messageId));
    await mailer.send(what);
    const sent = kept().find(({ messageId }) => !before.has(messageId))!;
    const raw = readMail(aws.target.own.store, sent.messageId)!;
    return { sent, read: await PostalMime.parse(raw) };
  }

  it('arrives as it was meant, in any letters, with its attachment', async () => {
    const { sent, read } = await sendAndRead(mail);
    expect(sent.tags).toMatchObject({ envelope: ['E1'], party: ['c1'] });
    expect(read.from).toMatchObject({ name: mail.fromName, address: `firma@${domain}` });
    expect(read.replyTo).toEqual([mail.replyTo]);
    expect(sent.to).toEqual([mail.to.address]);
    expect(read.to).toMatchObject([{ name: mail.to.name, address: mail.to.address }]);
    expect(read.subject).toBe(mail.subject);
    expect(read.html?.trim()).toBe(mail.html);
    expect(read.text?.trim()).toBe(mail.text);
    const [attached] = read.attachments;
    expect(attached).toMatchObject({ filename: 'Contratto però.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(attached!.content as ArrayBuffer)).toEqual(
      Buffer.from(mail.attachments![0]!.bytes),
    );
    expect(read.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('goes to one recipient alone, whatever stands in a name', async () => {
    const name = 'Eve\r\nBcc: eve@example.com';
    const to = { name, address: 'zoe@example.com' };
    const { sent, read } = await sendAndRead({ ...mail, to });
    expect(sent.to).toEqual(['zoe@example.com']);
    expect(read.bcc).toBeUndefined();
  });

  it('that SES rejects is undeliverable, and one that SES may take later is a fault', async () => {
    const { sesMailer } = await import('../../../shared/aws/messages/ses-mailer.ts');
    const unverified = sesMailer({ MAIL_FROM: 'x@elsewhere.example', CONFIGURATION_SET: set });
    await expect(unverified.send(mail)).rejects.toThrow(Undeliverable);
    const settings = { MAIL_FROM: `firma@${domain}`, CONFIGURATION_SET: uniqueName('none') };
    await expect(sesMailer(settings).send(mail)).rejects.not.toThrow(Undeliverable);
  });
});

describe('a text message', () => {
  let texts: TextMessages;
  beforeAll(async () => {
    const { snsTextMessages } = await import('../../../shared/aws/messages/sns-text-messages.ts');
    texts = snsTextMessages({ SMS_SENDER_ID: 'Sigillo' });
  });

  it('goes to a number in E.164, as transactional, from the company', async () => {
    await texts.send('+393331234567', 'Codice 123456');
    expect(aws.target.own.store.list<SentText>('sms').at(-1)).toMatchObject({
      to: '+393331234567',
      text: 'Codice 123456',
      senderId: 'Sigillo',
    });
  });

  it('to what is no number is undeliverable', async () => {
    await expect(texts.send('3331234567', 'x')).rejects.toThrow(Undeliverable);
  });
});

describe('the bus', () => {
  const event = (n: number): SigilloEvent => ({
    type: 'envelope.voided',
    detail: {
      metadata: { id: `E-${n}`, version: 1, at: '2026-03-02T09:00:00.000Z', envelopeId: 'E' },
      data: {},
    },
  });

  it('takes more events than one call may carry, in order', async () => {
    const BUS_NAME = uniqueName('sigillo');
    const client = new EventBridgeClient(aws.config);
    await client.send(new CreateEventBusCommand({ Name: BUS_NAME }));
    const { eventBridgeBus } = await import('../../../shared/aws/workflow/eventbridge-bus.ts');
    const events = Array.from({ length: 23 }, (_, n) => event(n));
    await eventBridgeBus({ BUS_NAME }).publish(events);
    const put = aws.target.own.store
      .list<{ bus: string; source: string; detail: { metadata: { id: string } } }>('event')
      .filter(({ bus, source }) => bus === BUS_NAME && source === 'sigillo');
    const ids = put.map(({ detail }) => detail.metadata.id);
    expect(ids).toHaveLength(23);
    expect(new Set(ids)).toEqual(new Set(events.map(({ detail }) => detail.metadata.id)));
  });

  it('is sent again what it did not take, after longer and longer, and three times at most', async () => {
    const { eventBridgeBus } = await import('../../../shared/aws/workflow/eventbridge-bus.ts');
    const { EventBridgeClient: Client } = await import('@aws-sdk/client-eventbridge');
    const send = Client.prototype.send;
    const [pauses, sent]: [number[], string[][]] = [[], []];
    Client.prototype.send = (async ({
      input,
    }: {
      input: { Entries: readonly { Detail: string }[] };
    }) => {
      const ids = input.Entries.map(({ Detail }) => JSON.parse(Detail).metadata.id as string);
      sent.push(ids);
      return {
        Entries: ids.map((id) => (id === 'E-2' ? { ErrorCode: 'ThrottlingException' } : {})),
      };
    }) as never;
    try {
      const bus = eventBridgeBus({ BUS_NAME: 'x' }, async (ms) => void pauses.push(ms));
      await expect(bus.publish([event(1), event(2)])).rejects.toThrow('1 events were not accepted');
    } finally {
      Client.prototype.send = send;
    }
    expect(sent).toEqual([['E-1', 'E-2'], ['E-2'], ['E-2']]);
    expect(pauses).toEqual([200, 400, 600]);
  });

  it('that does not take an event fails, so that it is tried again', async () => {
    const { eventBridgeBus } = await import('../../../shared/aws/workflow/eventbridge-bus.ts');
    await expect(
      eventBridgeBus({ BUS_NAME: uniqueName('none') }).publish([event(1)]),
    ).rejects.toThrow();
  });
});
