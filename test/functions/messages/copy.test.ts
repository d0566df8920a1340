import { PNG } from 'pngjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDeliver } from '../../../functions/deliver/deliver.ts';
import { MAX_ATTACHED_BYTES } from '../../../functions/deliver/signed-copy.ts';
import { warningOf } from '../../../functions/feedback/warning-of.ts';
import { publicRecord } from '../../../functions/relay/public-record.ts';
import { timelineOf } from '../../../functions/sender/reading/timeline.ts';
import { MailEvent } from '../../../shared/contract/feedback.ts';
import type { Signing } from '../../../shared/domain/envelope/envelope.ts';
import { NOT_SENT_YET } from '../../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { Undeliverable } from '../../../shared/ports/messages.ts';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';
import {
  Browser,
  confirmed,
  invitedLink,
  mayDecline,
  onClientsTurn,
  PARTNER,
  SETTINGS,
  type SignerPorts,
  signedStep,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

const ADDRESS = 'luca.verdi@casa.example';
const STAMP = new PNG({ width: 20, height: 20 });
STAMP.data.fill(0x80);
const SIGNATURE = { method: 'typed', text: 'Luca Verdi', hand: 'caveat' } as const;

let ports: SignerPorts;
let id: string;
let browser: Browser;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
});

const confirm = async (party: string, channel: 'email' | 'sms') =>
  confirmed(ports, browser, await invitedLink(ports, id, party), channel);

const signedData = async (party: string) =>
  (await ports.ledger.entries(id)).find(
    (entry): entry is Entry<'signed'> => entry.type === 'signed' && entry.data.party === party,
  )!.data;

