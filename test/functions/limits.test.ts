import { beforeEach, describe, expect, it } from 'vitest';
import { termsFactsOf } from '../../functions/signer/signer-settings.ts';
import { EnvelopeInput } from '../../shared/contract/sender/sender-inputs.ts';
import { DAILY_LIMITS } from '../../shared/domain/limits.ts';
import { termsIn } from '../../shared/messages/terms/terms.ts';
import { step } from '../fixtures/envelope-steps.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS } from '../fixtures/sample-envelope.ts';
import { EMPLOYEE, SENDER_SETTINGS, senderDesk } from '../fixtures/sender-desk.ts';
import {
  Browser,
  invitedLink,
  onClientsTurn,
  SETTINGS,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

const CALLER = { ...EMPLOYEE, isAdministrator: true };
const MIDNIGHT = '2026-03-03T00:00:00.000Z';
const full = (act: string, until = MIDNIGHT) => ({ code: 'too_many', detail: { act, until } });
const times = (count: number) => Array.from({ length: count });

const INPUT = EnvelopeInput.parse({ title: 'T', language: 'it', parties: [DIRECTOR, CLIENT] });

let ports: SignerPorts;

beforeEach(() => {
  ports = signerPorts();
});

function desk(limits: Partial<typeof DAILY_LIMITS> = {}) {
  const run = senderDesk(ports, {
    ...SENDER_SETTINGS,
    DAILY_LIMITS: { ...DAILY_LIMITS, ...limits },
  });
  const ask = <B>(body: B, path: Record<string, string> = {}, caller = CALLER) =>
    ({ body, query: {}, path, language: 'it', caller }) as const;
  return {
    create: (caller = CALLER) => run.create(ask(INPUT, {}, caller)),
    upload: (id: string) => run.upload(ask({ fileName: 'a.pdf', size: 10 }, { id })),
    send: (id: string) => run.send(ask({}, { id })),
    resend: (id: string, party: string) => run.resend(ask({}, { id, party })),
    correct: (id: string, number: string) =>
      run.correct(ask({ channel: { kind: 'sms', number } as const }, { id, party: 'c1' })),
  };
}

/** A draft ready to be sent; one of its two parties is reached by text message. */
async function ready(at = desk()): Promise<string> {
  const { id } = await at.create();
  await ports.documents.put(DOCUMENT.key, new Uint8Array(1), { contentType: 'application/pdf' });
  await step(ports, id, 'document.accepted', DOCUMENT);
  await step(ports, id, 'placed', { fields: FIELDS.filter(({ party }) => party) });
  return id;
}

describe('a sender', () => {
  it('makes so many requests a day, and as many the next day again', async () => {
    const at = desk({ envelopesOfSender: 3 });
    for (const _ of times(3)) await at.create();
    await expect(at.create()).rejects.toMatchObject(full('create'));
    await at.create({ ...CALLER, subject: 'u2' });
    ports.clock.set(MIDNIGHT);
    await at.create();
  });

  it('uploads so often, sends so many requests and so many text messages', async () => {
    const at = desk({ uploadsOfSender: 2, envelopesOfSender: 5, textMessagesOfSender: 2 });
    const ids = [await ready(at), await ready(at), await ready(at)];
    for (const _ of times(2)) await at.upload(ids[0]!);
    await expect(at.upload(ids[0]!)).rejects.toMatchObject(full('upload'));
    await at.send(ids[0]!);
    await at.send(ids[1]!);
    await expect(at.send(ids[2]!)).rejects.toMatchObject(full('text_message'));
    expect((await ports.ledger.load(ids[2]!)).status).toBe('draft');
  });

  it('is counted nothing for what was refused', async () => {
    const at = desk({ envelopesOfSender: 1, textMessagesOfSender: 1 });
    const id = await ready(at);
    await step(ports, id, 'placed', { fields: [] });
    for (const _ of times(3))
      await expect(at.send(id)).rejects.toMatchObject({ code: 'signature_field_missing' });
    await step(ports, id, 'placed', { fields: FIELDS.filter(({ party }) => party) });
    await at.send(id);
  });

  it('asks for text messages by new invitations and corrected numbers too', async () => {
    const at = desk({ textMessagesOfSender: 2 });
    const id = await onClientsTurn(ports);
    await at.resend(id, 'c1');
    await at.correct(id, '+393337654321');
    ports.clock.advance(120);
    await expect(at.resend(id, 'c1')).rejects.toMatchObject(full('text_message'));
    await at.resend(id, 'c2');
  });
});

describe('the company', () => {
  it('has text messages for codes when its senders have used up theirs', async () => {
    const limits = { textMessages: 3, codeReserve: 2 };
    const at = desk(limits);
    const id = await onClientsTurn(ports);
    const browser = new Browser(signerDoor(ports, { ...SETTINGS, limits }));
    await browser.open(await invitedLink(ports, id, 'c1'));
    await at.send(await ready(at));
    await expect(at.send(await ready(at))).rejects.toMatchObject(full('text_message'));
    await browser.consent();
    for (const _ of times(2)) {
      expect((await browser.sendCode()).status).toBe(200);
      ports.clock.advance(61);
    }
    const sent = ports.textMessages.sent.length;
    const { status, body, result } = await browser.sendCode();
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'too_many', facts: { act: 'text_message' } });
    expect(body.title).toMatch(/SMS.*dal 3 marzo 2026 alle ore 00:00/);
    expect(Number(result.headers?.['retry-after'])).toBe(body.facts.seconds);
    expect(ports.textMessages.sent).toHaveLength(sent);
  });

  it('loses no try of a code that could not be sent for the limit', async () => {
    const limits = { textMessages: 1 };
    const id = await onClientsTurn(ports);
    const browser = new Browser(signerDoor(ports, { ...SETTINGS, limits }));
    await browser.open(await invitedLink(ports, id, 'c1'));
    await browser.consent();
    await browser.sendCode();
    for (const _ of times(8)) {
      ports.clock.advance(61);
      expect((await browser.sendCode()).body.code).toBe('too_many');
    }
    ports.clock.set('2026-03-03T00:00:01.000Z');
    await browser.open(await invitedLink(ports, id, 'c1'));
    expect((await browser.sendCode()).status).toBe(200);
  });
});

