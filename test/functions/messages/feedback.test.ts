import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../../functions/feedback/feedback.ts';
import type { Outcome } from '../../../functions/feedback/report.ts';
import { makePublish } from '../../../functions/relay/publish.ts';
import { PartyInput } from '../../../shared/contract/sender/sender-inputs.ts';
import type { Channel } from '../../../shared/domain/envelope/party.ts';
import type { EntryData } from '../../../shared/domain/ledger/entries.ts';
import { makeMailTo } from '../../../shared/messages/mail-to.ts';
import { listUrl } from '../../../shared/messages/notice.ts';
import { followedLines } from '../../../shared/runtime/followed-lines.ts';
import { draft, step } from '../../fixtures/envelope-steps.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';
import {
  BRAND,
  completedEnvelope,
  invitedLink,
  type SignerPorts,
  sentEnvelope,
  signedStep,
  signerPorts,
} from '../../fixtures/signer-door.ts';

const DIRECTORS = 'maria.rossi@example.com';
const CORRECTED: Channel = { kind: 'email', address: 'maria@rossi.example' };

let ports: SignerPorts;
let id: string;
let outcomes: Outcome[];

beforeEach(async () => {
  ports = signerPorts();
  outcomes = [];
  id = await sentEnvelope(ports);
});

const feedback = (event: unknown) =>
  makeFeedback(
    { ...ports, mailTo: makeMailTo(ports, BRAND), listUrl: listUrl(BRAND) },
    { linesOf: followedLines, onOutcome: (outcome) => outcomes.push(outcome) },
  )(event);

/** The event of a ledger entry, as it reaches the function over the bus. */
async function warn(): Promise<void> {
  const publish = makePublish(ports, async () => {});
  for (const entry of await ports.ledger.entries(id))
    if (entry.type === 'delivery.failed') await publish(entry);
  for (const { type, detail } of ports.bus.events.splice(0))
    await feedback({ source: 'sigillo', 'detail-type': type, detail });
}

const failures = async (): Promise<EntryData['delivery.failed'][]> =>
  (await ports.ledger.entries(id)).flatMap(({ type, data }) =>
    type === 'delivery.failed' ? [data] : [],
  );
const markOf = async (party = 'd1') =>
  (await ports.ledger.load(id)).parties.find((one) => one.id === party)!.undelivered;
const warnings = () => ports.mailer.sent.filter(({ tags }) => tags.notice === 'warning');

const BOUNCED = {
  eventType: 'Bounce',
  bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' },
};

let mails = 0;

/** SES's event about a mail with these tags. */
const told = (tags: Record<string, string>, detail: object = BOUNCED, destination = DIRECTORS) => ({
  version: '0',
  source: 'aws.ses',
  detail: {
    ...detail,
    mail: {
      messageId: `0102018-${++mails}-000000`,
      destination: [destination],
      tags: {
        'ses:operation': ['SendRawEmail'],
        ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      },
    },
  },
});

/** Tags of the newest mail to the director. */
const tagsOfLast = () => ports.mailer.sent.findLast(({ tags }) => tags.party === 'd1')!.tags;

/** Invites a party, or reminds it if it is invited in this round already. */
async function written(party: string): Promise<void> {
  const { invitedAt } = (await ports.ledger.load(id)).parties.find((one) => one.id === party)!;
  if (invitedAt) await step(ports, id, 'reminded', { party });
  await invitedLink(ports, id, party);
}

async function invited(): Promise<Record<string, string>> {
  await written('d1');
  return { ...tagsOfLast() };
}