async function signAs(party: string): Promise<void> {
  const { documentSha256 } = (await browser.show()).body;
  const stamped = await browser.upload('stamp');
  const key = stamped.body.fields.key;
  await ports.documents.put(key, PNG.sync.write(STAMP), { contentType: 'image/png' });
  const values = party === 'c1' ? { ct: 'Via Po 1', ck: true } : {};
  const stamp = party === 'c1' ? { stamp: { upload: stamped.body.upload } } : {};
  const answer = await browser.sign({ documentSha256, values, signature: SIGNATURE, ...stamp });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

describe('a party reached by text message', () => {
  it('is asked once where its copy goes, after the code', async () => {
    await browser.open(await invitedLink(ports, id, 'c1'));
    expect((await browser.show()).body.copy).toBeUndefined();
    await confirm('c1', 'sms');
    expect((await browser.show()).body.copy).toEqual({ answered: false });
    const answer = await browser.copy(ADDRESS);
    expect(answer.body.copy).toEqual({ answered: true, address: ADDRESS });
    expect((await browser.show()).body.copy).toEqual({ answered: true, address: ADDRESS });
  });

  it('may want none, and is not asked again', async () => {
    await confirm('c1', 'sms');
    await browser.copy();
    expect((await browser.show()).body.copy).toEqual({ answered: true });
    await signAs('c1');
    expect(await signedData('c1')).not.toHaveProperty('copyAddress');
  });

  it('has the address in the entry of its signature, and in no other', async () => {
    await confirm('c1', 'sms');
    await browser.copy('other@casa.example');
    await browser.copy(ADDRESS);
    await signAs('c1');
    expect(await signedData('c1')).toMatchObject({ copyAddress: ADDRESS });
    const others = (await ports.ledger.entries(id)).filter(({ type }) => type !== 'signed');
    expect(JSON.stringify(others)).not.toContain('casa.example');
  });

  it('finds its answer again, whatever rule held when it was kept', async () => {
    await confirm('c1', 'sms');
    await browser.copy(ADDRESS);
    const key = `open/${id}/drafts/c1-copy.json`;
    const kept = Buffer.from(JSON.stringify({ address: 'luca@verdi', further: true }));
    await ports.documents.put(key, kept, { contentType: 'application/json' });
    expect((await browser.show()).body.copy).toEqual({ answered: true, address: 'luca@verdi' });
  });

  it('confirms by the channel that the sender chose, whatever it answers', async () => {
    await confirm('c1', 'sms');
    await browser.copy(ADDRESS);
    await signAs('c1');
    expect((await signedData('c1')).confirmation.channel).toBe('+39 ••• ••• 4567');
  });
});

describe('the question where a copy goes', () => {
  it('is answered by nobody who holds the link alone, or a code to decline', async () => {
    await browser.open(await invitedLink(ports, id, 'c1'));
    const refused = { status: 403, body: { code: 'confirmation_required' } };
    expect(await browser.copy(ADDRESS)).toMatchObject(refused);
    await browser.shown();
    await mayDecline(ports, browser, 'sms');
    expect(await browser.copy(ADDRESS)).toMatchObject(refused);
    expect((await browser.show()).body.copy).toBeUndefined();
  });

  it('is not put to who is reached by e-mail', async () => {
    await confirm('c2', 'email');
    expect((await browser.show()).body.copy).toBeUndefined();
    expect(await browser.copy(ADDRESS)).toMatchObject({
      status: 409,
      body: { code: 'copy_not_needed' },
    });
  });

  it.each(['nobody', 'a@b', `${'a'.repeat(250)}@example.com`, 'a@example.com\r\nBcc: b@c.de'])(
    'takes no %j for an address',
    async (address) => {
      await confirm('c1', 'sms');
      expect(await browser.copy(address)).toMatchObject({
        status: 400,
        body: { code: 'malformed' },
      });
    },
  );

  it('is put anew to whoever is behind a corrected contact', async () => {
    await confirm('c1', 'sms');
    await browser.copy(ADDRESS);
    ports.clock.advance(60);
    const channel = { kind: 'sms', number: '+393337654321' } as const;
    await step(ports, id, 'contact.corrected', { party: 'c1', channel });
    await confirm('c1', 'sms');
    expect((await browser.show()).body.copy).toEqual({ answered: false });
  });

  it('is answered so often an hour; the same answer once more is none', async () => {
    await confirm('c1', 'sms');
    for (let at = 0; at < LIMITS.copy.perHour; at++) {
      expect((await browser.copy(`a${at}@casa.example`)).status).toBe(200);
      expect((await browser.copy(`a${at}@casa.example`)).status).toBe(200);
    }
    expect(await browser.copy(ADDRESS)).toMatchObject({
      status: 429,
      body: { code: 'too_many', facts: { act: 'copy' } },
    });
  });

  it('is counted by the hour and by the day, for each party of a turn apart', async () => {
    const channel = { kind: 'sms', number: '+393339876543' } as const;
    id = await onClientsTurn(ports, { ...PARTNER, channel });
    const { takes } = countingTakes(ports);
    async function countedFor(party: string) {
      await confirm(party, 'sms');
      takes.length = 0;
      await browser.copy();
      return takes.map(([counter]) => counter);
    }
    const [first, second] = [await countedFor('c1'), await countedFor('c2')];
    expect(new Set([...first, ...second]).size).toBe(4);
    expect(takes.map(([, most]) => most)).toEqual([LIMITS.copy.perHour, LIMITS.copy.perDay]);
  });

  it('is answered by nobody after the deadline, though the code still stands', async () => {
    const { deadline } = (await ports.ledger.load(id)) as Signing;
    const left = (Date.parse(deadline) - ports.clock.now().getTime()) / 1_000;
    ports.clock.advance(left - 60);
    await confirm('c1', 'sms');
    ports.clock.advance(60);
    expect(await browser.copy(ADDRESS)).toMatchObject({
      status: 409,
      body: { code: 'envelope_closed', facts: { status: 'expired' } },
    });
  });

  it('promises one address only so many copies a day, whoever asks', async () => {
    const { takes } = countingTakes(ports);
    await confirm('c1', 'sms');
    await browser.copy('Luca.Verdi@Casa.example');
    const [of, most] = takes.at(-1)!;
    expect(most).toBe(LIMITS.copyTo.perDay);
    expect(of).not.toMatch(/casa/i);
    await browser.copy('other@casa.example');
    await browser.copy(ADDRESS);
    expect(takes.at(-1)).toEqual([of, most]);
    await browser.copy(ADDRESS.replace('@', '+again@'));
    expect(takes.at(-1)).toEqual([of, most]);
    await browser.copy(`+${ADDRESS}`);
    expect(takes.at(-1)).not.toEqual([of, most]);
  });
});

function countingTakes({ counters }: SignerPorts) {
  const takes: [string, number][] = [];
  const take = counters.take.bind(counters);
  counters.take = (counter: string, amount: number, most: number) => {
    takes.push([counter, most]);
    return take(counter, amount, most);
  };
  return { takes };
}

/** Both clients have signed, c1 with an address for its copy, and the company has sealed. */
async function completed(length = 8): Promise<void> {
  await confirm('c1', 'sms');
  await browser.copy(ADDRESS);
  await signAs('c1');
  await signedStep(ports, id, 'c2', 1);
  for (const [index, party] of ['c1', 'c2'].entries())
    await step(ports, id, 'appended', { party, revision: revision(id, index + 2) });
  const file = { ...revision(id, 4), key: `closed/${id}/signed.pdf`, length };
  await ports.documents.put(file.key, Buffer.from('%PDF-1.7'), { contentType: 'application/pdf' });
  const beforeSeal = revision(id, 3);
  await step(ports, id, 'completed', { file, beforeSeal, ledgerHead: 'c'.repeat(64) });
  ports.mailer.sent.length = 0;
  ports.textMessages.sent.length = 0;
}

const deliver = () => makeDeliver(ports, SETTINGS)({ operation: 'deliver', envelopeId: id });
const copies = () => ports.mailer.sent.filter(({ to }) => to.address === ADDRESS);
const entriesOf = async <T extends Entry['type']>(type: T) =>
  (await ports.ledger.entries(id)).filter((entry) => entry.type === type) as Entry<T>[];

describe('the copy', () => {
  it('is the signed PDF, and neither link nor code', async () => {
    await completed();
    await deliver();
    const [mail] = copies();
    expect(mail!.attachments?.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    expect(mail!.html + mail!.text).not.toMatch(/https?:|href|\/sign|#[\w-]{43}/);
    expect(mail!.text).not.toMatch(/\b\d{6}\b/);
    expect(mail!.text).toContain('Luca Verdi');
    expect(mail!.subject).toContain('Contratto di fornitura');
    expect(ports.textMessages.sent).toHaveLength(1);
  });

  it('goes once, and the ledger says to which address, masked', async () => {
    await completed();
    await Promise.allSettled([deliver(), deliver()]);
    await deliver();
    expect(copies()).toHaveLength(1);
    const told = (await entriesOf('delivered')).map(({ data }) => data);
    expect(told.filter(({ to }) => to === 'c1')).toEqual([
      { to: 'c1', attached: false },
      { to: 'c1', attached: true, copy: 'l•••@casa.example' },
    ]);
    const { facts } = timelineOf(await ports.ledger.entries(id)).findLast(
      ({ type, party }) => type === 'delivered' && party === 'c1',
    )!;
    expect(facts).toMatchObject({ copy: 'l•••@casa.example' });
  });

  it('that is too large for a mail is at the link on the phone, which the mail does not have', async () => {
    await completed(MAX_ATTACHED_BYTES + 1);
    await deliver();
    const [mail] = copies();
    expect(mail!.attachments).toEqual([]);
    expect(mail!.text).toContain('+39 ••• ••• 4567');
    expect(mail!.text).toContain('16 marzo 2026 alle ore 10:00 CET');
    expect(mail!.html + mail!.text).not.toMatch(/https?:|href/);
  });

  it('goes to nobody where the envelope ended otherwise', async () => {
    await confirm('c1', 'sms');
    await browser.copy(ADDRESS);
    await signAs('c1');
    await step(ports, id, 'voided', { reason: 'Errore' });
    await deliver();
    expect(copies()).toEqual([]);
  });

  it('is the mail of the sender, where the address is hers and so is the name', async () => {
    await completed();
    const load = ports.ledger.load.bind(ports.ledger);
    const owner = { ...OWNER, email: ADDRESS, name: 'Luca Verdi' };
    ports.ledger.load = async (envelopeId) => ({ ...(await load(envelopeId)), owner });
    await deliver();
    expect(copies()).toHaveLength(1);
    expect(copies()[0]!.text).toContain('/console#');
  });

  it('that cannot be sent yet goes later; the text message is not sent again', async () => {
    await completed();
    const send = ports.mailer.send.bind(ports.mailer);
    ports.mailer.send = (mail) =>
      mail.to.address === ADDRESS ? Promise.reject(new Error('no SES')) : send(mail);
    await expect(deliver()).rejects.toThrow('no SES');
    const [failure] = await entriesOf('delivery.failed');
    expect(failure!.data).toEqual({
      ...{ to: 'c1', notice: 'copy', reason: NOT_SENT_YET, kind: 'delayed', round: 0 },
    });
    const partyNow = async () =>
      (await ports.ledger.load(id)).parties.find((party) => party.id === 'c1')!;
    expect((await partyNow()).undelivered).toMatchObject({ notice: 'copy' });
    ports.mailer.send = send;
    ports.clock.advance(60);
    await deliver();
    expect(copies()).toHaveLength(1);
    expect(ports.textMessages.sent).toHaveLength(1);
    expect((await partyNow()).undelivered).toBeUndefined();
  });

  it('that can never arrive is told to the sender, who learns no more than the masked address', async () => {
    await completed();
    const send = ports.mailer.send.bind(ports.mailer);
    ports.mailer.send = (mail) =>
      mail.to.address === ADDRESS ? Promise.reject(new Undeliverable('no')) : send(mail);
    await deliver();
    await deliver();
    const failures = await entriesOf('delivery.failed');
    expect(failures).toHaveLength(1);
    const entries = await ports.ledger.entries(id);
    const warning = warningOf(await ports.ledger.load(id), entries, failures[0]!);
    expect(warning).toEqual({
      name: 'Luca Verdi',
      contact: 'l•••@casa.example',
      about: { kind: 'failed', notice: 'copy', next: 'handOver' },
    });
    const item = timelineOf(entries).find(({ type }) => type === 'delivery.failed')!;
    expect(item.facts).toMatchObject({ channel: 'l•••@casa.example' });
  });

  it('has tags by which a bounce is known', async () => {
    await completed();
    await deliver();
    const tags = Object.fromEntries(
      Object.entries(copies()[0]!.tags).map(([name, value]) => [name, [value]]),
    );
    const event = MailEvent.parse({
      source: 'aws.ses',
      detail: { eventType: 'Bounce', mail: { messageId: 'x', tags } },
    });
    expect(event.detail.mail.tags).toMatchObject({ party: 'c1', notice: 'copy', round: 0 });
  });

  it('is nothing that the public record knows of', async () => {
    await completed();
    await deliver();
    const record = JSON.stringify(
      publicRecord(await ports.ledger.load(id), {
        company: 'Acme S.r.l.',
        showTitle: true,
      }),
    );
    expect(record).not.toMatch(/casa|copy/i);
  });
});