describe('a link', () => {
  it('opens so many sessions an hour; a page that is loaded again needs no other', async () => {
    const id = await onClientsTurn(ports);
    const link = await invitedLink(ports, id, 'c2');
    const door = signerDoor(ports);
    const mine = new Browser(door);
    await mine.open(link);
    const scanned = await Promise.all(times(70).map(() => new Browser(door).open(link)));
    const refused = scanned.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(11);
    expect(refused[0]!.body.facts).toMatchObject({
      act: 'open',
      until: '2026-03-02T10:00:00.000Z',
    });
    expect((await mine.open(link)).status).toBe(200);
    ports.clock.set('2026-03-02T10:00:00.000Z');
    expect((await new Browser(door).open(link)).status).toBe(200);
  });

  it('whose terms are accepted in two languages in turn writes few entries, and says until when', async () => {
    const id = await onClientsTurn(ports);
    const browser = new Browser(signerDoor(ports));
    await browser.open(await invitedLink(ports, id, 'c2'));
    const facts = termsFactsOf(SETTINGS, { documentDays: 14 });
    const terms = (['it', 'en'] as const).map((language) => termsIn(language, facts));
    for (const turn of times(500).keys()) {
      const { version, sha256 } = terms[turn % 2]!;
      await browser.ask('POST /api/sign/{handle}/consent', { version, sha256, language: 'it' });
    }
    const entries = await ports.ledger.entries(id);
    expect(entries.filter(({ type }) => type === 'consented')).toHaveLength(10);
    expect(browser.answers.find(({ status }) => status >= 400)).toMatchObject({
      status: 429,
      body: { code: 'too_many', facts: { act: 'consent', seconds: 3600 } },
    });
  });
});