describe('a mail', () => {
  it('carries who it is for, in which round, and a name of its own, in letters that SES takes', async () => {
    const tags = await invited();
    expect(tags).toEqual({
      envelope: id,
      party: 'd1',
      round: '0',
      notice: 'invitation',
      message: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect((await invited()).message).not.toBe(tags.message);
  });

  it('that bounces is recorded by SES’s category, without the address, and marks the party', async () => {
    const tags = await invited();
    await feedback(told(tags));
    expect(await failures()).toEqual([
      {
        to: 'd1',
        notice: 'invitation',
        kind: 'failed',
        reason: 'bounce: Permanent, NoEmail',
        round: 0,
        message: tags.message,
      },
    ]);
    expect(JSON.stringify(await failures())).not.toContain('@');
    expect(await markOf()).toMatchObject({ kind: 'failed', notice: 'invitation' });
    expect(outcomes).toEqual(['recorded']);
  });

  it('is recorded once, however often and in how many copies SES tells of it', async () => {
    const tags = await invited();
    await Promise.all([told(tags), told(tags), told(tags)].map(feedback));
    await feedback(told(tags));
    expect(await failures()).toHaveLength(1);
  });

  it('that bounces after another one did leaves a trace of its own', async () => {
    await feedback(told(await invited()));
    await feedback(told(await invited()));
    expect((await failures()).map(({ to, notice }) => [to, notice])).toEqual([
      ['d1', 'invitation'],
      ['d1', 'reminder'],
    ]);
  });

  it.each([
    ['Complaint', { eventType: 'Complaint', complaint: {} }, 'complaint', 'complaint'],
    ['Reject', { eventType: 'Reject' }, 'failed', 'reject'],
    ['Rendering Failure', { eventType: 'Rendering Failure' }, 'failed', 'rendering failure'],
    [
      'a delay',
      { eventType: 'DeliveryDelay', deliveryDelay: { delayType: 'MailboxFull' } },
      'delayed',
      'delay: MailboxFull',
    ],
    [
      'an automatic reply',
      { eventType: 'Bounce', bounce: { bounceType: 'Transient', bounceSubType: 'General' } },
      'delayed',
      'bounce: Transient, General',
    ],
    [
      'an undetermined bounce',
      {
        eventType: 'Bounce',
        bounce: { bounceType: 'Undetermined', bounceSubType: 'Undetermined' },
      },
      'delayed',
      'bounce: Undetermined, Undetermined',
    ],
    [
      'one refused for its size',
      {
        eventType: 'Bounce',
        bounce: { bounceType: 'Transient', bounceSubType: 'MessageTooLarge' },
      },
      'failed',
      'bounce: Transient, MessageTooLarge',
    ],
  ])('is told apart by what became of it: %s', async (_, detail, kind, reason) => {
    await feedback(told(await invited(), detail));
    expect(await failures()).toMatchObject([{ kind, reason }]);
    expect(await markOf()).toMatchObject({ kind });
  });

  it('that is late makes nothing of one that failed', async () => {
    const tags = await invited();
    await feedback(told(tags));
    await feedback(told(tags, { eventType: 'DeliveryDelay' }));
    expect((await failures()).map(({ kind }) => kind)).toEqual(['failed', 'delayed']);
    expect(await markOf()).toMatchObject({ kind: 'failed' });
  });
});

describe('a former contact', () => {
  it('that bounces late is recorded as that, and does not mark the corrected one', async () => {
    const tags = await invited();
    await step(ports, id, 'contact.corrected', { party: 'd1', channel: CORRECTED });
    await feedback(told(tags));
    expect(await failures()).toMatchObject([{ to: 'd1', round: 0 }]);
    expect(await markOf()).toBeUndefined();
    await feedback(told(await invited()));
    expect(await failures()).toMatchObject([{ round: 0 }, { round: 1 }]);
    expect(await markOf()).toMatchObject({ kind: 'failed' });
  });

  it('is known by where the mail went, if its tags are those of a former version', async () => {
    const { round: _, message: __, ...tags } = await invited();
    await step(ports, id, 'contact.corrected', { party: 'd1', channel: CORRECTED });
    await feedback(told(tags, BOUNCED, DIRECTORS.toUpperCase()));
    expect(await failures()).toMatchObject([{ round: 0 }]);
    expect(await markOf()).toBeUndefined();
    const again = told(tags, BOUNCED, 'maria@rossi.example');
    await feedback(again);
    await feedback(again);
    expect(await failures()).toMatchObject([{ round: 0 }, { round: 1 }]);
    expect(await markOf()).toMatchObject({ kind: 'failed' });
  });
});

describe('the mark', () => {
  const bounce = async () => feedback(told(await invited()));

  it.each([
    ['a new invitation', 're-sent', { party: 'd1' }],
    ['another contact', 'contact.corrected', { party: 'd1', channel: CORRECTED }],
    ['a look at the document', 'opened', { party: 'd1' }],
    ['the right code', 'code.right', { party: 'd1', documentSha256: 'a' }],
    ['a refusal', 'declined', { party: 'd1', reason: 'No' }],
    ['the end', 'voided', { reason: 'No' }],
  ] as const)('goes with %s', async (_, type, data) => {
    await bounce();
    expect(await markOf()).toBeDefined();
    await step(ports, id, type, data as never);
    expect(await markOf()).toBeUndefined();
  });

  it('goes with the signature, after which a late bounce brings none back', async () => {
    const tags = await invited();
    await feedback(told(tags));
    await signedStep(ports, id, 'd1', 0);
    expect(await markOf()).toBeUndefined();
    await feedback(told({ ...tags, message: 'another' }));
    expect(await failures()).toHaveLength(2);
    expect(await markOf()).toBeUndefined();
  });

  it('stays while another message is only sent', async () => {
    await bounce();
    await invited();
    await step(ports, id, 'invited', { party: 'd1', notice: 'reminder' });
    expect(await markOf()).toBeDefined();
  });

  it('of what could not be sent yet goes once it was sent', async () => {
    const { send } = ports.mailer;
    ports.mailer.send = async () => Promise.reject(new Error('no SES'));
    await expect(invited()).rejects.toThrow('no SES');
    expect(await markOf()).toMatchObject({ kind: 'delayed', reason: 'not sent yet' });
    ports.mailer.send = send;
    await invited();
    expect(await markOf()).toBeUndefined();
  });

  it('is there for a signed copy that did not arrive, also at the end', async () => {
    id = await completedEnvelope(ports);
    const tags = { envelope: id, party: 'd1', round: '0', notice: 'delivery', message: 'm' };
    await feedback(told(tags));
    expect(await markOf()).toMatchObject({ kind: 'failed', notice: 'delivery' });
  });
});

describe('what a notification claims', () => {
  const good = () => ({ envelope: id, party: 'd1', round: '0', notice: 'invitation' });
  const LONG = 'x'.repeat(20_000);

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['a text', () => 'Bounce'],
    ['another application’s mail', () => told({ campaign: 'x' })],
    ['another installation’s envelope', () => told({ ...good(), envelope: 'Z'.repeat(26) })],
    ['an envelope that is none', () => told({ ...good(), envelope: LONG })],
    ['a party that is none', () => told({ ...good(), party: 'zz' })],
    ['a party without end', () => told({ ...good(), party: LONG })],
    ['a notice that is none', () => told({ ...good(), notice: 'advertisement' })],
    ['a round that has not come', () => told({ ...good(), round: '7' })],
    ['a round that is none', () => told({ ...good(), round: LONG })],
    ['a message without end', () => told({ ...good(), message: LONG })],
    ['another event of SES', () => told(good(), { eventType: 'Open' })],
    ['an event without a mail', () => ({ source: 'aws.ses', detail: BOUNCED })],
    ['a log that is no gzip', () => ({ awslogs: { data: 'bm90IGd6aXA=' } })],
    ['a log that is no base64', () => ({ awslogs: { data: '%%%' } })],
    [
      'a log that is no batch',
      () => ({ awslogs: { data: gzipSync('{"a":1}').toString('base64') } }),
    ],
    [
      'an event of ours that the ledger does not know',
      () => ({
        source: 'sigillo',
        'detail-type': 'delivery.failed',
        detail: { metadata: { envelopeId: id, id: `${id}-0` } },
      }),
    ],
  ])('is passed over, with a line in the log and no fault: %s', async (_, event) => {
    await feedback(event());
    expect(await failures()).toEqual([]);
    expect(ports.mailer.sent).toEqual([]);
    expect(['not ours', 'nothing to do']).toContain(outcomes[0]);
    expect(outcomes).toHaveLength(1);
  });

  it('is not repeated where it is longer or stranger than a category', async () => {
    const bounce = { bounceType: 'Permanent', bounceSubType: `<b>${LONG}` };
    await feedback(told(good(), { eventType: 'Bounce', bounce }));
    expect(await failures()).toMatchObject([{ reason: 'bounce: Permanent, Unknown' }]);
  });

  it('is passed over for a draft, to which nobody has been invited', async () => {
    id = await draft(ports);
    await feedback(told(good()));
    expect(await failures()).toEqual([]);
  });

  it('is passed over once all is gone', async () => {
    await step(ports, id, 'voided', { reason: 'No' });
    await step(ports, id, 'purged', {});
    await feedback(told(good()));
    expect(await failures()).toEqual([]);
  });

  it('is a fault where a service fails, so that it is told again', async () => {
    ports.ledger.entries = async () => Promise.reject(new Error('throttled'));
    await expect(feedback(told(good()))).rejects.toThrow('throttled');
  });
});

