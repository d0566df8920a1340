import { beforeEach, describe, expect, it } from 'vitest';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import { draft, revision, step } from '../../fixtures/envelope-steps.ts';
import { DIRECTOR, OWNER } from '../../fixtures/sample-envelope.ts';
import {
  arrivedCode,
  Browser,
  confirmed,
  invitedLink,
  PARTNER,
  recordedTypes,
  type SignerPorts,
  sentEnvelope,
  signedStep,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

/** The sender, as the envelope's first signer. */
const GIULIA: Party = {
  ...DIRECTOR,
  name: OWNER.name,
  channel: { kind: 'email', address: 'Giulia@Example.com' },
};
const CLAIMS = { sub: OWNER.subject, email: OWNER.email, name: OWNER.name, email_verified: true };

let ports: SignerPorts;
let id: string;
let browser: Browser;

beforeEach(async () => {
  ports = signerPorts();
  id = await sentEnvelope(ports, PARTNER, undefined, GIULIA);
  browser = new Browser(signerDoor(ports));
});

const begun = (claims: Record<string, unknown>) => new Browser(signerDoor(ports)).begin(id, claims);

describe('a sender who signs', () => {
  it('begins her own ceremony at once, by a cookie and with no secret in the answer', async () => {
    const { status, body, result } = await browser.begin(id, CLAIMS);
    expect(status).toBe(200);
    expect(body).toEqual({ handle: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(result.cookies).toEqual([
      expect.stringMatching(
        new RegExp(
          `^__Host-s-${body.handle}=[\\w-]{43}; Path=/; Max-Age=\\d+; Secure; HttpOnly; SameSite=Strict$`,
        ),
      ),
    ]);
    expect((await browser.show()).body).toMatchObject({ state: 'open', me: { id: 'd1' } });
  });

  it('is recorded as the party that has opened the document, with her address', async () => {
    await browser.begin(id, CLAIMS);
    await browser.begin(id, CLAIMS);
    const opened = (await ports.ledger.entries(id)).filter(({ type }) => type === 'opened');
    expect(opened).toEqual([
      expect.objectContaining({
        actor: { kind: 'party', party: 'd1', address: '203.0.113.9', agent: 'vitest' },
        data: { party: 'd1' },
      }),
    ]);
  });

  it('is told that the request is her own, and the next party whose it is', async () => {
    await browser.begin(id, CLAIMS);
    expect((await browser.show()).body).toMatchObject({ isSender: true, sender: OWNER.name });
    await signedStep(ports, id, 'd1', 0);
    const next = new Browser(signerDoor(ports));
    await next.open(await invitedLink(ports, id, PARTNER.id));
    expect((await next.show()).body).not.toHaveProperty('isSender');
  });

  it('still needs a code, which goes to her own channel', async () => {
    await browser.begin(id, CLAIMS);
    await browser.shown();
    await browser.consent();
    const early = { values: {}, signature: { kind: 'typed', hand: 'hand-1' } };
    expect((await browser.sign(early)).status).not.toBe(200);
    expect((await browser.sendCode()).status).toBe(200);
    expect(ports.mailer.sent.at(-1)!.to.address).toBe('Giulia@Example.com');
    expect((await browser.confirm(arrivedCode(ports, 'email'))).status).toBe(200);
  });

  it('keeps a confirmed session where she begins once more', async () => {
    await browser.begin(id, CLAIMS);
    await browser.shown();
    await browser.consent();
    await browser.sendCode();
    await browser.confirm(arrivedCode(ports, 'email'));
    const { body } = await browser.begin(id, CLAIMS);
    expect((await browser.show()).body).toMatchObject({
      handle: body.handle,
      confirmedUntil: expect.any(String),
    });
  });

  it('has a link by mail all the same, also for another day', async () => {
    await browser.begin(id, CLAIMS);
    const link = await invitedLink(ports, id, 'd1');
    const later = new Browser(signerDoor(ports));
    await confirmed(ports, later, link, 'email');
    expect(ports.mailer.sent[0]!.text).not.toContain(`${OWNER.name} chiede`);
  });

  it('begins with the turn of hers that has come, where she has two', async () => {
    const again = { ...PARTNER, name: OWNER.name, channel: GIULIA.channel };
    id = await sentEnvelope(ports, again, undefined, GIULIA);
    await signedStep(ports, id, 'd1', 0);
    await step(ports, id, 'appended', { party: 'd1', revision: revision(id, 1) });
    await browser.begin(id, CLAIMS);
    expect((await browser.show()).body.me.id).toBe(again.id);
  });

  it('has two of her envelopes open in one browser', async () => {
    const first = (await browser.begin(id, CLAIMS)).body.handle;
    const other = await sentEnvelope(ports, PARTNER, undefined, GIULIA);
    await browser.begin(other, CLAIMS);
    expect((await browser.show()).body.envelopeId).toBe(other);
    browser.handle = first;
    expect((await browser.show()).body.envelopeId).toBe(id);
  });

  it('waits while the document is prepared, and is told so', async () => {
    const early = await draft(ports);
    await step(ports, early, 'edited', { ...facts(), parties: [GIULIA] });
    await step(ports, early, 'sent', { deadline: '2099-01-01T00:00:00.000Z' });
    expect((await browser.begin(early, CLAIMS)).body.code).toBe('document_not_ready');
    await step(ports, early, 'prepared', { revision: revision(early, 0), certificatePages: 1 });
    expect((await browser.begin(early, CLAIMS)).status).toBe(200);
  });

  const facts = () => ({
    title: 'Contratto',
    language: 'it' as const,
    schedule: { deadlineDays: 14, reminderDays: [] },
  });
});

describe('nobody else begins it:', () => {
  it.each([
    ['another employee with the same address', { sub: 'user-2' }],
    ['an administrator', { sub: 'user-3', 'cognito:groups': ['admin'] }],
  ])('%s is told that there is no such envelope', async (_, other) => {
    const { status, body, result } = await begun({ ...CLAIMS, ...other });
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'envelope_unknown' });
    expect(result.cookies ?? []).toEqual([]);
    expect(await recordedTypes(ports, id)).not.toContain('opened');
  });

  it.each([
    ['no word of it', { email_verified: undefined }],
    ['false', { email_verified: false }],
    ['false as text', { email_verified: 'false' }],
    ['a list', { email_verified: [true] }],
  ])('a sign-in that does not vouch for the address: %s', async (_, claim) => {
    const { body, result } = await begun({ ...CLAIMS, ...claim });
    expect(body.code).toBe('address_not_verified');
    expect(result.cookies ?? []).toEqual([]);
  });

  it('a sign-in that has another address by now', async () => {
    const { body } = await begun({ ...CLAIMS, email: 'giulia.2@example.com' });
    expect(body.code).toBe('party_unknown');
  });

  it.each([
    ['the Kelvin sign for a k', 'k', '\u212a'],
    ['a full-width letter', 'a', '\uff41'],
    ['a subaddress', '@', '+1@'],
  ])('a sign-in whose address only looks like the party’s: %s', async (_, letter, other) => {
    const address = 'karla@example.com';
    const email = address.replace(letter, other);
    const karla: Party = { ...GIULIA, channel: { kind: 'email', address } };
    id = await sentEnvelope(ports, PARTNER, undefined, karla);
    await step(ports, id, 'owner.changed', { owner: { ...OWNER, email } });
    const { body, result } = await begun({ ...CLAIMS, email });
    expect(body.code).toBe('party_unknown');
    expect(result.cookies ?? []).toEqual([]);
  });

  it('a request without a token', async () => {
    const door = signerDoor(ports);
    const answer = await new Browser(door).begin(id, {});
    expect(answer.body.code).toBe('forbidden');
  });

  it.each<[string, Party]>([
    ['a person of another name at her address', { ...GIULIA, name: 'Maria Rossi' }],
    ['somebody else', DIRECTOR],
    ['herself, by text message', { ...GIULIA, channel: { kind: 'sms', number: '+393331234567' } }],
  ])('the sender, where the party is %s', async (_, director) => {
    id = await sentEnvelope(ports, PARTNER, undefined, director);
    const { body, result } = await begun(CLAIMS);
    expect(body.code).toBe('party_unknown');
    expect(result.cookies ?? []).toEqual([]);
  });

  it('the sender before her turn, or after she has signed', async () => {
    id = await sentEnvelope(ports, { ...PARTNER, name: OWNER.name, channel: GIULIA.channel });
    expect((await begun(CLAIMS)).body.code).toBe('not_your_turn');
    id = await sentEnvelope(ports, PARTNER, undefined, GIULIA);
    await signedStep(ports, id, 'd1', 0);
    expect((await begun(CLAIMS)).body.code).toBe('already_signed');
  });

  it('the sender of what is a draft', async () => {
    const { status, body } = await browser.begin(await draft(ports), CLAIMS);
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'envelope_unknown' });
  });

  it('the sender of what was stopped while she asked', async () => {
    const { put } = ports.sessions;
    ports.sessions.put = async (...session) => {
      await step(ports, id, 'voided', { reason: 'x' });
      await put.apply(ports.sessions, session);
    };
    expect((await begun(CLAIMS)).body.code).toBe('envelope_closed');
  });

  it('the sender of what was removed, who is told so for 30 days', async () => {
    await step(ports, id, 'voided', { reason: 'x' });
    ports.clock.advance(14 * 86_400);
    expect((await begun(CLAIMS)).body.code).toBe('document_removed');
    ports.clock.advance(30 * 86_400 - 1);
    expect((await begun(CLAIMS)).body.code).toBe('document_removed');
    ports.clock.advance(1);
    expect((await begun(CLAIMS)).body.code).toBe('link_invalid');
  });

  it('the sender once the deadline is over', async () => {
    ports.clock.advance(15 * 86_400);
    expect((await begun(CLAIMS)).body.code).toBe('envelope_closed');
  });
});

describe('what she has begun ends', () => {
  it.each([
    ['a new invitation is sent', (one: string) => step(ports, one, 're-sent', { party: 'd1' })],
    [
      'her contact is corrected',
      (one: string) =>
        step(ports, one, 'contact.corrected', { party: 'd1', channel: DIRECTOR.channel }),
    ],
  ])('when %s', async (_, change) => {
    await browser.begin(id, CLAIMS);
    await change(id);
    expect((await browser.show()).body.code).toBe('link_invalid');
  });

  it('and cannot be begun again for an address that is no longer hers', async () => {
    await step(ports, id, 'contact.corrected', { party: 'd1', channel: DIRECTOR.channel });
    expect((await browser.begin(id, CLAIMS)).body.code).toBe('party_unknown');
  });

  it('as a link’s does, after so many sessions in an hour', async () => {
    const answers = [];
    for (let opening = 0; opening <= 60; opening++) answers.push((await begun(CLAIMS)).status);
    expect(answers.slice(0, 60)).toEqual(Array(60).fill(200));
    expect(answers[60]).toBe(429);
  });
});
