import {
  CreateConfigurationSetCommand,
  ListIdentitiesCommand,
  SESClient,
  SendRawEmailCommand,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMail, type SentMail } from '../../../infra/local/mail/sent-mail.ts';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let ses: SESClient;
const domain = `${uniqueName('company')}.example`;
const configurationSet = uniqueName('mails');

beforeAll(async () => {
  target = await Target.start();
  ses = new SESClient(clientConfig(target.endpoint));
  await ses.send(new VerifyDomainIdentityCommand({ Domain: domain }));
  const ConfigurationSet = { Name: configurationSet };
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet }));
});
afterAll(() => target.stop());

interface Mail {
  readonly from?: string;
  readonly to?: string;
  readonly attachment?: Buffer;
  readonly headers?: Record<string, string>;
}

async function compose({ from = `Società <firma@${domain}>`, to, attachment, headers }: Mail) {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from,
    to: to ?? 'success@simulator.amazonses.com',
    subject: 'Da firmare: perché no',
    text: 'Buongiorno',
    html: '<p>Buongiorno</p>',
    headers: headers ?? {},
    attachments: attachment ? [{ filename: 'signed.pdf', content: attachment }] : [],
  });
  return message as Buffer;
}

const send = (Data: Buffer) => ses.send(new SendRawEmailCommand({ RawMessage: { Data } }));

test('a mail from a verified domain is accepted', async () => {
  expect((await send(await compose({}))).MessageId).toBeTruthy();
});

test('a mail from an unverified sender is rejected', async () => {
  const mail = await compose({ from: 'someone@elsewhere.example' });
  await expect(send(mail)).rejects.toMatchObject({ name: 'MessageRejected' });
});

test('a mail of 7 MiB attachments is accepted, one above 10 MB after base64 is rejected', async () => {
  const fitting = await compose({ attachment: Buffer.alloc(7 * 2 ** 20, 'a') });
  expect((await send(fitting)).MessageId).toBeTruthy();
  const tooBig = await compose({ attachment: Buffer.alloc(8 * 2 ** 20, 'a') });
  await expect(send(tooBig)).rejects.toMatchObject({ name: 'MessageRejected' });
});

test('a configuration set that does not exist is refused', async () => {
  const mail = await compose({ headers: { 'X-SES-CONFIGURATION-SET': uniqueName('none') } });
  await expect(send(mail)).rejects.toMatchObject({ name: 'ConfigurationSetDoesNotExistException' });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  const tagged = {
    'X-SES-CONFIGURATION-SET': configurationSet,
    'X-SES-MESSAGE-TAGS': 'envelope=E1, party=P2',
  };

  const eventsOfType = (type: string) =>
    target.own.store
      .list<{ 'detail-type': string; source: string; detail: object }>('event')
      .filter((event) => event['detail-type'] === type);

  test('keeps the mail byte for byte over a restart', async () => {
    const raw = await compose({ to: 'Anna <anna@example.com>', headers: tagged });
    const { MessageId = '' } = await send(raw);
    await target.restart();
    expect(readMail(target.own.store, MessageId)?.equals(raw)).toBe(true);
    expect(target.own.store.get<SentMail>('mail', MessageId)).toMatchObject({
      from: `firma@${domain}`,
      to: ['anna@example.com'],
      subject: 'Da firmare: perché no',
      tags: { envelope: ['E1'], party: ['P2'] },
    });
  });

  test('tells the bus of a bounce only if the configuration set publishes bounces', async () => {
    const bounce = () => compose({ to: 'bounce@simulator.amazonses.com', headers: tagged });
    await send(await bounce());
    expect(eventsOfType('Email Bounced')).toHaveLength(0);
    target.own.plane.ses.publishEvents(configurationSet, ['bounce', 'complaint']);
    const { MessageId } = await send(await bounce());
    expect(eventsOfType('Email Bounced')).toMatchObject([
      {
        source: 'aws.ses',
        detail: {
          eventType: 'Bounce',
          bounce: { bounceType: 'Permanent', bouncedRecipients: [{ action: 'failed' }] },
          mail: {
            messageId: MessageId,
            tags: { envelope: ['E1'], 'ses:configuration-set': [configurationSet] },
          },
        },
      },
    ]);
  });

  test('tells the bus of a complaint', async () => {
    await send(await compose({ to: 'complaint@simulator.amazonses.com', headers: tagged }));
    expect(eventsOfType('Email Complaint Received')).toMatchObject([
      { detail: { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } } },
    ]);
  });

  test.each([
    ['ooto', 'Bounce', { bounce: { bounceType: 'Transient', bounceSubType: 'General' } }],
    ['suppressionlist', 'Bounce', { bounce: { bounceType: 'Permanent' } }],
    ['delay', 'DeliveryDelay', { deliveryDelay: { delayedRecipients: [{ status: '4.4.1' }] } }],
  ])('tells the bus what becomes of a mail to %s@', async (name, eventType, more) => {
    target.own.plane.ses.publishEvents(configurationSet, ['bounce', 'deliveryDelay']);
    const to = `${name}+label@simulator.amazonses.com`;
    const { MessageId } = await send(await compose({ to, headers: tagged }));
    const told = target.own.store
      .list<{ detail?: { mail?: { messageId?: string } } }>('event')
      .filter(({ detail }) => detail?.mail?.messageId === MessageId);
    expect(told).toMatchObject([{ source: 'aws.ses', detail: { eventType, ...more } }]);
  });

  test('refuses an operation it does not imitate', async () => {
    const listing = ses.send(new ListIdentitiesCommand({}));
    await expect(listing).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