describe('the sender', () => {
  it('is mailed who did not get what, at which address, what to do, and where', async () => {
    await feedback(told(await invited()));
    await warn();
    expect(warnings().map(({ to, subject, tags }) => [to.address, subject, tags.party])).toEqual([
      [OWNER.email, 'Non recapitato, Maria Rossi: Contratto di fornitura', 'sender'],
    ]);
    const { text } = warnings()[0]!;
    expect(text).toContain('non è arrivato a Maria Rossi al recapito maria.rossi@example.com');
    expect(text).toContain('«Correggi il recapito»');
    expect(text).toContain(`${BRAND.appUrl}/console#/envelopes/${id}`);
    expect(text).not.toMatch(/\/sign#/);
  });

  it('is mailed once a message, though the event comes twice, or at once', async () => {
    await feedback(told(await invited()));
    await Promise.allSettled([warn(), warn()]);
    await warn();
    expect(warnings()).toHaveLength(1);
  });

  it('is mailed again of each further message', async () => {
    await feedback(told(await invited()));
    await feedback(told(await invited()));
    await warn();
    expect(warnings()).toHaveLength(2);
  });

  it('is mailed later if the mail could not go at first', async () => {
    await feedback(told(await invited()));
    const { send } = ports.mailer;
    ports.mailer.send = async () => Promise.reject(new Error('throttled'));
    await expect(warn()).rejects.toThrow('throttled');
    ports.mailer.send = send;
    await warn();
    expect(warnings()).toHaveLength(1);
  });

  it('is told that a mail was marked as spam, not that it did not arrive', async () => {
    await feedback(told(await invited(), { eventType: 'Complaint' }));
    await warn();
    expect(warnings()[0]!.subject).toMatch(/^Segnalato come spam/);
    expect(warnings()[0]!.text).not.toContain('non è arrivato');
  });

  it('is not mailed of a delay', async () => {
    await feedback(told(await invited(), { eventType: 'DeliveryDelay' }));
    await warn();
    const { seq } = await ports.ledger.load(id);
    const metadata = { envelopeId: id, id: `${id}-${seq}` };
    await feedback({
      source: 'sigillo',
      'detail-type': 'delivery.failed',
      detail: { metadata },
    });
    expect(outcomes.at(-1)).toBe('nothing to do');
    expect(warnings()).toEqual([]);
  });

  it('is told of a former contact by that contact, and that there is nothing to do', async () => {
    const tags = await invited();
    await step(ports, id, 'contact.corrected', { party: 'd1', channel: CORRECTED });
    await feedback(told(tags));
    await warn();
    expect(warnings()[0]!.text).toContain(DIRECTORS);
    expect(warnings()[0]!.text).toContain('Non serve fare nulla');
  });

  it('is to hand on the signed copy that did not arrive', async () => {
    id = await completedEnvelope(ports);
    await feedback(told({ envelope: id, party: 'd1', round: '0', notice: 'delivery' }));
    await warn();
    expect(warnings()[0]!.text).toContain('scarichi il documento firmato');
  });

  it('is not mailed of an invitation of who has signed meanwhile', async () => {
    const tags = await invited();
    await signedStep(ports, id, 'd1', 0);
    await feedback(told(tags));
    await warn();
    expect(warnings()).toEqual([]);
  });

  it('is not warned of the warning: neither if it bounces nor if it cannot be sent', async () => {
    await feedback(told(await invited()));
    await warn();
    const { tags } = warnings()[0]!;
    await feedback(told(tags, BOUNCED, OWNER.email));
    await warn();
    expect(warnings()).toHaveLength(1);
    ports.mailer.undeliverable.add(OWNER.email);
    await feedback(told(await invited()));
    await warn();
    await warn();
    expect((await failures()).map(({ to, notice, reason }) => [to, notice, reason])).toEqual([
      ['d1', 'invitation', 'bounce: Permanent, NoEmail'],
      ['sender', 'warning', 'bounce: Permanent, NoEmail'],
      ['d1', 'reminder', 'bounce: Permanent, NoEmail'],
      ['sender', 'warning', 'undeliverable'],
    ]);
    expect(warnings()).toHaveLength(1);
  });

  it('is told the same of what SES refuses as it is sent', async () => {
    ports.mailer.undeliverable.add(DIRECTORS);
    await invitedLink(ports, id, 'd1').catch(() => {});
    expect(await markOf()).toMatchObject({ kind: 'failed' });
    await warn();
    await warn();
    expect(warnings()).toHaveLength((await failures()).length);
    expect(warnings()[0]!.text).toContain(DIRECTORS);
  });
});

describe('a text message that did not arrive', () => {
  const line = (messageId: string, providerResponse?: string, destination = '+393331234567') =>
    JSON.stringify({
      notification: { messageId, timestamp: '2026-03-02 09:00:04.000' },
      delivery: { destination, smsType: 'Transactional', providerResponse },
      status: 'FAILURE',
    });
  function batch(messages: readonly string[], messageType = 'DATA_MESSAGE') {
    const logEvents = messages.map((message) => ({ id: '1', timestamp: 1, message }));
    const json = JSON.stringify({ messageType, logGroup: 'sns', logEvents });
    return { awslogs: { data: gzipSync(json).toString('base64') } };
  }
  async function texted(): Promise<string> {
    await written('c1');
    return ports.textMessages.sent.at(-1)!.messageId;
  }

  it('is recorded once, by whose it was and SNS’s reason, without the number', async () => {
    const failed = line(await texted(), 'Phone number is opted out');
    await feedback(batch([failed, failed]));
    await feedback(batch([failed]));
    expect(await failures()).toMatchObject([
      { to: 'c1', notice: 'invitation', round: 0, reason: 'text: Phone number is opted out' },
    ]);
    expect(await markOf('c1')).toMatchObject({ kind: 'failed' });
    await warn();
    expect(warnings()[0]!.text).toContain('+393331234567');
  });

  it('after another one leaves a trace of its own', async () => {
    await feedback(batch([line(await texted()), line(await texted())]));
    expect(await failures()).toHaveLength(2);
  });

  it('says no more of a reason that is none of SNS’s own', async () => {
    await feedback(batch([line(await texted(), 'No route to +393331234567')]));
    expect(await failures()).toMatchObject([{ reason: 'text: not delivered' }]);
  });

  it('to a former number does not mark the corrected one, whatever version sent it', async () => {
    await ports.sentTexts.put(
      'old',
      { envelopeId: id, party: 'c1', notice: 'invitation' },
      ports.clock.now().getTime() / 1000 + 86_400,
    );
    const channel = { kind: 'sms', number: '+393337654321' } as const;
    await step(ports, id, 'contact.corrected', { party: 'c1', channel });
    await feedback(batch([line('old')]));
    expect(await failures()).toMatchObject([{ round: 0, message: 'old' }]);
    expect(await markOf('c1')).toBeUndefined();
  });

  it('of another application is none of ours, nor is a line of another kind', async () => {
    const long = line('x'.repeat(20_000));
    await feedback(batch([line('somebody-else'), 'not JSON', '{"status":"SUCCESS"}', long]));
    await feedback(batch([line('x')], 'CONTROL_MESSAGE'));
    expect(await failures()).toHaveLength(0);
  });
});

describe('entries of former versions', () => {
  it.each([
    ['bounce: Permanent, NoEmail', 'failed'],
    ['bounce: Transient, MailboxFull', 'delayed'],
    ['complaint', 'complaint'],
    ['text: not delivered', 'failed'],
    ['undeliverable', 'failed'],
  ])('say by their reason what became of the message: %s', async (reason, kind) => {
    await step(ports, id, 'delivery.failed', { to: 'd1', notice: 'reminder', reason });
    expect(await markOf()).toMatchObject({ kind });
  });
});

describe('a party', () => {
  it('cannot be called what the employee is called in tags and entries', () => {
    const idOf = (name: string) => PartyInput.shape.id.safeParse(name).success;
    expect([idOf('sender'), idOf('sender1'), idOf('d1')]).toEqual([false, true, true]);
  });
});
