import { beforeAll, describe, expect, it } from 'vitest';
import { makeDeliver } from '../../functions/deliver/deliver.ts';
import { eventOf } from '../../functions/relay/event-of.ts';
import { publicRecord } from '../../functions/relay/public-record.ts';
import type { Channel } from '../../shared/domain/envelope/party.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import { contactsOf } from '../../shared/domain/envelope/undelivered.ts';
import { secretSha256 } from '../../shared/domain/secrets/secret.ts';
import { revision, step } from '../fixtures/envelope-steps.ts';
import { OWNER } from '../fixtures/sample-envelope.ts';
import {
  Browser,
  invitedLink,
  onClientsTurn,
  SETTINGS,
  type SignerPorts,
  signedStep,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

const LINK = /\/sign#([\w-]{43})/g;
const CODE = /^ {4}(\d{6})$|#(\d{6})$/m;
const MOBILE = { kind: 'sms', number: '+393337654321' } as const;

let ports: SignerPorts;
let id: string;
let asked: string[];

const written = () => [
  ...ports.mailer.sent.map(({ to, text, html }) => ({ to: to.address, text: `${text}\n${html}` })),
  ...ports.textMessages.sent.map(({ number, text }) => ({ to: number, text })),
];
const linksIn = (text: string) => [...new Set([...text.matchAll(LINK)].map(([, link]) => link!))];
const addressOf = (channel: Channel) => (channel.kind === 'sms' ? channel.number : channel.address);

/** Opens its own link and requests a code. */
async function asksForCode(party: string): Promise<void> {
  const browser = new Browser(signerDoor(ports));
  await browser.open(await invitedLink(ports, id, party));
  await browser.shown();
  await browser.consent();
  await browser.sendCode();
  const { channel } = (await ports.ledger.load(id)).parties.find((each) => each.id === party)!;
  asked.push(addressOf(channel));
}

/** Invitations, reminders, new links, corrected contacts, codes, the end and its copies. */
beforeAll(async () => {
  ports = signerPorts();
  asked = [];
  id = await onClientsTurn(ports);
  for (const party of ['c1', 'c2']) await asksForCode(party);
  ports.clock.advance(120);
  await step(ports, id, 're-sent', { party: 'c2' });
  await asksForCode('c2');
  await step(ports, id, 'contact.corrected', { party: 'c1', channel: MOBILE });
  await asksForCode('c1');
  await step(ports, id, 'contact.corrected', {
    party: 'c2',
    channel: { kind: 'email', address: 'zoe.mueller@example.com' },
  });
  await asksForCode('c2');
  for (const [index, party] of ['c1', 'c2'].entries()) {
    await signedStep(ports, id, party, 1);
    await step(ports, id, 'appended', { party, revision: revision(id, index + 2) });
  }
  const file = { ...revision(id, 4), key: `closed/${id}/signed.pdf` };
  await ports.documents.put(file.key, Buffer.from('%PDF-1.7'), { contentType: 'application/pdf' });
  await step(ports, id, 'completed', {
    file,
    beforeSeal: revision(id, 3),
    ledgerHead: 'c'.repeat(64),
  });
  await makeDeliver(ports, SETTINGS)({ operation: 'deliver', envelopeId: id });
});

/** Invariant 7: only the signer's own channel ever receives a link or a code. */
describe('whatever is written', () => {
  it('a link goes to the contact that its party had in the link’s round', async () => {
    const entries = await ports.ledger.entries(id);
    let links = 0;
    for (const { to, text } of written())
      for (const token of linksIn(text)) {
        const { party, round } = (await ports.links.find(secretSha256(token)))!;
        expect(to).toBe(addressOf(contactsOf(entries, party)[round]!));
        links += 1;
      }
    expect(links).toBeGreaterThanOrEqual(8);
  });

  it('a code goes to the contact of the party that asked for it, and nowhere else', () => {
    expect(asked).toHaveLength(5);
    const reached = written().filter(({ text }) => CODE.test(text));
    expect(reached.map(({ to }) => to).sort()).toEqual([...asked].sort());
  });

  it('the sender gets neither', () => {
    const toSender = written().filter(({ to }) => to === OWNER.email);
    expect(toSender.length).toBeGreaterThan(0);
    for (const { text } of toSender) {
      expect(linksIn(text)).toEqual([]);
      expect(text).not.toMatch(CODE);
    }
  });

  it('neither stands in ledger, list, record, events, or what is kept of sessions', async () => {
    const entries = await ports.ledger.entries(id);
    const envelope = await ports.ledger.load(id);
    const told = JSON.stringify([
      entries,
      summaryOf(envelope),
      publicRecord(envelope, { company: 'Acme', showTitle: true }),
      entries.map((entry) => eventOf(entry, envelope)),
      [...ports.links.rows],
      [...ports.sessions.rows],
    ]);
    const secrets = written().flatMap(({ text }) => [
      ...linksIn(text),
      ...[CODE.exec(text)].flatMap((found) => found?.[1] ?? found?.[2] ?? []),
    ]);
    expect(secrets.length).toBeGreaterThanOrEqual(13);
    for (const secret of secrets) expect(told).not.toContain(`"${secret}"`);
  });
});
